import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { documentRefOf, keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import {
  emergencyRowOf,
  emergencyStore,
} from "../../../lib/adapters/dynamodb/emergencies/emergency-store.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import { noticeStore } from "../../../lib/adapters/dynamodb/work/notice-store.ts";
import type { EmergencyStore } from "../../../lib/app/ports/emergencies.ts";
import { nextAlarm } from "../../../lib/domain/document/timer.ts";
import { emergencyNotices } from "../../../lib/domain/emergencies/announcements.ts";
import type { Emergency, ReportStage } from "../../../lib/domain/emergencies/emergency.ts";
import { addReport, announceOverdue } from "../../../lib/domain/emergencies/report.ts";
import { plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, personal } from "../../support/builders.ts";
import { emergencyAt, holding } from "../../support/emergencies.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { MemoryEmergencies } from "../../support/memory/emergencies.ts";

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

function reported(event: Emergency, stage: ReportStage): Emergency {
  const receipt = { by: "clerk-1", commandId: `clerk-1:${stage}`, request: "hash" };
  const harm = { injury: { dead: 0, injured: 1 }, loss: 12.5 };
  const next = addReport(event, { stage, ...harm, text: personal(stage), ...receipt }, now);
  if ("refused" in next) throw new Error(next.refused);
  return next;
}

/** What the use cases rely on; the store in memory keeps the same promises. */
describe.each<[string, () => EmergencyStore]>([
  ["the engine", () => emergencyStore(table, 4)],
  ["memory", () => new MemoryEmergencies()],
])("emergency events in %s", (_, newStore) => {
  test("an event comes back as it was written, through every step of its life", async () => {
    const store = newStore();
    let event = emergencyAt(now, { accident: true, loss: 3 });
    const { id } = event.registration;
    expect(await store.load(id)).toBeUndefined();
    expect(await store.insert(event)).toEqual({});
    const late = announceOverdue(event, at("2026-03-20 10:00"), holding);
    for (const next of [late, ...states(late)]) {
      expect(await store.replace(next, event.revision)).toEqual({});
      event = next;
      expect(await store.load(id)).toEqual(event);
    }
  });

  test("one of an id: whoever inserts second gets the one that stands", async () => {
    const store = newStore();
    const event = emergencyAt(now);
    const other = emergencyAt(now, { press: true });
    const answers = await Promise.all([store.insert(event), store.insert(other)]);
    expect(answers.filter(({ exists }) => exists === undefined)).toHaveLength(1);
    expect(await store.insert(other)).toEqual({ exists: await store.load(event.registration.id) });
  });

  test("a stale revision changes nothing and answers with what stands", async () => {
    const store = newStore();
    const event = emergencyAt(now);
    await store.insert(event);
    const next = reported(event, "first");
    expect(await store.replace(next, event.revision)).toEqual({});
    expect(await store.replace({ ...event, due: [] }, event.revision)).toEqual({ conflict: next });
    expect(await store.load(event.registration.id)).toEqual(next);
  });

  test("the list of a project and month of occurrence, in the project's zone, oldest first, page by page", async () => {
    const store = newStore();
    const times = [
      "2026-03-31 23:59",
      "2026-02-28 23:59",
      "2026-03-01 00:00",
      "2026-04-01 00:00",
      "2026-03-10 08:00",
    ];
    for (const [index, time] of times.entries()) {
      await store.insert(emergencyAt(now, { id: `event-${index}`, occurredAt: at(time) }));
    }
    await store.insert(emergencyAt(now, { id: "elsewhere", projectId: "project-2" }));
    const first = await store.inMonth("project-1", "2026-03", { limit: 2 });
    const second = await store.inMonth("project-1", "2026-03", { limit: 2, cursor: first.cursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(["event-2", "event-4", "event-0"]);
    const event = await store.load("event-2");
    expect(first.items[0]).toEqual(emergencyRowOf(event!));
    expect((await store.inMonth("project-1", "2026-05", { limit: 2 })).items).toEqual([]);
  });
});

function states(event: Emergency): Emergency[] {
  const stages: readonly ReportStage[] = ["first", "written", "follow-up", "final"];
  const all: Emergency[] = [];
  for (const stage of stages) all.push(reported(all.at(-1) ?? event, stage));
  return all;
}

test("an event with a report to come is found by the sweep, put aside, and left alone once it is closed", async () => {
  const shards = 2;
  const store = emergencyStore(table, shards);
  const alarms = alarmStore(table, shards);
  const event = { ...emergencyAt(now), outbox: [], armed: { epoch: 1 } };
  const { id } = event.registration;
  await store.insert(event);
  const overdue = async () => {
    const pages = [0, 1].map((shard) => alarms.overdue(shard, "2027", { limit: 9 }));
    return (await Promise.all(pages)).flatMap(({ items }) => items);
  };
  const [late] = await overdue();
  expect(late).toMatchObject({ document: { kind: "emergency", id }, ref: keys.emergency(id) });
  expect(late!.alarmKey).toBe(`${nextAlarm(event)}#${id}`);
  expect(await alarms.countRescue(late!, 9)).toBe(1);
  await alarms.putAside(late!);
  expect(await overdue()).toEqual([]);
  const closed = states(event).at(-1)!;
  await store.replace({ ...closed, armed: { epoch: closed.alarm.epoch } }, event.revision);
  expect(await overdue()).toEqual([]);
  expect((await alarms.totals()).aside).toBe(0);
});

test("its notices lie beside it and are not taken for an event", async () => {
  const event = emergencyAt(now);
  const notices = noticeStore(table, 2);
  const [plan] = emergencyNotices(event.announcements[0]!, event);
  const notice = plannedNotice(plan!, now);
  await notices.plan(notice);
  const ref = notices.refOf(notice);
  expect(await notices.load(ref)).toEqual(notice);
  expect(ref.pk).toBe(keys.emergency(event.registration.id).pk);
  expect([ref, keys.rescue(keys.emergency("x"))].map(documentRefOf)).toEqual([undefined, undefined]);
  expect(documentRefOf(keys.emergency("x"))).toEqual({ kind: "emergency", id: "x" });
});

test("costs: registering, a report, reading, a month of fifty", async () => {
  const store = emergencyStore(table, 2);
  const event = emergencyAt(now);
  const units = async (work: () => Promise<unknown>) => (await table.meter.of(work)).units;
  expect(await units(() => store.insert(event))).toBe(4);
  expect(await units(() => store.replace(reported(event, "first"), event.revision))).toBe(3);
  expect(await units(() => store.load(event.registration.id))).toBe(1);
  for (let n = 0; n < 49; n += 1) await store.insert(emergencyAt(plusSeconds(now, n), { id: `event-${n}` }));
  expect(await units(() => store.inMonth("project-1", "2026-03", { limit: 50 }))).toBe(2.5);
});
