import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintItem } from "../../../lib/adapters/dynamodb/complaints/complaint-codec.ts";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { type Item, putItem, readItem } from "../../../lib/adapters/dynamodb/core/items.ts";
import { keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import type { Table } from "../../../lib/adapters/dynamodb/core/table.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import { indexed, type Reindexed, reindex } from "../../../lib/adapters/dynamodb/work/reindex.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { at, closed, registered } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { tableProperties } from "../../support/table-properties.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const SHARDS = 4;
const received = at("2026-02-13 10:00");

async function rebuilt(
  table: Table,
): Promise<Omit<Reindexed, "unreadable" | "differing"> & { unreadable: string[] }> {
  const pages: Reindexed[] = [];
  for await (const page of reindex(table, SHARDS)) pages.push(page);
  return {
    checked: pages.reduce((sum, { checked }) => sum + checked, 0),
    changed: pages.reduce((sum, { changed }) => sum + changed, 0),
    unreadable: pages.flatMap(({ unreadable }) => unreadable.map(({ pk }) => pk)),
  };
}

/** The item as it is without any index of its own, as a build that does not know them would have left it. */
function bare(complaint: Complaint): Item {
  const { pk, sk, revision, doc } = complaintItem(complaint, SHARDS);
  return { pk, sk, revision, doc };
}

test("every key of every index is one that a document may lose", () => {
  const { AttributeDefinitions } = tableProperties();
  const names = (AttributeDefinitions as { AttributeName: string }[]).map((one) => one.AttributeName);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !["pk", "sk", ...indexed].includes(name))).toEqual([]);
});

test("a table without indexes gets all of them back: number, lists and alarms are found again; run again, nothing changes", async () => {
  const table = await local.newTable();
  const open = Array.from({ length: 20 }, (_, n) =>
    registered(received, { id: `id-${n}`.padEnd(26, "x"), number: `W${n}` }),
  );
  const all = [closed(received), ...open];
  for (const complaint of all) await putItem(table, { Item: bare(complaint) });
  const store = complaintStore(table, SHARDS);
  expect(await store.idByNumber("W1")).toBeUndefined();

  expect(await rebuilt(table)).toEqual({ checked: 21, changed: 21, unreadable: [] });
  for (const complaint of all) {
    const { registration } = complaint;
    expect(await readItem(table, keys.complaint(registration.id))).toEqual(
      expect.objectContaining(
        JSON.parse(JSON.stringify({ ...complaintItem(complaint, SHARDS), doc: undefined })),
      ),
    );
    expect(await store.idByNumber(registration.number)).toBe(registration.id);
  }
  const listed = await store.openByProject("project-1", { limit: 100 });
  expect(listed.items).toHaveLength(20);
  expect(await rebuilt(table)).toEqual({ checked: 21, changed: 0, unreadable: [] });
});

test("looked at only, a table says what differs in which document, and nothing is written", async () => {
  const table = await local.newTable();
  const right = registered(received, { id: "right".padEnd(26, "x"), number: "W1" });
  const wrong = registered(received, { id: "wrong".padEnd(26, "x"), number: "W2" });
  await putItem(table, { Item: complaintItem(right, SHARDS) });
  const { alarmShard: _, ...lost } = complaintItem(wrong, SHARDS);
  await putItem(table, { Item: { ...lost, openPk: "O#another" } });
  for (let times = 0; times < 2; times += 1) {
    const pages: Reindexed[] = [];
    for await (const page of reindex(table, SHARDS, true)) pages.push(page);
    expect(pages.flatMap(({ differing }) => differing)).toEqual([
      { ...keys.complaint(wrong.registration.id), names: expect.arrayContaining(["alarmShard", "openPk"]) },
    ]);
    expect(pages.reduce((sum, { changed }) => sum + changed, 0)).toBe(0);
  }
});

test("an index that a document no longer gives is taken away, what is put aside stays aside, and a later release's attribute stands", async () => {
  const table = await local.newTable();
  const over = closed(received);
  const stale = {
    ...complaintItem(over, SHARDS),
    openPk: "O#project-1",
    dueSk: "2026-02-14T00:00:00.000Z#x",
  };
  await putItem(table, { Item: { ...stale, laterIndex: "kept" } });
  const open = registered(received, { id: "aside".padEnd(26, "x"), number: "W9" });
  const aside = { ...complaintItem(open, SHARDS), alarmShard: "ASIDE" };
  await putItem(table, { Item: aside });

  expect(await rebuilt(table)).toEqual({ checked: 2, changed: 1, unreadable: [] });
  const item = await readItem(table, keys.complaint(over.registration.id));
  expect(item).toMatchObject({ laterIndex: "kept", number: over.registration.number });
  expect(item).not.toHaveProperty("openPk");
  expect((await alarmStore(table, SHARDS).aside({ limit: 10 })).items).toHaveLength(1);
});

test("what cannot be read is named and left as it is", async () => {
  const table = await local.newTable();
  const complaint = registered(received);
  const item = { ...bare(complaint), doc: JSON.stringify({ ...complaint, status: "of a later release" }) };
  await putItem(table, { Item: item });
  expect(await rebuilt(table)).toEqual({
    checked: 1,
    changed: 0,
    unreadable: [keys.complaint(complaint.registration.id).pk],
  });
  expect(await readItem(table, keys.complaint(complaint.registration.id))).toEqual(item);
});
