import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import { groupStore, rowOf } from "../../../lib/adapters/dynamodb/groups/group-store.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import type { GroupStore } from "../../../lib/app/ports/groups.ts";
import { nextAlarm } from "../../../lib/domain/document/timer.ts";
import type { Group } from "../../../lib/domain/groups/group.ts";
import { sightingOf } from "../../../lib/domain/groups/sighting.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { after, at, plain, registered } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import {
  assignAll,
  confirmedCrowd,
  crowd,
  giveGroup,
  onlyGroup,
  replyAll,
  resolveAll,
} from "../../support/groups.ts";
import { MemoryGroups } from "../../support/memory/groups.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
let local: LocalAws;
let table: Awaited<ReturnType<LocalAws["newTable"]>>;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
beforeEach(async () => {
  table = await local.newTable();
});

async function proposed(): Promise<Group> {
  const w = world(now);
  await crowd(w);
  return onlyGroup(w);
}

const withOrdinal = (group: Group, ordinal: number): Group => {
  const series = group.identity.id.slice(0, group.identity.id.lastIndexOf("."));
  return { ...group, identity: { ...group.identity, ordinal, id: `${series}.${ordinal}` } };
};

const seriesOf = ({ identity }: Group) => identity.id.slice(0, identity.id.lastIndexOf("."));

/** What the use cases rely on; the store in memory keeps the same promises. */
describe.each<[string, () => GroupStore]>([
  ["the engine", () => groupStore(table, 4)],
  ["memory", () => new MemoryGroups()],
])("groups in %s", (_, newStore) => {
  test("a group comes back as it was written, through every step of its life", async () => {
    const store = newStore();
    const w = world(now);
    await confirmedCrowd(w);
    const states = [onlyGroup(w)];
    for (const command of [replyAll, assignAll, resolveAll]) {
      await giveGroup(w, command);
      states.push(onlyGroup(w));
    }
    const [first, ...others] = states;
    await store.insert(first!);
    let revision = first!.revision;
    for (const group of others) {
      expect(await store.replace(group, revision)).toEqual({});
      revision = group.revision;
      expect(await store.load(group.identity.id)).toEqual(group);
    }
  });

  test("one of a number: whoever inserts second gets the one that stands", async () => {
    const store = newStore();
    const group = await proposed();
    const other = { ...group, members: group.members.slice(1) };
    const answers = await Promise.all([store.insert(group), store.insert(other)]);
    expect(answers.filter(({ exists }) => exists === undefined)).toHaveLength(1);
    expect(await store.insert(other)).toEqual({ exists: await store.load(group.identity.id) });
  });

  test("the last of a series, counted as numbers", async () => {
    const store = newStore();
    const group = await proposed();
    expect(await store.latest(seriesOf(group))).toBeUndefined();
    for (const ordinal of [9, 10, 1]) await store.insert(withOrdinal(group, ordinal));
    expect((await store.latest(seriesOf(group)))?.identity.ordinal).toBe(10);
    expect(await store.latest("another")).toBeUndefined();
    expect(await store.load("nothing")).toBeUndefined();
  });

  test("a stale revision changes nothing and answers with what stands", async () => {
    const store = newStore();
    const group = await proposed();
    await store.insert(group);
    const next = { ...group, revision: group.revision + 1 };
    expect(await store.replace(next, group.revision)).toEqual({});
    expect(await store.replace({ ...group, members: [] }, group.revision)).toEqual({ conflict: next });
  });

  test("the list of a project, page by page", async () => {
    const store = newStore();
    const group = await proposed();
    for (const ordinal of [1, 2, 3]) await store.insert(withOrdinal(group, ordinal));
    const first = await store.ofProject("project-1", { limit: 2 });
    const second = await store.ofProject("project-1", { limit: 2, cursor: first.cursor! });
    const rows = [...first.items, ...second.items];
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      [1, 2, 3].map((n) => withOrdinal(group, n).identity.id),
    );
    expect(rows[0]).toEqual({ ...rowOf(group), id: rows[0]!.id });
    expect((await store.ofProject("project-2", { limit: 2 })).items).toEqual([]);
  });
});

test("a group with something due is found by the sweep beside complaints and notices, and put aside alike", async () => {
  const group = await proposed();
  const shards = 2;
  await groupStore(table, shards).insert(group);
  await complaintStore(table, shards).insert(registered(now));
  const due = plusSeconds(nextAlarm(group)!, 1);
  const alarms = alarmStore(table, shards);
  const found = (await Promise.all([0, 1].map((shard) => alarms.overdue(shard, due, { limit: 9 })))).flatMap(
    ({ items }) => items,
  );
  const late = found.find((one) => one.kind === "document" && one.document.kind === "group");
  expect(late).toMatchObject({
    document: { kind: "group", id: group.identity.id },
    ref: keys.group(group.identity.id),
  });
  expect(await alarms.countRescue(late!, 9)).toBe(1);
  await alarms.putAside(late!);
  expect((await alarms.totals()).aside).toBe(1);
  // What the sweep noted beside it is not taken for a group.
  expect((await groupStore(table, shards).latest(seriesOf(group)))?.identity.id).toBe(group.identity.id);
});

