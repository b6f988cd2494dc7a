import { describe, expect, test } from "vitest";
import { rowView } from "../../../lib/adapters/http/complaints/complaint-view.ts";
import {
  clocks,
  history,
  type ListQuery,
  listComplaints,
  showComplaint,
} from "../../../lib/app/complaints/read.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { fittingCommands } from "../../../lib/domain/complaint/transitions.ts";
import { factRow } from "../../../lib/domain/statistics/fact-row.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { rulesFor } from "../../support/rules.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

/** Three complaints of the first project, the second one due first, and one of the other project. */
async function desk(): Promise<World> {
  const w = world(now);
  await w.receive({ sourceId: "1", level: "C" });
  await w.receive({ sourceId: "2", channel: "web", safety: true, complainant: { phone: "13900000000" } });
  await w.receive({ sourceId: "3", location: { building: "3", unit: "2", room: "101" } });
  await w.receive({ sourceId: "4", projectId: "project-2" });
  return w;
}

async function list(w: World, query: Partial<ListQuery> = {}): Promise<string[]> {
  const found = await listComplaints(w.ports, people.clerk, { projectId: "project-1", limit: 10, ...query });
  if (isProblem(found)) throw new Error(found.problem);
  for (const { complaint, fact } of found.items) expect(complaint.registration.number).toBe(fact.number);
  return found.items.map(({ fact }) => fact.number);
}

async function idOf(w: World, number: string): Promise<string> {
  return (await w.complaints.idByNumber(number)) ?? "";
}

describe("work lists", () => {
  test("open complaints of the project, next due first", async () => {
    const w = await desk();
    expect(await list(w)).toEqual(["N001", "001", "002"]);
    await w.give(await idOf(w, "001"), { type: "withdraw", reason: "撤诉" });
    expect(await list(w)).toEqual(["N001", "002"]);
    expect((await list(w, { month: "2026-03" })).sort()).toEqual(["001", "002", "N001"]);
    expect(await list(w, { month: "2026-02" })).toEqual([]);
  });

  test("filters", async () => {
    const w = await desk();
    await w.give(await idOf(w, "002"), {
      type: "assign",
      departmentId: "engineering",
      handlerId: "handler-1",
    });
    expect(await list(w, { status: "handling" })).toEqual(["002"]);
    expect(await list(w, { handler: "handler-1" })).toEqual(["002"]);
    expect(await list(w, { level: "C" })).toEqual(["001"]);
    expect(await list(w, { channel: "web" })).toEqual(["N001"]);
    expect(await list(w, { dueBefore: at("2026-03-02 12:00") })).toEqual(["N001"]);
    expect(await list(w, { month: "2026-03", dueBefore: at("2026-03-02 12:00") })).toEqual(["N001"]);
  });

  test("pages follow their cursor", async () => {
    const w = await desk();
    const first = await listComplaints(w.ports, people.clerk, { projectId: "project-1", limit: 2 });
    if (isProblem(first) || first.cursor === undefined) throw new Error("no second page");
    expect(first.items).toHaveLength(2);
    expect(await list(w, { limit: 2, cursor: first.cursor })).toEqual(["002"]);
  });

  test("q finds an exact number, a phone number however it is written, or a room prefix, each once", async () => {
    const w = await desk();
    expect(await list(w, { q: "N001" })).toEqual(["N001"]);
    expect(await list(w, { q: "139 0000 0000" })).toEqual(["N001"]);
    expect(await list(w, { q: "3/2" })).toEqual(["002"]);
    expect((await list(w, { q: "3/" })).sort()).toEqual(["001", "002", "N001"]);
    expect(await list(w, { q: "003" })).toEqual([]);
    expect(await list(w, { q: "nothing" })).toEqual([]);
  });

  test("a row whose document is gone meanwhile is left out", async () => {
    const w = await desk();
    w.complaints.loadMany = async () => [];
    const found = await listComplaints(w.ports, people.clerk, { projectId: "project-1", limit: 9 });
    expect(found).toMatchObject({ items: [] });
  });

  test("a row shows what a desk asks: what is missing, late, paused, whose, what happened last, what is unread", async () => {
    const w = await desk();
    const id = await idOf(w, "001");
    const rowOf = async () => {
      const found = await listComplaints(w.ports, people.clerk, { projectId: "project-1", limit: 9 });
      if (isProblem(found)) throw new Error(found.problem);
      const listed = found.items.find((one) => one.id === id);
      if (listed === undefined) throw new Error("not listed");
      return rowView(listed.complaint, { ...found, project: listed.project });
    };
    const fresh = await rowOf();
    expect(fresh).toMatchObject({ unread: 0, lastEvent: { type: "registered" } });
    for (const absent of ["overdueSince", "paused", "handlerName"]) expect(fresh).not.toHaveProperty(absent);
    expect(fresh.missingToClose).toEqual(
      expect.arrayContaining(["judge", "investigate", "instruct|consult", "plan"]),
    );
    const handler = people.handler.id;
    await w.give(id, { type: "assign", departmentId: "engineering", handlerId: handler });
    await w.give(id, { type: "urge", text: "还没人来" });
    await w.give(id, { type: "customer-message", text: "电梯仍停" });
    const urged = await rowOf();
    expect(urged).toMatchObject({
      departmentName: "工程部",
      handlerName: people.handler.name,
      unread: 2,
      urges: 1,
      lastEvent: { type: "messageReceived", at: now },
    });
    const reason = "third-party";
    await w.give(id, { type: "pause", reason }, { person: people.projectManager });
    expect(await rowOf()).toMatchObject({ unread: 0, paused: { since: now, reason } });
    await w.run(at("2026-03-03 10:01"));
    // The result waits; the first reply of 24 hours does not (D6).
    expect(await rowOf()).toMatchObject({ overdueSince: at("2026-03-02 12:00") });
    await w.give(id, { type: "withdraw", reason: "撤诉" });
    const over = await listComplaints(w.ports, people.clerk, {
      projectId: "project-1",
      limit: 9,
      month: "2026-03",
      status: "withdrawn",
    });
    if (isProblem(over)) throw new Error(over.problem);
    const [last] = over.items;
    if (last === undefined) throw new Error("not listed");
    const row = rowView(last.complaint, { ...over, project: last.project });
    expect(row.missingToClose).toEqual([]);
    expect(row).not.toHaveProperty("overdueSince");
  });
});

