import { describe, expect, test } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { previewHandover, startHandover } from "../../../lib/app/handover/start.ts";
import { jobProgress } from "../../../lib/app/jobs/start.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { crowd, giveGroup, onlyGroup } from "../../support/groups.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const from = people.handler.id;
const to = people.dutyHandler.id;
const shift = { date: "2026-03-03", from: "08:00", to: "20:00", post: "handler" as const };

/** Complaints with the leaver, a roster with his shifts, and a colleague who named him. */
async function leaving(count = 3) {
  const w = world(now);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { registration } = await w.receive({ sourceId: `call-${index}` });
    await w.give(registration.id, { type: "assign", departmentId: "engineering", handlerId: from });
    ids.push(registration.id);
  }
  const others = await w.receive({ sourceId: "others" });
  await w.give(others.registration.id, { type: "assign", departmentId: "service", handlerId: "clerk-1" });
  await w.drain();
  w.organisation.rosters.push({
    projectId: project.id,
    month: "2026-03",
    version: 1,
    contentHash: "h",
    at: now,
    by: "manager-1",
    shifts: [
      { ...shift, date: "2026-03-01", personId: from },
      { ...shift, personId: from },
      { ...shift, from: "20:00", to: "08:00", personId: "clerk-1" },
    ],
  });
  replace(w, { ...people.clerk, substitutes: [from, "supervisor-1"] });
  w.reactQueue.waiting.length = 0;
  return { w, ids };
}

type World = ReturnType<typeof world>;

function replace(w: World, person: Person): void {
  w.organisation.people = w.organisation.people.map((one) => (one.id === person.id ? person : one));
}

function start(ports: Ports, ruler: Person = people.projectManager, more: object = {}) {
  return startHandover(ports, ruler, { from, to, key: "key-1", ...more });
}

/** What may be said when all is over; the same however often the process died on the way. */
async function outcome(w: World, ids: readonly string[]) {
  const [first] = w.jobs.jobs.values();
  const found = await Promise.all(ids.map((id) => w.complaint(id)));
  const roster = w.organisation.rosters.at(-1);
  const person = (id: string) => w.organisation.people.find((one) => one.id === id);
  return {
    handlers: [...new Set(found.map(({ handlerId }) => handlerId))],
    transfers: found.map(({ events }) => events.filter(({ fact }) => fact.type === "transferred").length),
    shifts: roster?.shifts.map(({ date, personId }) => `${date} ${personId}`),
    edition: roster?.version,
    substitutes: person("clerk-1")?.substitutes,
    posts: person(to)?.assignments.length,
    leaver: { leavesOn: person(from)?.leavesOn, substitutes: person(from)?.substitutes },
    progress: (await jobProgress(w.ports, first?.id ?? ""))?.progress,
  };
}

const whole = {
  handlers: [to],
  transfers: [1, 1, 1],
  shifts: [`2026-03-01 ${from}`, `2026-03-03 ${to}`, "2026-03-03 clerk-1"],
  edition: 2,
  substitutes: [to, "supervisor-1"],
  posts: 2,
  leaver: { leavesOn: "2026-03-02", substitutes: [to] },
  progress: {
    state: "done",
    done: 2,
    total: 2,
    result: { kind: "handover", seen: 3, changed: 3 },
    errors: [],
  },
};

describe("a handover whose message was lost", () => {
  test("is found by the sweep and done once, and is not looked at any more", async () => {
    const { w, ids } = await leaving();
    await start(w.ports);
    w.reactQueue.waiting.length = 0;
    w.clock.advance(600);
    expect((await sweep(w.ports)).rescued).toBe(0);
    w.clock.advance(181);
    expect((await sweep(w.ports)).rescued).toBe(1);
    await w.drain();
    expect(await outcome(w, ids)).toMatchObject({ handlers: [to], progress: { state: "done" } });
    w.clock.advance(300);
    expect((await sweep(w.ports)).rescued).toBe(0);
    expect(w.jobs.looks.size).toBe(0);
  });

  test("is left alone while it goes on", async () => {
    const { w } = await leaving(120);
    await start(w.ports);
    for (const message of w.reactQueue.take()) await reactTo(w.ports, message);
    w.reactQueue.waiting.length = 0;
    w.clock.advance(800);
    expect((await sweep(w.ports)).rescued).toBe(0);
    expect(w.jobs.looks.size).toBe(1);
    w.clock.advance(800);
    expect((await sweep(w.ports)).rescued).toBe(1);
  });

  test("is put aside after a day of rescues that changed nothing, for people to see", async () => {
    const { w } = await leaving();
    await start(w.ports);
    for (let sweeps = 0; sweeps < 100; sweeps += 1) {
      w.reactQueue.waiting.length = 0;
      w.clock.advance(1200);
      await sweep(w.ports);
    }
    const { items } = await w.alarms.aside({ limit: 100 });
    expect(items.filter(({ kind }) => kind === "job")).toHaveLength(1);
  });
});

