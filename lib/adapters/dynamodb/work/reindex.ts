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
 * only items whose indexes differ, under the revision that was read; the document itself is not touched. Repeatable.
 */
export async function* reindex(table: Table, shards: number): AsyncGenerator<Reindexed> {
  for await (const items of scan(table)) {
    const documents = items.filter((item) => documentRefOf(refOf(item)) !== undefined);
    let changed = 0;
    const unreadable: ItemRef[] = [];
    for (const item of documents) {
      try {
        if (await rewritten(table, item, madeAnew(item, shards))) changed += 1;
      } catch (cause) {
        if (!(cause instanceof UnreadableItemError)) throw cause;
        unreadable.push(refOf(item));
      }
    }
    yield { checked: documents.length, changed, unreadable };
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

/** True if it was written; false if nothing differs, or somebody wrote it meanwhile and with that its indexes. */
async function rewritten(table: Table, item: Item, anew: Item): Promise<boolean> {
  // What was put aside for people stays there, until its document is written again.
  const isAside = item["alarmShard"] === ASIDE && item["alarmSk"] === anew["alarmSk"];
  const aside = isAside ? { alarmShard: ASIDE } : {};
  const next: Item = { ...omit(item, ...indexed), ...anew, ...aside, doc: item["doc"] };
  if (isSameItem(next, item)) return false;
  const written = await conditionally(() =>
    putItem(table, {
      Item: next,
      ConditionExpression: "revision = :read",
      ExpressionAttributeValues: { ":read": item["revision"] },
    }),
  );
  return written.done;
}