describe("one complaint", () => {
  test("by id or number, with what this person may do; others do not learn that it exists", async () => {
    const w = await desk();
    const id = await idOf(w, "001");
    for (const name of [id, "001"]) {
      const shown = await showComplaint(w.ports, people.clerk, name);
      if ("problem" in shown) throw new Error(shown.problem);
      expect(shown.complaint.registration.id).toBe(id);
      expect(shown.allowed).toEqual(fittingCommands(shown.complaint, ["clerk"]));
    }
    const unknown = { problem: "unknown-complaint" };
    for (const read of [showComplaint, history, clocks]) {
      expect(await read(w.ports, people.stranger, id)).toEqual(unknown);
      expect(await read(w.ports, people.clerk, "nowhere")).toEqual(unknown);
    }
    expect(
      await listComplaints(w.ports, people.stranger, { projectId: "project-1", limit: 1 }),
    ).toMatchObject({
      problem: "unknown-project",
    });
  });

  test("history: every event with its texts and the messages it caused; an erased text is absent", async () => {
    const w = await desk();
    const id = await idOf(w, "001");
    await w.give(id, { type: "note", text: "备注" });
    await w.run(at("2026-03-02 21:00"));
    const complaint = await w.complaint(id);
    const { "1.phone": _, ...personal } = complaint.personal;
    w.complaints.items.set(id, { ...complaint, personal });
    const shown = await history(w.ports, people.clerk, id);
    if (isProblem(shown)) throw new Error(shown.problem);
    // The desk's complaints are of one household and matter, so this one repeats another.
    const events = shown.events.filter(({ event }) => event.fact.type !== "repeatLinked");
    expect(events.map(({ event, texts, notices }) => [event.fact.type, texts, notices.length])).toEqual([
      ["registered", { matter: "电梯又停了", name: "示***" }, 0],
      ["clockStarted", {}, 0],
      ["clockStarted", {}, 0],
      ["clockStarted", {}, 0],
      ["clockStopped", {}, 0],
      ["noted", { text: "备注" }, 0],
      ["rungDecided", {}, 2],
      ["rungDecided", {}, 2],
    ]);
  });

  test("clocks: limits, clauses, rungs and outcome, with the versions they were computed with", async () => {
    const w = await desk();
    const id = await idOf(w, "001");
    await w.give(id, { type: "reply", via: "phone", text: "明天" });
    w.clock.set(at("2026-03-20 10:00"));
    const shown = await clocks(w.ports, people.clerk, id);
    if (isProblem(shown)) throw new Error(shown.problem);
    expect(shown.open).toBe(true);
    expect(shown.clocks).toMatchObject([
      { name: "firstReply", outcome: "kept", stoppedAt: now, limits: [{ clause: "D6" }] },
      { name: "result", outcome: "missed", limits: [{ clause: "D6" }, { clause: "D12" }] },
      { name: "record", outcome: "kept", limits: [{ clause: "D9, D12" }] },
    ]);
    expect(shown.clocks.every((c) => c.policyVersion === rulesFor("Asia/Shanghai").policy.version)).toBe(
      true,
    );
  });

  test("a reopened complaint shows the clocks of its latest cycle", async () => {
    const w = await desk();
    const id = await idOf(w, "001");
    await w.give(id, { type: "assign", departmentId: "engineering" });
    await w.give(id, { type: "resolve", via: "phone", text: "好" });
    w.clock.set(at("2026-03-09 10:00"));
    const { view } = await w.give(id, { type: "reopen", reason: "没好" }, { person: people.manager });
    expect(view.clocks.map(({ name, dueAt }) => [name, dueAt])).toEqual([
      ["firstReply", at("2026-03-03 10:00")],
      ["record", at("2026-03-03 10:00")],
      ["accept", at("2026-03-02 12:00")],
      ["followUp", at("2026-03-05 18:00")],
      ["result", at("2026-03-12 18:00")],
    ]);
  });
});

test("the fact row stays within its 300 bytes, and a withdrawn complaint waits for nothing", async () => {
  const w = await desk();
  const id = await idOf(w, "001");
  await w.give(id, { type: "assign", departmentId: "engineering", handlerId: "handler-1" });
  await w.give(id, { type: "classify", classCode: "1.7.2" });
  await w.give(id, { type: "judge", validity: "assisted", reason: "协助" });
  const row = factRow(await w.complaint(id));
  expect(row).toMatchObject({
    nextDueAt: at("2026-03-02 12:00"),
    dueAt: at("2026-03-05 18:00"),
    estateClass: "工程质量",
  });
  await w.give(id, { type: "withdraw", reason: "撤诉" });
  const withdrawn = factRow(await w.complaint(id));
  expect(withdrawn).toMatchObject({ status: "withdrawn", endedAt: now });
  expect(withdrawn).not.toHaveProperty("nextDueAt");
  expect(Buffer.byteLength(Object.values(withdrawn).join(""))).toBeLessThanOrEqual(300);
});
