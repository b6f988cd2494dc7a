import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
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
      const written = await found(() =>
        client.send(new PutSecretValueCommand({ SecretId: id, SecretString: value })),
      );
      if (written === undefined)
        await client.send(new CreateSecretCommand({ Name: id, SecretString: value }));
    },
  };
}

async function found<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
