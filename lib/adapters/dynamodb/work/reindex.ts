import type { ItemRef } from "../../../app/ports/alarms.ts";
import { omit } from "../../../domain/present.ts";
import { complaintItem, complaintOf } from "../complaints/complaint-codec.ts";
import { conditionally, UnreadableItemError } from "../core/errors.ts";
import { type Item, isSameItem, putItem, refOf } from "../core/items.ts";
import { documentRefOf } from "../core/keys.ts";
import { scan } from "../core/scan.ts";
import type { Table } from "../core/table.ts";
import { emergencyItem, emergencyOf } from "../emergencies/emergency-store.ts";
import { groupItem, groupOf } from "../groups/group-store.ts";
import { submissionItem, submissionOf } from "../submissions/submission-store.ts";
import { ASIDE } from "./alarm-store.ts";

/** What a page of the table gave. */
export interface Reindexed {
  readonly checked: number;
  readonly changed: number;
  /** Documents that this release cannot read; they are left as they are. */
  readonly unreadable: readonly ItemRef[];
  /** Documents whose indexes differ from what they say, with the names of what differs. */
  readonly differing: readonly (ItemRef & { readonly names: readonly string[] })[];
}

/** What indexes are built from; where a document does not give one any more it goes. */
export const indexed: readonly string[] = [
  "number",
  "factPk",
  "factSk",
  "fact",
  "householdPk",
  "householdSk",
  "contactPk",
  "receivedAt",
  "codePk",
  "codeSk",
  "alarmShard",
  "alarmSk",
  "openPk",
  "openShard",
  "dueSk",
  "changePk",
  "changeSk",
  "settled",
];

/**
 * Makes every index anew from the documents: after a release was taken back and forth, or a table was restored. Writes
 * only items whose indexes differ, under the revision that was read; the document itself is not touched. Repeatable. With `look`
 * nothing is written.
 */
export async function* reindex(table: Table, shards: number, look = false): AsyncGenerator<Reindexed> {
  for await (const items of scan(table)) {
    const documents = items.filter((item) => documentRefOf(refOf(item)) !== undefined);
    let changed = 0;
    const unreadable: ItemRef[] = [];
    const differing: Reindexed["differing"][number][] = [];
    for (const item of documents) {
      try {
        const next = withIndexes(item, madeAnew(item, shards));
        const names = differences(item, next);
        if (names.length === 0) continue;
        differing.push({ ...refOf(item), names });
        if (!look && (await rewritten(table, item, next))) changed += 1;
      } catch (cause) {
        if (!(cause instanceof UnreadableItemError)) throw cause;
        unreadable.push(refOf(item));
      }
    }
    yield { checked: documents.length, changed, unreadable, differing };
  }
}

function madeAnew(item: Item, shards: number): Item {
  switch (documentRefOf(refOf(item))?.kind) {
    case "complaint":
      return complaintItem(complaintOf(item), shards);
    case "group":
      return groupItem(groupOf(item), shards);
    case "emergency":
      return emergencyItem(emergencyOf(item), shards);
    case "submission":
      return submissionItem(submissionOf(item), shards);
    case undefined:
      return item;
  }
}

function withIndexes(item: Item, anew: Item): Item {
  // What was put aside for people stays there, until its document is written again.
  const isAside = item["alarmShard"] === ASIDE && item["alarmSk"] === anew["alarmSk"];
  const aside = isAside ? { alarmShard: ASIDE } : {};
  return { ...omit(item, ...indexed), ...anew, ...aside, doc: item["doc"] };
}

function differences(item: Item, next: Item): readonly string[] {
  if (isSameItem(next, item)) return [];
  return [...new Set([...Object.keys(item), ...Object.keys(next)])].filter(
    (name) => !isSameItem({ value: item[name] }, { value: next[name] }),
  );
}

/** True if it was written; false if somebody wrote it meanwhile and with that its indexes. */
async function rewritten(table: Table, item: Item, next: Item): Promise<boolean> {
  const written = await conditionally(() =>
    putItem(table, {
      Item: next,
      ConditionExpression: "revision = :read",
      ExpressionAttributeValues: { ":read": item["revision"] },
    }),
  );
  return written.done;
}
