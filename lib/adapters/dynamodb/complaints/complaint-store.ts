import * as z from "zod";
import type { Archive } from "../../../app/ports/archive.ts";
import type { ComplaintStore, ListedComplaint } from "../../../app/ports/complaints.ts";
import type { Freshness } from "../../../app/ports/freshness.ts";
import type { Page } from "../../../app/ports/page.ts";
import { ticketNumber } from "../../../domain/classification/sources.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { addressOfKey } from "../../../domain/organisation/identity/household-key.ts";
import { defined } from "../../../domain/present.ts";
import { changeRow } from "../core/change-key.ts";
import { conditionally, read } from "../core/errors.ts";
import { deleteItem, putItem, readItems, refOf } from "../core/items.ts";
import { complaintIdOf, isComplaintKey, keys } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import type { DocumentForm } from "../core/settings.ts";
import { sightingRow } from "../core/sighting-key.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { unarchived } from "../core/unarchived.ts";
import { codePartition, complaintItem, complaintOf, complaintsOf, isSettled } from "./complaint-codec.ts";
import { packedFact } from "./fact-codec.ts";

const BATCH = 100;
/** A whole building at most: enough for every household search, bounded in cost. */
const HOUSEHOLD_ROWS = 500;
/** What carries a number, besides its complaint: a page holds most of it. */
const NUMBERED = 100;
/** A room in whatever building: so many pages of the project's complaints are looked through. */
const ROOM_PAGES = 4;

const keyed = z.object({ pk: z.string(), sk: z.string() });
const listed = keyed.extend({ fact: packedFact });
const householdRow = keyed.extend({ householdSk: z.string() });

