import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintItem } from "../../../lib/adapters/dynamodb/complaints/complaint-codec.ts";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { putItem } from "../../../lib/adapters/dynamodb/core/items.ts";
import { readLog } from "../../../lib/adapters/dynamodb/work/read-log.ts";
import type { ListedComplaint } from "../../../lib/app/ports/complaints.ts";
import { type Page, type PageRequest, UnknownCursor } from "../../../lib/app/ports/page.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { erasedRefs, verifyChain } from "../../../lib/domain/document/chain.ts";
import { after, at, closed, plain, registered, resolved } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const SHARDS = 8;
const received = at("2026-02-13 10:00");

async function fresh() {
  const table = await local.newTable();
  return { table, store: complaintStore(table, SHARDS) };
}

function numbered(n: number, receivedAt = received): Complaint {
  return registered(receivedAt, { id: `id-${n}`.padEnd(26, "x"), number: `W${n}` });
}

async function everyPage(
  read: (page: PageRequest) => Promise<Page<ListedComplaint>>,
  limit: number,
): Promise<ListedComplaint[][]> {
  const pages: ListedComplaint[][] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit, ...(cursor === undefined ? {} : { cursor }) });
    pages.push([...page.items]);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}

describe("one complaint is one item", () => {
  test("every field of a life from registration to closing comes back, and its chain holds", async () => {
    const { store } = await fresh();
    const life = closed(received);
    await store.insert(life);
    const back = await store.load(life.registration.id);
    expect(back).toEqual(life);
    expect(verifyChain(back!.events, back!.personal, sha256)).toEqual([]);
  });

  test("with pending reactions it is loaded for them, without it is not, and a later write brings it back", async () => {
    const { store } = await fresh();
    const pending = registered(received);
    const { id } = pending.registration;
    expect(await store.loadPending(id)).toBeUndefined();
    await store.insert(pending);
    expect(await store.loadPending(id)).toEqual(pending);
    const done = { ...pending, outbox: [], armed: { epoch: pending.alarm.epoch }, revision: 2 };
    await store.replace(done, pending.revision);
    expect(await store.loadPending(id)).toBeUndefined();
    expect(await store.load(id)).toEqual(done);
    const replied = after(done, plain.reply(), at("2026-02-13 11:00"));
    await store.replace(replied, done.revision);
    expect(await store.loadPending(id)).toEqual(replied);
  });

  test("erased values are gone from the item, and what is left verifies", async () => {
    const { store } = await fresh();
    const life = closed(received);
    await store.insert(life);
    const erased = after(life, { type: "erase", fields: ["phone", "1.name"] }, at("2026-02-14 10:00"));
    await store.replace(erased, life.revision);
    const back = (await store.load(life.registration.id))!;
    expect(back).toEqual(erased);
    expect(JSON.stringify(back)).not.toMatch(/13800000000|王示例/);
    const gone = erasedRefs(back.events);
    expect([...gone]).toEqual(["1.name", "1.phone"]);
    expect(verifyChain(back.events, back.personal, sha256, { erased: gone })).toEqual([]);
  });

  test("of many inserts of one id exactly one is written, the others get the one that stands", async () => {
    const { store } = await fresh();
    const rivals = Array.from({ length: 8 }, (_, n) => registered(received, { number: `W${n}` }));
    const answers = await Promise.all(rivals.map((rival) => store.insert(rival)));
    const standing = await store.load(rivals[0]!.registration.id);
    expect(answers.filter(({ exists }) => exists === undefined)).toHaveLength(1);
    for (const { exists } of answers.filter((answer) => answer.exists !== undefined)) {
      expect(exists).toEqual(standing);
    }
  });

  test("of many replacements of one revision exactly one is written, the others get the winner", async () => {
    const { store } = await fresh();
    const before = registered(received);
    await store.insert(before);
    const rivals = Array.from({ length: 8 }, () => after(before, plain.urge(), at("2026-02-13 11:00")));
    const answers = await Promise.all(rivals.map((rival) => store.replace(rival, before.revision)));
    expect(answers.filter(({ conflict }) => conflict === undefined)).toHaveLength(1);
    const standing = await store.load(before.registration.id);
    expect(standing?.urges).toBe(1);
    for (const { conflict } of answers.filter((answer) => answer.conflict !== undefined)) {
      expect(conflict).toEqual(standing);
    }
  });

  test("replacing a complaint that is not there is an error, not a creation", async () => {
    const { store } = await fresh();
    await expect(store.replace(registered(received), 1)).rejects.toThrow(/is not in the table/);
    expect(await store.load("c".repeat(26))).toBeUndefined();
  });

  test.each([
    ["another schema version", { schema: 2 }, /has schema version 2, this software reads 1/],
    ["a status of a later release", { status: "angry" }, /status: invalid_value/],
    ["a broken instant", { lastEventAt: "yesterday" }, /lastEventAt: invalid_format/],
  ])("a document with %s is refused without telling its values", async (_, change, message) => {
    const { table, store } = await fresh();
    const complaint = registered(received);
    const item = complaintItem(complaint, SHARDS);
    await putItem(table, { Item: { ...item, doc: JSON.stringify({ ...complaint, ...change }) } });
    const reading = store.load(complaint.registration.id);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.not.toThrow(/yesterday|angry|电梯/);
  });

  test("documents are read in batches beyond DynamoDB's hundred; missing ones are left out", async () => {
    const { store } = await fresh();
    const all = Array.from({ length: 130 }, (_, n) => numbered(n));
    await Promise.all(all.map((complaint) => store.insert(complaint)));
    const ids = all.map((complaint) => complaint.registration.id);
    const found = await store.loadMany([...ids, "nobody", ids[0]!]);
    expect(found.map((complaint) => complaint.registration.id).sort()).toEqual([...ids].sort());
  });
});

