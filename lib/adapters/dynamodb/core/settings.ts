import * as z from "zod";
import { conditionally, read } from "./errors.ts";
import { putItem, updateItem } from "./items.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { getItem } from "./together.ts";

/** What an installation decides once and never changes. The key is secret: never log it. */
export interface InstallationSettings {
  /** 256 random bits, base64url: the key of every keyed hash. */
  readonly hashKey: string;
  /** Shards of the alarm index. */
  readonly alarmShards: number;
  /** How complaints are written; absent in installations that releases up to 0.2.0 began. */
  readonly documentForm?: DocumentForm;
}

/** `slim`: without hashes that follow from the rest (ADR 0021). Releases up to 0.2.0 read `whole` documents only. */
export const documentForms = ["whole", "slim"] as const;
export type DocumentForm = (typeof documentForms)[number];

/** `default`: enough for tens of thousands of open complaints. */
const ALARM_SHARDS = 8;

const stored = z.object({
  hashKey: z.string().min(40),
  alarmShards: z.int().min(1),
  documentForm: z.enum(documentForms).exactOptional(),
});

/**
 * The installation's settings; the first caller writes them. Of several first callers one wins and all get the same.
 * `newKey` is asked only when there are none yet; `alarmShards` counts only then.
 */
export async function installationSettings(
  table: Table,
  newKey: () => string,
  alarmShards: number = ALARM_SHARDS,
): Promise<InstallationSettings> {
  return (await loadSettings(table)) ?? (await createSettings(table, newKey(), alarmShards));
}

/** The settings if they have been written, for functions that may only read. */
export async function loadSettings(table: Table): Promise<InstallationSettings | undefined> {
  const ref = keys.settings();
  const item = await getItem(table, ref);
  return item === undefined ? undefined : read(stored, item, ref);
}

/** From now on new starts of functions write complaints in this form; both are read. */
export async function putDocumentForm(table: Table, form: DocumentForm): Promise<void> {
  await updateItem(table, {
    Key: keys.settings(),
    UpdateExpression: "SET documentForm = :form",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":form": form },
  });
}

async function createSettings(
  table: Table,
  hashKey: string,
  alarmShards: number,
): Promise<InstallationSettings> {
  const ref = keys.settings();
  const settings = { hashKey, alarmShards, documentForm: "slim" } as const;
  const written = await conditionally(() =>
    putItem(table, {
      Item: { ...ref, ...settings },
      ConditionExpression: "attribute_not_exists(pk)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }),
  );
  return written.done ? settings : read(stored, written.found, ref);
}