/** Complaints in DynamoDB. `shards` is the settings' fixed count of alarm shards, `form` theirs of what is written. */
export function complaintStore(
  table: Table,
  shards: number,
  archive: Archive<Complaint> = unarchived,
  form?: DocumentForm,
): ComplaintStore {
  return {
    async load(id) {
      const item = await getItem(table, keys.complaint(id));
      return item === undefined ? undefined : complaintOf(item);
    },

    async loadPending(id) {
      const item = await getItem(table, keys.complaint(id));
      return item === undefined || isSettled(item) ? undefined : complaintOf(item);
    },

    async loadMany(ids, freshness = "lately") {
      const found: Complaint[] = [];
      const unique = [...new Set(ids)];
      for (let from = 0; from < unique.length; from += BATCH) {
        found.push(...(await batch(table, unique.slice(from, from + BATCH), freshness)));
      }
      return found;
    },

    whole: (document) => archive.whole(document),
    withTexts: (document) => archive.withTexts(document),
    without: (document, refs, parts) => archive.without(document, refs, parts),

    async insert(complaint) {
      const Item = complaintItem(await archive.fit(complaint), shards, form);
      const written = await conditionally(() =>
        putItem(table, {
          Item,
          ConditionExpression: "attribute_not_exists(pk)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return written.done ? {} : { exists: standing(written.found, complaint) };
    },

    async replace(complaint, expectedRevision) {
      const Item = complaintItem(await archive.fit(complaint), shards, form);
      const written = await conditionally(() =>
        putItem(table, {
          Item,
          ConditionExpression: "revision = :expected",
          ExpressionAttributeValues: { ":expected": expectedRevision },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return written.done ? {} : { conflict: standing(written.found, complaint) };
    },

    async addNumber(id, number, of) {
      const item =
        of === "ticket"
          ? { ...keys.ticketNumber(id), number: ticketNumber(number) }
          : { ...keys.secondNumber(id), number };
      await putItem(table, { Item: item });
    },

    async addContact({ registration: { id, receivedAt } }, contactKey) {
      await putItem(table, { Item: { ...keys.secondContact(id), contactPk: contactKey, receivedAt } });
    },

    async dropContact(id) {
      await deleteItem(table, { Key: keys.secondContact(id) });
    },

    async idByNumber(number) {
      if (number === "") return undefined;
      let cursor: string | undefined;
      do {
        const page = await queryPage(
          table,
          {
            IndexName: "byNumber",
            KeyConditionExpression: "#number = :number",
            ExpressionAttributeNames: { "#number": "number" },
            ExpressionAttributeValues: { ":number": number },
          },
          { limit: NUMBERED, ...defined({ cursor }) },
        );
        // Entries of who was shown a complaint carry its number too, and the index keeps them in no order.
        const found = page.items.find(({ pk }) => isComplaintKey(String(pk)));
        if (found !== undefined) return idOf(found);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return undefined;
    },

    async openByProject(projectId, { dueBefore, ...page }) {
      const rows = await queryPage(
        table,
        {
          IndexName: "openByProject",
          KeyConditionExpression:
            dueBefore === undefined ? "openPk = :open" : "openPk = :open AND dueSk < :before",
          ExpressionAttributeValues: {
            ":open": `O#${projectId}`,
            ...(dueBefore === undefined ? {} : { ":before": dueBefore }),
          },
        },
        page,
      );
      return listedPage(rows);
    },

    async changedLast(projectId, limit) {
      const { items } = await queryPage(
        table,
        {
          IndexName: "byChange",
          KeyConditionExpression: "changePk = :project",
          ExpressionAttributeValues: { ":project": `W#${projectId}` },
          ScanIndexForward: false,
        },
        { limit },
      );
      return items.map((item) => read(changeRow, item, refOf(item)).changeSk);
    },

    async receivedInMonth(projectId, month, page) {
      const rows = await queryPage(
        table,
        {
          IndexName: "facts",
          KeyConditionExpression: "factPk = :month",
          ExpressionAttributeValues: { ":month": `F#${projectId}#${month}` },
        },
        page,
      );
      return listedPage(rows);
    },

    async idsByHousehold(projectId, prefix, limit) {
      if (prefix === "") return [];
      const { items } = await queryPage(
        table,
        {
          IndexName: "byHousehold",
          KeyConditionExpression: "householdPk = :project AND begins_with(householdSk, :prefix)",
          ExpressionAttributeValues: { ":project": `H#${projectId}`, ":prefix": prefix },
          ScanIndexForward: false,
        },
        { limit: HOUSEHOLD_ROWS },
      );
      return newest(items, limit);
    },

    async idsByRoom(projectId, { room, building }, limit) {
      const found: Record<string, unknown>[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < ROOM_PAGES; page += 1) {
        const rows = await queryPage(
          table,
          {
            IndexName: "byHousehold",
            KeyConditionExpression: "householdPk = :project",
            ExpressionAttributeValues: { ":project": `H#${projectId}` },
          },
          { limit: HOUSEHOLD_ROWS, ...defined({ cursor }) },
        );
        found.push(
          ...rows.items.filter((item) => {
            const address = addressOfKey(rowOf(item).key);
            return address.room === room && (building === undefined || address.building === building);
          }),
        );
        cursor = rows.cursor;
        if (cursor === undefined) break;
      }
      return newest(found, limit);
    },

    async idsByContact(contactKey, limit) {
      const { items } = await queryPage(
        table,
        {
          IndexName: "byContact",
          KeyConditionExpression: "contactPk = :contact",
          ExpressionAttributeValues: { ":contact": contactKey },
          ScanIndexForward: false,
        },
        { limit },
      );
      return items.map(idOf);
    },

    async sightings(projectId, code, { from, to, taken }, limit) {
      const { items } = await queryPage(
        table,
        {
          IndexName: "byCode",
          KeyConditionExpression: "codePk = :code AND codeSk BETWEEN :from AND :to",
          // `$` sorts behind the `#` between instant and id: whatever was received at `to` itself is included.
          ExpressionAttributeValues: {
            ":code": codePartition(projectId, code, taken),
            ":from": from,
            ":to": `${to}$`,
          },
        },
        { limit },
      );
      return items.map((item) => read(sightingRow, item, refOf(item)).codeSk);
    },
  };
}

/** The document behind a failed condition. Complaints are never deleted, so one stands there. */
function standing(found: Record<string, unknown> | undefined, wanted: Complaint): Complaint {
  if (found === undefined) throw new Error(`complaint ${wanted.registration.id} is not in the table`);
  return complaintOf(found);
}

async function batch(table: Table, ids: readonly string[], freshness: Freshness): Promise<Complaint[]> {
  const found: Complaint[] = [];
  let wanted = ids.map((id) => keys.complaint(id));
  while (wanted.length > 0) {
    const { items, left } = await readItems(table, wanted, freshness === "now");
    found.push(...complaintsOf(items));
    // Answers are cut at 16 MB; no progress at all is throttling, which the client's own retries have waited out.
    if (left.length === wanted.length) throw new Error(`${left.length} complaints could not be read`);
    wanted = left;
  }
  return found;
}

function listedPage(rows: Page<Record<string, unknown>>): Page<ListedComplaint> {
  const items = rows.items.map((item) => {
    const { pk, fact } = read(listed, item, refOf(item));
    return { id: complaintIdOf(pk), fact };
  });
  return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
}

function idOf(item: Record<string, unknown>): string {
  return complaintIdOf(read(keyed, item, refOf(item)).pk);
}

/** The index runs room by room; newest first across rooms is a matter of the instant behind the last `#`. */
function newest(items: readonly Record<string, unknown>[], limit: number): string[] {
  return items
    .map((item) => ({ id: idOf(item), at: rowOf(item).at }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, limit)
    .map(({ id }) => id);
}

function rowOf(item: Record<string, unknown>): { readonly key: string; readonly at: string } {
  const { householdSk } = read(householdRow, item, refOf(item));
  const hash = householdSk.lastIndexOf("#");
  return { key: householdSk.slice(0, hash), at: householdSk.slice(hash + 1) };
}