describe("lists", () => {
  test("open complaints come next due first, page by page, and those due before an instant alone", async () => {
    const { store } = await fresh();
    const all = Array.from({ length: 9 }, (_, n) => numbered(n, at(`2026-02-13 1${n}:00`)));
    for (const complaint of [...all].reverse()) await store.insert(complaint);
    const pages = await everyPage((page) => store.openByProject("project-1", page), 4);
    expect(pages.map((page) => page.length)).toEqual([4, 4, 1]);
    expect(pages.flat().map(({ fact }) => fact.number)).toEqual(all.map((c) => c.registration.number));

    const dueBefore = at("2026-02-14 12:30");
    const soon = await store.openByProject("project-1", { limit: 100, dueBefore });
    expect(soon.items.map(({ fact }) => fact.number)).toEqual(["W0", "W1", "W2"]);
    expect((await store.openByProject("project-2", { limit: 10 })).items).toEqual([]);
  });

  test("a closed complaint leaves the work list and stays in its month of receipt", async () => {
    const { store } = await fresh();
    const open = registered(received);
    await store.insert(open);
    expect((await store.openByProject("project-1", { limit: 10 })).items).toHaveLength(1);
    const life = closed(received);
    await store.replace(life, open.revision);
    expect((await store.openByProject("project-1", { limit: 10 })).items).toEqual([]);
    const [row] = (await store.receivedInMonth("project-1", "2026-02", { limit: 10 })).items;
    expect(row).toEqual({
      id: life.registration.id,
      fact: expect.objectContaining({
        status: "closed",
        classCode: "1.2",
        validity: "valid",
        firstGrade: 5,
        dueAt: life.taskDueAt,
        completedAt: life.resolvedAt,
      }),
    });
  });

  test("changes, newest first, closed ones too; what nobody sees is none", async () => {
    const { store } = await fresh();
    const first = numbered(1);
    await store.insert(first);
    await store.insert(numbered(2, at("2026-02-13 10:05")));
    const ids = async () => (await store.changedLast("project-1", 10)).map(({ id }) => id.slice(0, 4));
    expect(await ids()).toEqual(["id-2", "id-1"]);
    await store.replace({ ...first, outbox: [], revision: 2, writtenAt: at("2026-02-13 11:00") }, 1);
    expect(await ids()).toEqual(["id-2", "id-1"]);
    const life = closed(received);
    const over = { ...life, registration: { ...life.registration, id: first.registration.id }, revision: 3 };
    await store.replace(over, 2);
    expect(await store.changedLast("project-1", 1)).toEqual([
      { id: first.registration.id, at: over.events.at(-1)?.recordedAt, version: over.version },
    ]);
    expect(await store.changedLast("project-2", 10)).toEqual([]);
  });

  test("the month of receipt is the project's, not UTC's", async () => {
    const { store } = await fresh();
    await store.insert(numbered(1, at("2026-02-28 23:59")));
    await store.insert(numbered(2, at("2026-03-01 00:30")));
    const numbers = async (month: string) =>
      (await store.receivedInMonth("project-1", month, { limit: 10 })).items.map(({ fact }) => fact.number);
    expect(await numbers("2026-02")).toEqual(["W1"]);
    expect(await numbers("2026-03")).toEqual(["W2"]);
  });

  test("number, household prefix and contact lead to the complaints, newest first", async () => {
    const { store } = await fresh();
    const at3 = (n: number, hour: number, room: string, contactKey?: string) =>
      registered(at(`2026-02-13 ${hour}:00`), {
        id: `id-${n}`,
        number: `W${n}`,
        householdKey: `3/1/${room}`,
        ...(contactKey === undefined ? {} : { contactKey }),
      });
    for (const complaint of [
      at3(1, 12, "501", "mine"),
      at3(2, 10, "502"),
      at3(3, 14, "501", "mine"),
      at3(4, 13, "502"),
    ]) {
      await store.insert(complaint);
    }
    expect(await store.idByNumber("W3")).toBe("id-3");
    expect(await store.idByNumber("W9")).toBeUndefined();
    expect(await store.idsByHousehold("project-1", "3/1/501", 10)).toEqual(["id-3", "id-1"]);
    expect(await store.idsByHousehold("project-1", "3/1/", 3)).toEqual(["id-3", "id-4", "id-1"]);
    expect(await store.idsByHousehold("project-2", "3/1/", 3)).toEqual([]);
    expect(await store.idsByContact("mine", 10)).toEqual(["id-3", "id-1"]);
  });

  test("is found by its number whoever was shown it: their entries carry the number too, in no order", async () => {
    const { table, store } = await fresh();
    const complaint = numbered(4);
    await store.insert(complaint);
    const shown = {
      complaintId: complaint.registration.id,
      projectId: "project-1",
      way: "complaint",
    } as const;
    const until = at("2029-03-01 00:00");
    for (let n = 1; n <= 60; n += 1)
      await readLog(table).record({ ...shown, number: "W4", by: `clerk-${n}` }, received, until);
    // Before the complaint in whatever order an index has.
    for (let n = 1; n <= 110; n += 1) await putItem(table, { Item: { pk: `A#${n}`, sk: "A", number: "W4" } });
    expect(await store.idByNumber("W4")).toBe(complaint.registration.id);
    await readLog(table).record({ ...shown, number: "W5", by: "clerk-1" }, received, until);
    expect(await store.idByNumber("W5")).toBeUndefined();
  });

  test("a further contact leads to it beside its own, until it is dropped", async () => {
    const { store } = await fresh();
    const complaint = numbered(1);
    await store.insert(complaint);
    for (let twice = 0; twice < 2; twice += 1) await store.addContact(complaint, "follower");
    expect(await store.idsByContact("follower", 10)).toEqual([complaint.registration.id]);
    for (let twice = 0; twice < 2; twice += 1) await store.dropContact(complaint.registration.id);
    expect(await store.idsByContact("follower", 10)).toEqual([]);
  });

  test("a cursor that is not ours, or of another list, is refused", async () => {
    const { store } = await fresh();
    for (const n of [1, 2, 3]) await store.insert(numbered(n));
    const { cursor } = await store.openByProject("project-1", { limit: 1 });
    const key = JSON.parse(Buffer.from(String(cursor), "base64url").toString());
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const { openSk: _, pk: __, ...half } = key;
    for (const wrong of ["abc", "e30", "bm9uc2Vuc2U", "电梯", made([]), made({ openPk: 1 }), made(half)]) {
      const page = store.openByProject("project-1", { limit: 1, cursor: wrong });
      await expect(page).rejects.toThrow(UnknownCursor);
    }
    const elsewhere = [
      store.openByProject("project-2", { limit: 1, cursor: String(cursor) }),
      store.receivedInMonth("project-1", "2026-02", { limit: 1, cursor: String(cursor) }),
    ];
    for (const page of elsewhere) await expect(page).rejects.toThrow(UnknownCursor);
    await expect(
      store.openByProject("project-1", { limit: 1, cursor: String(cursor) }),
    ).resolves.toBeDefined();
  });
});

test("the fact row stays within 300 bytes even when every field is set", () => {
  const full = after(
    resolved(received, {
      number: "W12345",
      projectId: "project-shanghai-1",
      channel: "government",
      recordKind: "complaint",
      level: "A",
      classCode: "1.7.5",
    }),
    { ...plain["follow-up"](), grade: 5 } as never,
    at("2026-02-13 16:00"),
  );
  const { fact } = complaintItem(full, SHARDS);
  const size = Object.entries(fact).reduce(
    (sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)) + 2,
    0,
  );
  expect(Object.keys(fact).length).toBeGreaterThanOrEqual(14);
  expect(size).toBeLessThanOrEqual(300);
});
