import { describe, expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { giveGroupCommand } from "../../../lib/app/groups/command.ts";
import { showGroup } from "../../../lib/app/groups/read.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { at, later } from "../../support/builders.ts";
import {
  assignAll,
  confirmedCrowd,
  fiveRooms,
  fromRoom,
  giveGroup,
  groupCommand,
  onlyGroup,
  resolveAll,
} from "../../support/groups.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");
const write = { kind: "write", nodes: [] } as const;

async function confirmed(rooms?: readonly string[]) {
  const w = world(monday);
  return { w, ids: await confirmedCrowd(w, rooms) };
}

async function shown(w: World, person: (typeof people)[keyof typeof people] = people.supervisor) {
  const found = await showGroup(w.ports, person, onlyGroup(w).identity.id);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

const plans = async (w: World, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) =>
      (await w.complaint(id)).clocks
        .filter(({ name }) => name === "plan")
        .map(({ stoppedAt, lapsed }) =>
          stoppedAt === undefined ? "runs" : lapsed === true ? "given up" : "done",
        ),
    ),
  );

describe("D11: a plan of the group counts for all", () => {
  test("written with one member, the others' plan clocks stop; nobody is late for a plan that is there", async () => {
    const { w, ids } = await confirmed();
    const [first = "", ...others] = ids;
    expect((await plans(w, ids)).flat()).toEqual(ids.map(() => "runs"));
    await w.give(first, { type: "plan", act: { kind: "write", text: "更换主板", nodes: [] } });
    await w.drain();
    expect(await plans(w, [first])).toEqual([["done"]]);
    expect(await plans(w, others)).toEqual(others.map(() => ["given up"]));
    expect(onlyGroup(w).clocks.filter(({ name, stoppedAt }) => name === "plan" && !stoppedAt)).toEqual([]);
    expect((await shown(w)).missing.ofGroup).not.toContain("plan");
  });

  test("a late-comer owes none; who leaves owes one again, from the day it always did", async () => {
    const { w, ids } = await confirmed();
    const [first = "", second = ""] = ids;
    const due = (await w.complaint(second)).clocks.find(({ name }) => name === "plan")?.limits[0]?.dueAt;
    await w.give(first, { type: "plan", act: { kind: "write", text: "更换主板", nodes: [] } });
    await w.drain();
    const late = (await fromRoom(w, "106")).registration.id;
    await w.drain();
    expect(await plans(w, [late])).toEqual([["given up"]]);
    await w.give(second, { type: "leave-group" });
    await w.drain();
    const again = (await w.complaint(second)).clocks.filter(({ name }) => name === "plan");
    // Alone it is no B and has no level: nobody asks it for a plan until it is given one.
    expect(again.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
    await w.give(second, { type: "classify", classCode: "1.7.2", level: "C" });
    const running = (await w.complaint(second)).clocks.filter(
      ({ name, stoppedAt }) => name === "plan" && stoppedAt === undefined,
    );
    expect(running.map(({ limits }) => limits[0]?.dueAt)).toEqual([due]);
  });

  test("one with a level of its own has its plan clock back at once", async () => {
    const { w, ids } = await confirmed();
    const [first = "", second = ""] = ids;
    await w.give(second, { type: "classify", classCode: "1.7.2", level: "C" });
    await w.give(first, { type: "plan", act: { kind: "write", text: "更换主板", nodes: [] } });
    await w.drain();
    await w.give(second, { type: "leave-group" });
    await w.drain();
    expect(await plans(w, [second])).toEqual([["given up", "runs"]]);
  });

  test("the plan leaves with its member: the others owe one again", async () => {
    const { w, ids } = await confirmed();
    const [first = "", ...others] = ids;
    await w.give(first, { type: "plan", act: { kind: "write", text: "更换主板", nodes: [] } });
    await w.drain();
    await w.give(first, { type: "leave-group" });
    await w.drain();
    expect(await plans(w, others)).toEqual(others.map(() => ["given up", "runs"]));
  });

  test("one command writes it for all, and the project manager approves it for all: never who wrote it (D11)", async () => {
    const { w, ids } = await confirmed();
    await giveGroup(w, { type: "plan", act: write, text: "更换主板" });
    expect(await plans(w, ids)).toEqual(ids.map(() => ["done"]));
    const approve = { type: "plan", act: { kind: "approve" } } as const;
    const early = await giveGroup(w, approve, { person: people.manager });
    expect(early.results).toMatchObject(ids.map(() => ({ outcome: "refused", code: "superior-approves" })));
    await giveGroup(w, approve, { person: people.projectManager });
    expect((await shown(w)).missing.ofGroup).not.toContain("plan-approval");
    expect(await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), approve))).toMatchObject({
      problem: "no-plan",
    });
  });
});

