import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { newHashKey, nodeCrypto } from "../../lib/adapters/crypto.ts";
import { alarmStore } from "../../lib/adapters/dynamodb/alarm-store.ts";
import { organisationStore } from "../../lib/adapters/dynamodb/organisation-store.ts";
import { installationSettings } from "../../lib/adapters/dynamodb/settings.ts";
import { documentClient } from "../../lib/adapters/dynamodb/table.ts";
import type { Ports } from "../../lib/app/ports.ts";

/** The parts of the table that operators' tools use, on AWS or on this machine. */
export interface OperatorStore extends Pick<Ports, "organisation" | "crypto" | "alarms"> {
  close(): void;
}

/** A setting is missing. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/**
 * Opens the table named by TABLE_NAME. Region, credentials and (for the local cloud) AWS_ENDPOINT_URL come from `env`,
 * else from the SDK's ordinary places. Throws StoreError.
 */
export async function openStore(env: Readonly<Record<string, string | undefined>>): Promise<OperatorStore> {
  const name = env.TABLE_NAME;
  if (name === undefined || name === "") {
    throw new StoreError(
      "缺少 TABLE_NAME（堆栈输出里的表名） · TABLE_NAME is missing: the table of the stateful stack",
    );
  }
  const { AWS_REGION: region, AWS_ENDPOINT_URL: endpoint } = env;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = env;
  const session = AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN };
  const client = new DynamoDBClient({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey, ...session } }),
  });
  const table = { client: documentClient(client), name };
  const settings = await installationSettings(table, newHashKey);
  return {
    organisation: organisationStore(table),
    crypto: nodeCrypto(settings.hashKey),
    alarms: alarmStore(table, settings.alarmShards),
    close: () => client.destroy(),
  };
}
