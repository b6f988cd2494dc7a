import { operatorContainer } from "../../lib/adapters/composition/container.ts";
import {
  apartSettings,
  installationSettings,
  loadSettings,
  putDocumentForm,
  raiseAlarmShards,
} from "../../lib/adapters/dynamodb/core/settings.ts";
import { type Reindexed, reindex } from "../../lib/adapters/dynamodb/work/reindex.ts";
import { OtherInstallation, type Restored, restore } from "../../lib/adapters/dynamodb/work/restore.ts";
import { parseMail } from "../../lib/adapters/mail-in/index.ts";
import {
  type MessengerSettings,
  putMessengerSettings,
  type ServicePlace,
} from "../../lib/adapters/messengers/settings.ts";
import { type AwsConfig, dynamodbClient } from "../../lib/adapters/runtime/aws-clients.ts";
import { newHashKey } from "../../lib/adapters/runtime/crypto.ts";
import { machine, type Surroundings } from "../../lib/adapters/runtime/surroundings.ts";
import { markOfRing } from "../../lib/adapters/secrets/key-ring.ts";
import { secretsLater } from "../../lib/adapters/secrets/later.ts";
import { readRing, UnreadableSecretError } from "../../lib/adapters/secrets/live-ring.ts";
import { maskFile } from "../../lib/adapters/workbook/mask-file.ts";
import { zipWriter } from "../../lib/adapters/workbook/zip.ts";
import type { Ports } from "../../lib/app/ports/index.ts";
import { ConfigurationError } from "../../lib/config/environment.ts";
import { defined } from "../../lib/domain/present.ts";
import { fromInstant, type Instant, toInstant } from "../../lib/domain/time/instant.ts";

/** The parts of the table that operators' tools use, on AWS or on this machine. */
export type OperatorStore = Pick<
  Ports,
  | "organisation"
  | "households"
  | "setupCodes"
  | "searchIndex"
  | "channelSystems"
  | "notices"
  | "crypto"
  | "alarms"
  | "besideDocuments"
  | "complaints"
  | "groups"
  | "emergencies"
  | "reports"
  | "reportFiles"
  | "attachments"
  | "digests"
  | "submissions"
  | "clock"
  | "counters"
  | "rules"
  | "ruleStore"
  | "webhooks"
>;

/** A setting is missing. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/**
 * Opens the table named by TABLE_NAME, and the bucket beside it named by DOCUMENTS_BUCKET where a tool needs that. With AWS_ENDPOINT_URL in `env` everything about AWS comes from `env` too, else
 * from the SDK's ordinary places. Throws StoreError.
 */
export function openStore(env: Readonly<Record<string, string | undefined>>): Promise<OperatorStore> {
  const { TABLE_NAME, SECRETS, DOCUMENTS_BUCKET, DIGESTS_BUCKET, REPORTS_BUCKET } = env;
  if (TABLE_NAME === undefined || TABLE_NAME === "") {
    throw new StoreError(
      "缺少 TABLE_NAME（堆栈输出里的表名） · TABLE_NAME is missing: the table of the stateful stack",
    );
  }
  const values = { TABLE_NAME, SECRETS, DOCUMENTS_BUCKET, DIGESTS_BUCKET, REPORTS_BUCKET };
  return said(operatorContainer(defined(values), awsConfig(env), surroundingsOf(env)));
}

/** A table whose key lies apart cannot be opened without SECRETS: a sentence for people, no stack. */
async function said<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof UnreadableSecretError)) throw error;
    throw new StoreError(
      `密钥读不到：设置 SECRETS（堆栈输出 Secrets，如 jiesu/prod/） · set SECRETS, output of the stateful stack: ${error.message}`,
    );
  }
}

/** What time it is where the table is. Throws StoreError. */
export function nowOf(env: Readonly<Record<string, string | undefined>>): Instant {
  return toInstant(surroundingsOf(env).clock.now());
}

/** The local cloud has a time of its own, which JIESU_NOW tells; on AWS it is the machine's. Throws StoreError. */
function surroundingsOf({
  AWS_ENDPOINT_URL: endpoint,
  JIESU_NOW: at,
}: Readonly<Record<string, string | undefined>>): Surroundings {
  if (endpoint === undefined || at === undefined) return machine;
  if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(at) || Number.isNaN(Date.parse(at)))
    throw new StoreError(`JIESU_NOW 应为带时区的时刻 · an instant with its offset: ${at}`);
  return { ...machine, clock: { now: () => fromInstant(new Date(at).toISOString()) } };
}

/** The buckets beside the table that may hold something of a person, by their settings. */
const buckets = ["DOCUMENTS_BUCKET", "ATTACHMENTS_BUCKET", "MAIL_BUCKET", "REPORTS_BUCKET"] as const;

