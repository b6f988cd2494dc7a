import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  PutSecretValueCommand,
  ResourceNotFoundException,
  RestoreSecretCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { type AwsConfig, settingsOf, withoutLog } from "../runtime/aws-clients.ts";
import type { SecretStore } from "./secret-store.ts";

/** AWS Secrets Manager, in every partition the product runs in. Values are never logged. */
export function secretsManager(aws: AwsConfig, prefix: string): SecretStore {
  const client = withoutLog(new SecretsManagerClient(settingsOf(aws)));
  return {
    async get(name) {
      const answer = await found(() =>
        client.send(new GetSecretValueCommand({ SecretId: `${prefix}${name}` })),
      );
      return answer?.SecretString;
    },
    async put(name, value) {
      const id = `${prefix}${name}`;
      const write = () => client.send(new PutSecretValueCommand({ SecretId: id, SecretString: value }));
      if ((await found(write)) !== undefined) return;
      // Either there never was one, or it was taken away within the last month.
      if ((await found(() => client.send(new RestoreSecretCommand({ SecretId: id })))) !== undefined)
        await write();
      else await client.send(new CreateSecretCommand({ Name: id, SecretString: value }));
    },
    async remove(name) {
      const SecretId = `${prefix}${name}`;
      await found(() =>
        client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: RECOVERY_DAYS })),
      );
    },
  };
}

/** As long as the installation's own key could be brought back. */
const RECOVERY_DAYS = 30;

/** A secret that is to be deleted answers nothing but its restoring. */
function isGone(error: unknown): boolean {
  return (
    error instanceof ResourceNotFoundException ||
    (error instanceof InvalidRequestException && error.message.includes("marked for deletion"))
  );
}

async function found<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