describe("D4: what somebody may do with a group is what he may do with each member alone", () => {
  test("the handler takes and solves all of it; one of another department may not", async () => {
    const { w, ids } = await confirmed();
    await giveGroup(w, assignAll);
    for (const command of [{ type: "accept" } as const, resolveAll]) {
      const given = groupCommand(onlyGroup(w), command, { person: people.dutyHandler });
      expect(await giveGroupCommand(w.ports, given)).toMatchObject({ problem: "not-your-department" });
    }
    const handler = { person: people.handler };
    expect((await shown(w, people.handler)).allowed).toEqual(expect.arrayContaining(["accept", "resolve"]));
    expect((await shown(w, people.dutyHandler)).allowed).not.toContain("resolve");
    await giveGroup(w, { type: "accept" }, handler);
    expect(
      await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), { type: "accept" }, handler)),
    ).toMatchObject({ problem: "accepted-before" });
    expect((await giveGroup(w, resolveAll, handler)).results).toMatchObject(
      ids.map(() => ({ outcome: "done" })),
    );
  });

  test("of a group that two departments solve, each head signs for the own members", async () => {
    const { w, ids } = await confirmed();
    await giveGroup(w, assignAll);
    const [first = "", ...others] = ids;
    await w.give(first, { type: "assign", departmentId: "service" });
    await giveGroup(w, resolveAll);
    const signed = await giveGroup(w, { type: "sign-off" }, { person: people.engineeringHead });
    expect(signed.results.map(({ complaintId }) => complaintId).toSorted()).toEqual(others.toSorted());
    expect((await shown(w)).missing.ofGroup).toContain("sign-off");
    await giveGroup(w, { type: "sign-off" }, { person: people.serviceHead });
    expect((await shown(w)).missing.ofGroup).not.toContain("sign-off");
  });

  test("a daily report answers every member's day; without a grave group there is none to give", async () => {
    const { w, ids } = await confirmed();
    const report = { type: "daily-report", text: "配件已到", departmentIds: ["engineering"] } as const;
    await giveGroup(w, report);
    for (const id of ids) {
      const days = (await w.complaint(id)).clocks.filter(({ name }) => name === "dailyReport");
      expect(days.map(({ stoppedAt }) => stoppedAt !== undefined)).toEqual([true, false]);
    }
    const opinions = world(monday);
    for (const room of fiveRooms) await fromRoom(opinions, room, { recordKind: "opinion" });
    await opinions.drain();
    await giveGroup(opinions, { type: "confirm" });
    await opinions.drain();
    expect((await shown(opinions)).allowed).not.toContain("daily-report");
    const given = groupCommand(onlyGroup(opinions), report);
    expect(await giveGroupCommand(opinions.ports, given)).toMatchObject({ problem: "not-grave" });
  });

  test("D11: the request for the daily report goes to the supervisor, says what it holds and opens the form", async () => {
    const { w } = await confirmed();
    Object.assign(w.ports, { renderer: noticeRenderer });
    w.sent.length = 0;
    await w.run(later(monday, 7.5));
    const asked = w.notices.all().filter(({ template }) => template === "group-daily-report-request");
    expect(asked.length).toBeGreaterThan(0);
    const mail = w.sent.find(({ subject }) => subject.includes("群体日报"));
    expect(mail?.text).toContain("已联系的部门");
    expect(mail?.text).toContain("?do=daily-report");
  });
});

test("what was told for a late-comer by its neighbour is no late news once the late-comer is somebody else's", async () => {
  const evening = at("2026-03-02 21:30");
  const w = world(evening, builtInPolicy);
  await confirmedCrowd(w);
  for (const [room, hours] of [
    ["106", 1],
    ["107", 1.2],
  ] as const) {
    await w.run(later(evening, hours));
    await fromRoom(w, room);
    await w.drain();
    await w.run(later(evening, hours + 0.1));
  }
  const late = onlyGroup(w).members.at(-1)?.complaintId ?? "";
  await w.give(late, { type: "assign", departmentId: "engineering" });
  await w.drain();
  await w.run(later(evening, 2));
  const told = onlyGroup(w).clocks.flatMap(({ key, rungs }) =>
    rungs.some(({ id, decidedAt }) => id === "received" && decidedAt !== undefined)
      ? [key?.split("/")[0]]
      : [],
  );
  expect(told).toHaveLength(2);
  expect(told).not.toContain(late);
});