/** Opens the table and every bucket, for what has to reach everything that is known of a person. Throws StoreError. */
export function openEverything(env: Readonly<Record<string, string | undefined>>): Promise<Ports> {
  const { TABLE_NAME, SECRETS, DOCUMENTS_BUCKET, ATTACHMENTS_BUCKET, MAIL_BUCKET, REPORTS_BUCKET } = env;
  const missing = ["TABLE_NAME", ...buckets].filter((name) => (env[name] ?? "") === "");
  if (missing.length > 0) {
    throw new StoreError(
      `缺少 ${missing.join("、")}（堆栈输出里的名称） · missing: ${missing.join(", ")}, from the outputs of the stateful stack`,
    );
  }
  return operatorContainer(
    defined({ TABLE_NAME, SECRETS, DOCUMENTS_BUCKET, ATTACHMENTS_BUCKET, MAIL_BUCKET, REPORTS_BUCKET }),
    awsConfig(env),
    surroundingsOf(env),
    { parseMail, maskFile, zip: zipWriter },
  );
}

/** Where the settings of services lie: their references in the table, the values with the secrets where SECRETS says so. */
export function servicePlace(env: Readonly<Record<string, string | undefined>>): ServicePlace {
  const { TABLE_NAME: name = "", SECRETS } = env;
  const config = awsConfig(env);
  const secrets = SECRETS === undefined ? {} : { secrets: secretsLater(config, SECRETS) };
  return { table: { client: dynamodbClient(config), name }, ...secrets };
}

/** Stores keys and templates of the services that are not ours. */
export async function storeMessengers(
  env: Readonly<Record<string, string | undefined>>,
  settings: MessengerSettings,
): Promise<void> {
  await putMessengerSettings(servicePlace(env), settings);
}

/** Makes the indexes of the table anew from its documents, page by page; with `look` only says which differ. Throws StoreError. */
export async function* reindexTable(
  env: Readonly<Record<string, string | undefined>>,
  look = false,
): AsyncGenerator<Reindexed> {
  await openStore(env);
  const { table } = servicePlace(env);
  const settings = await loadSettings(table);
  if (settings === undefined) throw new StoreError("空表 · the table is empty");
  yield* reindex(table, settings.alarmShards, look);
}

/** Complaints are stored without what follows from the rest from now on (ADR 0021). Throws StoreError. */
export async function slimDocuments(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  await openStore(env);
  const client = dynamodbClient(awsConfig(env));
  await putDocumentForm({ client, name: env.TABLE_NAME ?? "" }, "slim");
}

/** Divides the alarm index into more shards; false where somebody else did. Throws StoreError. */
export async function moreAlarmShards(
  env: Readonly<Record<string, string | undefined>>,
  to: number,
): Promise<boolean> {
  await openStore(env);
  return raiseAlarmShards({ client: dynamodbClient(awsConfig(env)), name: env.TABLE_NAME ?? "" }, to);
}

/** Brings the items of a restored table into the table named by TABLE_NAME. Throws StoreError. */
export async function* restoreTable(
  env: Readonly<Record<string, string | undefined>>,
  { source, ...how }: { readonly source: string; readonly overwrite: boolean; readonly dryRun: boolean },
): AsyncGenerator<Restored> {
  const { TABLE_NAME: name } = env;
  if (name === undefined || name === source) {
    throw new StoreError(
      "TABLE_NAME 应是系统的表，而不是恢复出的表 · TABLE_NAME is the table to restore into",
    );
  }
  const client = dynamodbClient(awsConfig(env));
  const now = nowOf(env);
  try {
    yield* restore({ source: { client, name: source }, target: { client, name }, now, ...how });
  } catch (error) {
    if (!(error instanceof OtherInstallation)) throw error;
    throw new StoreError(
      "系统的表里已有另一套密钥登记的单据，不能并入 · the table holds documents of another installation",
    );
  }
}

/** Decides a new local installation's settings: few people, so one shard and a sweep of one query. */
export async function installSmall(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { table, secrets } = servicePlace(env);
  if (secrets === undefined) await installationSettings(table, newHashKey, 1);
  else await apartSettings(table, markOfRing(await readRing(secrets)), 1);
}

/** Where AWS is: with AWS_ENDPOINT_URL everything comes from `env`, else from the SDK's ordinary places. */
export function awsConfig(env: Readonly<Record<string, string | undefined>>): AwsConfig {
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region } = env;
  if (endpoint === undefined || region === undefined) return {};
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const credentials =
    accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } };
  return { endpoint, region, ...credentials };
}