test("candidates: complaints and opinions of one project and problem point, by receipt, ends included", async () => {
  const store = complaintStore(table, 2);
  const id = (n: number) => String(n).padStart(26, "c");
  const put = (n: number, more = {}) =>
    store.insert(
      registered(plusSeconds(now, n), { id: id(n), number: String(n), classCode: "1.7.2", ...more }),
    );
  for (const n of [0, 1, 2, 3]) await put(n);
  await put(4, { recordKind: "opinion" });
  await put(5, { recordKind: "repair" });
  await put(6, { projectId: "project-2" });
  await put(7, { classCode: "1.2" });
  const window = { from: plusSeconds(now, 1), to: plusSeconds(now, 4), taken: false };
  const seen = async (limit: number) =>
    (await store.sightings("project-1", "1.7.2", window, limit)).map(({ complaintId }) => complaintId);
  expect(await seen(10)).toEqual([1, 2, 3, 4].map(id));
  expect(await seen(2)).toEqual([1, 2].map(id));
  const { units } = await table.meter.of(() => seen(10));
  expect(units).toBeLessThanOrEqual(0.5);
});

test("what is over or in a group stands apart, and comes back when it leaves the group", async () => {
  const store = complaintStore(table, 2);
  const own = { ...registered(now, { id: "e".repeat(26), number: "91", classCode: "1.7.4" }), revision: 1 };
  const grouped = { ...own, group: { id: "series.1", level: "B" as const, since: now }, revision: 2 };
  const window = { from: now, to: now };
  const seen = async () =>
    Promise.all(
      [false, true].map(
        async (taken) => (await store.sightings("project-1", "1.7.4", { ...window, taken }, 9)).length,
      ),
    );
  await store.insert(own);
  expect(await seen()).toEqual([1, 0]);
  await store.replace(grouped, 1);
  expect(await seen()).toEqual([0, 1]);
  await store.replace({ ...own, revision: 3 }, 2);
  expect(await seen()).toEqual([1, 0]);
  const withdrawn = registered(now, { id: "f".repeat(26), number: "92", classCode: "1.7.4" });
  await store.insert(after(withdrawn, plain.withdraw(), now));
  expect(await seen()).toEqual([1, 1]);
});

test("a candidate's entry says who complains, of which building and for how many", async () => {
  const store = complaintStore(table, 2);
  const told = registered(plusSeconds(now, 90), {
    id: "d".repeat(26),
    number: "90",
    classCode: "1.7.3",
    headcount: 7,
    householdKey: "东区#8幢#1#502",
    location: { area: "东区", building: '8幢 # "甲"', unit: "1", room: "502" },
  });
  await store.insert(told);
  const window = { from: now, to: plusSeconds(now, 90), taken: false };
  expect(await store.sightings("project-1", "1.7.3", window, 10)).toEqual([sightingOf(told)]);
});

test("groups cost what docs/groups.md states", async () => {
  const store = groupStore(table, 4);
  const complaints = complaintStore(table, 4);
  const group = await proposed();
  const cost: Record<string, number> = {};
  const spend = async (name: string, work: () => Promise<unknown>) => {
    cost[name] = (await table.meter.of(work)).units;
  };
  const grown = (size: number): Group => ({
    ...group,
    members: Array.from({ length: size }, (_, n) => ({
      ...group.members[0]!,
      complaintId: sha256(String(n)).slice(0, 26),
    })),
  });
  await spend("propose a group of 5", () => store.insert(group));
  await spend("read the last group of a series", () => store.latest(seriesOf(group)));
  await spend("change a group of 5", () => store.replace({ ...group, revision: 9 }, group.revision));
  await spend("change a group of 100", () => store.replace({ ...grown(100), revision: 10 }, 9));
  await spend("list the groups of a project", () => store.ofProject("project-1", { limit: 50 }));
  for (let n = 0; n < 50; n += 1) {
    const id = `cost-${n}`.padEnd(26, "x");
    await complaints.insert(registered(plusSeconds(now, n), { id, number: `5${n}`, classCode: "1.7.4" }));
  }
  await spend("find 50 candidates", async () => {
    const window = { from: now, to: plusSeconds(now, 7 * 86_400), taken: false };
    expect(await complaints.sightings("project-1", "1.7.4", window, 50)).toHaveLength(50);
  });
  const stated = readFileSync(new URL("../../../docs/groups.md", import.meta.url), "utf8");
  const rows = [...stated.matchAll(/^\| ([^|]+?) \| ([\d.]+) \|$/gm)].map(([, name, units]) => [
    name,
    Number(units),
  ]);
  expect(cost).toEqual(Object.fromEntries(rows));
});
