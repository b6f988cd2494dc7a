import * as z from "zod";
import { conditionally, read } from "./errors.ts";
import { putItem, updateItem } from "./items.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { getItem } from "./together.ts";

/** What an installation decides once and never changes. A key is secret: never log it. */
export interface InstallationSettings {
  /**
   * 256 random bits, base64url: the key of every keyed hash, as installations kept it up to 0.2.0. Absent where the keys lie
   * with the secrets (`npm run ops -- secrets move`).
   */
  readonly hashKey?: string;
  /** Which installation the secret's keys belong to: says nothing of them. */
  readonly keyMark?: string;
  /** Shards of the alarm index; an operator may raise their number (`npm run ops -- alarm-shards`), nobody lowers it. */
  readonly alarmShards: number;
  /** How complaints are written; absent in installations that releases up to 0.2.0 began. */
  readonly documentForm?: DocumentForm;
}

/** `slim`: without hashes that follow from the rest (ADR 0021). Releases up to 0.2.0 read `whole` documents only. */
export const documentForms = ["whole", "slim"] as const;
export type DocumentForm = (typeof documentForms)[number];

/** `default`: enough for tens of thousands of open complaints. */
const ALARM_SHARDS = 16;

const stored = z.object({
  hashKey: z.string().min(40).exactOptional(),
  keyMark: z.string().min(1).exactOptional(),
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
  return (await loadSettings(table)) ?? (await createSettings(table, { hashKey: newKey() }, alarmShards));
}

/** The same for an installation whose keys lie with the secrets: only their mark is written. */
export async function apartSettings(
  table: Table,
  keyMark: string,
  alarmShards: number = ALARM_SHARDS,
): Promise<InstallationSettings> {
  return (await loadSettings(table)) ?? (await createSettings(table, { keyMark }, alarmShards));
}

/** What a new installation will have, for a function that may not write it down: the next one that may does. */
export function comingSettings(): InstallationSettings {
  return { alarmShards: ALARM_SHARDS, documentForm: "slim" };
}

/** Takes the key out of the table, once it lies with the secrets. False if another key stands there, or none. */
export async function forgetKey(table: Table, hashKey: string, keyMark: string): Promise<boolean> {
  const written = await conditionally(() =>
    updateItem(table, {
      Key: keys.settings(),
      UpdateExpression: "SET keyMark = :mark REMOVE hashKey",
      ConditionExpression: "hashKey = :key",
      ExpressionAttributeValues: { ":mark": keyMark, ":key": hashKey },
    }),
  );
  return written.done;
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

/**
 * More shards for what is written from now on. What lies in the old ones stays there until it is written again: they are among the
 * new ones. False where there are as many already, or more.
 */
export async function raiseAlarmShards(table: Table, to: number): Promise<boolean> {
  const written = await conditionally(() =>
    updateItem(table, {
      Key: keys.settings(),
      UpdateExpression: "SET alarmShards = :to",
      ConditionExpression: "alarmShards < :to",
      ExpressionAttributeValues: { ":to": to },
    }),
  );
  return written.done;
}

async function createSettings(
  table: Table,
  key: { readonly hashKey: string } | { readonly keyMark: string },
  alarmShards: number,
): Promise<InstallationSettings> {
  const ref = keys.settings();
  const settings = { ...key, alarmShards, documentForm: "slim" } as const;
  const written = await conditionally(() =>
    putItem(table, {
      Item: { ...ref, ...settings },
      ConditionExpression: "attribute_not_exists(pk)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }),
  );
  return written.done ? settings : read(stored, written.found, ref);
}