test("open groups that the leaver handles name the successor, once, however often the job comes", async () => {
  const w = world(now);
  await crowd(w);
  await giveGroup(w, { type: "confirm" });
  await giveGroup(w, { type: "assign", departmentId: "engineering", handlerId: from });
  const { id } = onlyGroup(w).identity;
  expect(await previewHandover(w.ports, people.projectManager, { from, to })).toMatchObject({ groups: [id] });
  for (const _ of ["first", "again"]) {
    await start(w.ports);
    await w.drain();
  }
  expect(onlyGroup(w).handlerId).toBe(to);
  expect(onlyGroup(w).events.filter(({ fact }) => fact.type === "handedOver")).toHaveLength(1);
});

describe("工作移交", () => {
  test("the preview counts everything and changes nothing", async () => {
    const { w, ids } = await leaving();
    const before = structuredClone({ people: w.organisation.people, rosters: w.organisation.rosters });
    const preview = await previewHandover(w.ports, people.projectManager, { from, to });
    expect(preview).toMatchObject({
      leavesOn: "2026-03-02",
      complaints: { count: 3 },
      shifts: [{ projectId: project.id, month: "2026-03", count: 1 }],
      posts: people.handler.assignments,
      substituteOf: ["clerk-1"],
    });
    expect({ people: w.organisation.people, rosters: w.organisation.rosters }).toEqual(before);
    expect((await outcome(w, ids)).handlers).toEqual([from]);
  });

  test("one confirmed step: complaints, roster, substitutes, posts, and the leaver marked last", async () => {
    const { w, ids } = await leaving();
    expect(await start(w.ports)).toMatchObject({ task: { kind: "handover", from, to } });
    await w.drain();
    expect(await outcome(w, ids)).toMatchObject(whole);
    const changes = w.organisation.made.map(({ person, by }) => `${person.id} by ${by}`);
    expect(changes).toEqual([to, "clerk-1", from].map((id) => `${id} by ${people.projectManager.id}`));
  });

  test("the same key again is the same job; with something else it is refused", async () => {
    const { w, ids } = await leaving();
    const first = await start(w.ports);
    expect(await start(w.ports)).toEqual(first);
    await w.drain();
    expect(await start(w.ports)).toEqual(first);
    await w.drain();
    expect(await outcome(w, ids)).toMatchObject(whole);
    expect(await start(w.ports, people.projectManager, { to: "clerk-1" })).toMatchObject({
      problem: "key-reused",
    });
  });

  test("the process may die between any two steps: repeated, everything went over once", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w, ids } = await leaving(1);
      const run = async (ports: Ports) => {
        await start(ports);
        for (;;) {
          const messages = w.reactQueue.take();
          if (messages.length === 0) return;
          for (const message of messages) {
            if ("jobId" in message) await reactTo(ports, message);
          }
        }
      };
      const died = await diesAt(w.ports, point, run, ["organisation"]);
      // The queue brings back what was not finished; whoever sent the request sends it again.
      await start(w.ports);
      await w.drain();
      const result = { kind: "handover", seen: 1, changed: 1 };
      expect(await outcome(w, ids)).toMatchObject({
        ...whole,
        transfers: [1],
        progress: { ...whole.progress, result },
      });
      return { died };
    });
    expect(points).toBeGreaterThan(50);
  });

  test("what somebody assigns to the leaver meanwhile goes over too", async () => {
    const { w, ids } = await leaving();
    await start(w.ports);
    const [message] = w.reactQueue.take();
    if (message === undefined) throw new Error("no message");
    await reactTo(w.ports, message);
    const late = await w.receive({ sourceId: "late" });
    await w.give(late.registration.id, { type: "assign", departmentId: "engineering", handlerId: from });
    await w.drain();
    expect((await outcome(w, [...ids, late.registration.id])).handlers).toEqual([to]);
  });

  test("rights are looked at before anything changes: every post, and whoever names the leaver", async () => {
    const { w } = await leaving();
    const attempt = (ruler: Person, handover: object = {}) => start(w.ports, ruler, handover);
    expect(await attempt(people.stranger)).toMatchObject({ problem: "forbidden", path: "id" });
    replace(w, { ...people.stranger, substitutes: [from] });
    expect(await attempt(people.projectManager)).toMatchObject({ problem: "forbidden", path: "substitutes" });
    expect(await attempt(people.headquarters, { to: from })).toMatchObject({ problem: "no-successor" });
    expect(await attempt(people.headquarters, { to: "nobody" })).toMatchObject({ path: "to" });
    replace(w, { ...people.dutyHandler, leavesOn: "2026-03-01" });
    expect(await attempt(people.headquarters)).toMatchObject({ problem: "no-successor" });
    expect(w.organisation.made).toEqual([]);
    expect(w.jobs.jobs.size).toBe(0);
  });

  test("what the leaver holds in a project where the successor has no post keeps the whole from beginning", async () => {
    const { w } = await leaving();
    const roster = w.organisation.rosters[0];
    if (roster === undefined) throw new Error("no roster");
    w.organisation.rosters.push({ ...roster, projectId: otherProject.id });
    expect(await start(w.ports, people.headquarters)).toMatchObject({ problem: "no-successor", path: "to" });
    // The project manager does not rule the other project: it is not his to hand over.
    expect(await start(w.ports)).toMatchObject({ startedBy: people.projectManager.id });
  });
});
