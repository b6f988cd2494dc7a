import { describe, expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { giveGroupCommand } from "../../../lib/app/groups/command.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, later } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import {
  assignAll,
  confirmedCrowd,
  crowd,
  fiveRooms,
  fromRoom,
  giveGroup,
  groupCommand,
  onlyGroup,
  replyAll,
  resolveAll,
} from "../../support/groups.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");
const facts = ({ events }: Complaint) => events.map(({ fact }) => fact.type);
const all = (w: World) => [...w.complaints.items.values()];

/** A world with a confirmed group of five, every member told. */
async function confirmed() {
  const w = world(monday);
  return { w, ids: await confirmedCrowd(w) };
}

async function resolved() {
  const { w, ids } = await confirmed();
  for (const command of [replyAll, assignAll, resolveAll]) await giveGroup(w, command);
  return { w, ids };
}

const byManager = { person: people.manager };
const plan = { type: "plan", act: { kind: "write", nodes: [] }, text: "更换主板" } as const;
const call = (complaintIds: readonly string[], grade = 5) =>
  ({ type: "follow-up", outcome: "reached", grade, complaintIds }) as const;

/** What D4, D11 and D13 want of a solved group, by commands for all members. */
async function recordSteps(w: World): Promise<void> {
  await giveGroup(w, { type: "judge", validity: "valid", text: "属实" });
  const both = ["engineering", "service"];
  await giveGroup(w, { type: "investigate", text: "现场查看", departmentIds: both, testimonies: 2 });
  await giveGroup(w, { type: "consult", text: "维保单位书面意见" });
  await giveGroup(w, plan);
  await giveGroup(w, { type: "sign-off" }, { person: people.engineeringHead });
  if (onlyGroup(w).level === "D") return;
  await giveGroup(w, { type: "form-team", text: "电梯小组", departmentIds: both });
  await giveGroup(w, { type: "plan", act: { kind: "approve" } }, { person: people.projectManager });
  await giveGroup(w, { type: "daily-report", text: "进度正常", departmentIds: ["engineering"] });
  await giveGroup(w, { type: "check-effect", effective: true, text: "复查正常" }, byManager);
  await giveGroup(w, review, byManager);
}

const review = {
  type: "review",
  text: "检讨",
  actions: [{ ownerId: "engineering-head", dueAt: later(monday, 24 * 20) }],
  texts: { "cause.1": "主板老化", "measure.1": "更换同批主板" },
} as const;

describe("one command goes to every member", () => {
  test("one text, one conditional write and one result per member; the reply stops each one's first-reply clock", async () => {
    const { w, ids } = await confirmed();
    const { results, group } = await giveGroup(w, replyAll);
    expect(results.map(({ complaintId }) => complaintId).toSorted()).toEqual(ids.toSorted());
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["done"]));
    for (const complaint of all(w)) {
      expect(facts(complaint).filter((type) => type === "replied")).toHaveLength(1);
      const reply = complaint.events.findLast(({ fact }) => fact.type === "replied");
      expect(complaint.personal[`${reply?.seq}.text`]?.value).toBe(replyAll.text);
      expect(reply?.by).toEqual({ kind: "person", id: people.supervisor.id });
    }
    expect(group.version).toBe(3);
    expect(JSON.stringify(group.events)).not.toContain(replyAll.text);
  });

  test("a member that cannot have it is refused by name, the others have it", async () => {
    const { w, ids } = await confirmed();
    const [first = ""] = ids;
    await giveGroup(w, { ...replyAll, via: "phone" });
    await w.give(first, { type: "withdraw", reason: "搬走" });
    const { results } = await giveGroup(w, { ...replyAll, via: "email" });
    const byId = new Map(results.map((result) => [result.complaintId, result]));
    expect(byId.get(first)).toMatchObject({ outcome: "already" });
    for (const id of ids.slice(1))
      expect(byId.get(id)).toMatchObject({ outcome: "refused", code: "no-address" });
  });

  test("solved only when every member is: who was refused keeps the group open, and the next try mends it", async () => {
    const { w } = await confirmed();
    const early = await giveGroup(w, resolveAll);
    expect(early.results.map(({ code }) => code)).toEqual(fiveRooms.map(() => "not-allowed-now"));
    expect(early.group.status).toBe("confirmed");
    await giveGroup(w, assignAll);
    expect((await giveGroup(w, resolveAll)).group.status).toBe("resolved");
  });

  test("the same key again gives the same answer and writes nothing; with another command it is refused", async () => {
    const { w } = await confirmed();
    const given = groupCommand(onlyGroup(w), replyAll);
    const first = await giveGroupCommand(w.ports, given);
    await giveGroup(w, assignAll);
    const before = all(w).map(({ revision }) => revision);
    const again = await giveGroupCommand(w.ports, given);
    expect(again).toEqual(first);
    expect(all(w).map(({ revision }) => revision)).toEqual(before);
    const other = { ...given, command: { ...replyAll, text: "另一份答复" } };
    expect(await giveGroupCommand(w.ports, other)).toEqual({ problem: "key-reused" });
  });

  test("the same command twice at once is carried out once", async () => {
    const { w } = await confirmed();
    const given = groupCommand(onlyGroup(w), replyAll);
    const answers = await Promise.all([giveGroupCommand(w.ports, given), giveGroupCommand(w.ports, given)]);
    expect(answers[0]).toEqual(answers[1]);
    for (const complaint of all(w))
      expect(facts(complaint).filter((type) => type === "replied")).toHaveLength(1);
  });

  test("of two people at once one wins; the other is shown what stands", async () => {
    const { w } = await confirmed();
    const group = onlyGroup(w);
    const answers = await Promise.all([
      giveGroupCommand(w.ports, groupCommand(group, replyAll)),
      giveGroupCommand(w.ports, groupCommand(group, assignAll, { person: people.manager })),
    ]);
    const refused = answers.filter((answer) => "problem" in answer);
    expect(refused).toMatchObject([{ problem: expect.stringMatching(/stale-version|group-busy/) }]);
  });

  test.each([
    ["a clerk who assigns", { person: people.clerk }, "forbidden"],
    ["somebody of another project", { person: people.stranger }, "unknown-group"],
    ["a stale version", { version: 7 }, "stale-version"],
    ["no such group", { groupId: "nothing.1" }, "unknown-group"],
  ])("%s is refused", async (_, more, problem) => {
    const { w } = await confirmed();
    expect(await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), assignAll, more))).toMatchObject({
      problem,
    });
  });

  test("a proposal takes no command but confirm and dissolve; an unknown department is refused before anything", async () => {
    const w = world(monday);
    await crowd(w);
    expect(await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), replyAll))).toMatchObject({
      problem: "group-not-allowed-now",
      allowed: ["confirm", "dissolve"],
    });
    const nowhere = { ...assignAll, departmentId: "nowhere" };
    expect(await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), nowhere))).toMatchObject({
      problem: "unknown-department",
    });
  });

  test("only members may be named", async () => {
    const { w } = await resolved();
    const call = { type: "follow-up", outcome: "reached", grade: 5, complaintIds: ["nobody"] } as const;
    expect(await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), call))).toMatchObject({
      problem: "unknown-member",
    });
  });
});

test("a crash between any two writes of a group command: the timer carries it on, each member has it once", async () => {
  const points = await atEveryPoint(async (point) => {
    const { w } = await confirmed();
    const given = groupCommand(onlyGroup(w), replyAll);
    const died = await diesAt(w.ports, point, (ports) => giveGroupCommand(ports, given));
    const accepted = onlyGroup(w).events.some(({ fact }) => fact.type === "commandGiven");
    w.reactQueue.take();
    await w.run(plusSeconds(monday, 400));
    await sweep(w.ports);
    await w.run(plusSeconds(monday, 800));
    const replies = all(w).map((complaint) => facts(complaint).filter((type) => type === "replied").length);
    expect(replies).toEqual(fiveRooms.map(() => (accepted ? 1 : 0)));
    expect(onlyGroup(w).running).toBeUndefined();
    const again = await giveGroupCommand(w.ports, given);
    expect("results" in again ? again.results.length : again.problem).toBe(5);
    return { died };
  });
  expect(points).toBeGreaterThan(20);
});

test("after a crash the person's own second try carries the command on at once", async () => {
  const { w } = await confirmed();
  const given = groupCommand(onlyGroup(w), replyAll);
  await diesAt(w.ports, { call: 8, when: "after" }, (ports) => giveGroupCommand(ports, given));
  expect(onlyGroup(w).running).toBeDefined();
  expect(await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), assignAll))).toMatchObject({
    problem: "group-busy",
  });
  expect(await giveGroupCommand(w.ports, given)).toMatchObject({ results: { length: 5 } });
  expect(onlyGroup(w).running).toBeUndefined();
});

describe("the group's clocks escalate instead of its members'", () => {
  test("one mail per rung and recipient for the whole group, none for its members", async () => {
    const { w } = await confirmed();
    w.sent.length = 0;
    await w.run(later(monday, 25));
    const keys = w.sent.map(({ subject }) => subject);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    const notices = w.notices.all().filter(({ key }) => key.startsWith("firstReply"));
    expect(new Set(notices.map(({ subject }) => subject.kind))).toEqual(new Set(["group"]));
  });

  test("they run from the earliest member and are due when the first of them is", async () => {
    const w = world(monday);
    await fromRoom(w, "101");
    w.clock.set(later(monday, 2));
    await confirmedCrowd(w, fiveRooms.slice(1));
    const [firstReply] = onlyGroup(w).clocks.filter(({ name }) => name === "firstReply");
    expect(firstReply).toMatchObject({ startedAt: monday, limits: [{ dueAt: later(monday, 24) }] });
  });

  test("the reply to all stops the group's first-reply clock; a late-comer starts it anew", async () => {
    const { w } = await confirmed();
    await giveGroup(w, replyAll);
    const firstReplies = () =>
      onlyGroup(w).clocks.filter(({ name, stoppedAt }) => name === "firstReply" && stoppedAt === undefined);
    expect(firstReplies()).toEqual([]);
    await w.run(later(monday, 3));
    const late = await fromRoom(w, "106");
    await w.drain();
    expect(firstReplies()).toMatchObject([{ startedAt: later(monday, 3) }]);
    expect((await w.complaint(late.registration.id)).group?.id).toBe(onlyGroup(w).identity.id);
  });

  test("members answered one by one stop the group's clock at its next rung: nobody is waited for", async () => {
    const { w, ids } = await confirmed();
    for (const id of ids) await w.give(id, { type: "reply", via: "phone", text: "已知悉" });
    w.sent.length = 0;
    await w.run(later(monday, 23));
    expect(onlyGroup(w).clocks.find(({ name }) => name === "firstReply")?.stoppedAt).toBeDefined();
    expect(w.notices.all().filter(({ key }) => key.startsWith("firstReply"))).toEqual([]);
  });

  test("members closed one by one close the group", async () => {
    const { w, ids } = await confirmed();
    for (const id of ids) {
      await w.give(id, { type: "withdraw", reason: "撤诉" });
      await w.drain();
    }
    expect(onlyGroup(w)).toMatchObject({ status: "closed" });
    expect(onlyGroup(w).alarm.at).toBeUndefined();
  });
});

describe("the end of a group", () => {
  test("of a group of level B every member is called; D8: satisfied ones are closed with one command", async () => {
    const { w, ids } = await resolved();
    expect(onlyGroup(w).sample?.toSorted()).toEqual(ids.toSorted());
    await recordSteps(w);
    const early = await giveGroup(w, { type: "close" });
    expect(early.group.status).toBe("resolved");
    expect(early.results).toMatchObject(
      fiveRooms.map(() => ({
        outcome: "refused",
        code: "incomplete",
        missing: ["satisfaction-survey", "follow-up"],
      })),
    );
    for (const id of ids) await giveGroup(w, call([id]), { person: people.clerk });
    const { group } = await giveGroup(w, { type: "close" });
    expect(group.status).toBe("closed");
    expect(all(w).map(({ status }) => status)).toEqual(fiveRooms.map(() => "closed"));
  });

  test("D8: a grade belongs to the household that gave it; who was called has to be named", async () => {
    const { w, ids } = await resolved();
    const [first = "", second = ""] = ids;
    const unnamed = { type: "follow-up", outcome: "reached", grade: 5 } as const;
    const clerk = { person: people.clerk };
    expect(await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), unnamed, clerk))).toMatchObject({
      problem: "members-required",
      missing: ["complaintIds"],
    });
    await giveGroup(w, call([first], 5), clerk);
    await giveGroup(w, { ...call([second], 2), text: "等得太久" }, clerk);
    const grades = ids.map((id) => w.complaints.items.get(id)?.firstGrade);
    expect(grades).toEqual([5, 2, undefined, undefined, undefined]);
    // The manager hears of the household that is not satisfied, and of no other.
    await w.drain();
    const told = w.notices.all().filter(({ recipient, template }) => {
      return template === "handling" && recipient.kind === "person" && recipient.id === people.manager.id;
    });
    expect(told.map(({ subject }) => subject)).toMatchObject([{ kind: "complaint", id: second }]);
  });

  test("D4: who stays dissatisfied is explained to and closed by the manager, in a group as alone", async () => {
    const { w, ids } = await resolved();
    await recordSteps(w);
    await giveGroup(w, { ...call(ids, 1), text: "电梯仍不稳" }, { person: people.clerk });
    const explained = { type: "close", text: "已向业主解释并达成一致" } as const;
    const bySupervisor = await giveGroup(w, explained, { person: people.supervisor });
    expect(bySupervisor.results).toMatchObject(
      fiveRooms.map(() => ({ outcome: "refused", code: "manager-decides" })),
    );
    expect(onlyGroup(w).status).toBe("resolved");
    expect((await giveGroup(w, explained, { person: people.manager })).group.status).toBe("closed");
    expect(all(w).map(({ ending }) => ending)).toEqual(fiveRooms.map(() => "explained"));
  });

  test("D4, D11, D13: a B wants steps, team, testimonies, daily report, sign-off and review before it is closed", async () => {
    const { w, ids } = await resolved();
    const missing = [
      "investigate",
      "consult",
      "plan",
      "plan-approval",
      "daily-report",
      "check-effect",
      "review",
      "form-team",
      "testimonies",
      "sign-off",
    ];
    const close = () => giveGroupCommand(w.ports, groupCommand(onlyGroup(w), { type: "close" }));
    expect(await close()).toMatchObject({ problem: "incomplete", missing });
    await giveGroup(w, { type: "investigate", text: "与工程部现场查看", departmentIds: ["engineering"] });
    for (const complaint of all(w)) expect(facts(complaint)).toContain("stepRecorded");
    expect(await close()).toMatchObject({ problem: "incomplete", missing: missing.slice(1) });
    await recordSteps(w);
    expect(await close()).toMatchObject({ results: { length: 5 } });
    // D15: reviewed once: with the earliest member, whose corrective action has its owner.
    const reviewed = all(w).filter((complaint) => complaint.reviewedAt !== undefined);
    expect(reviewed.map(({ registration }) => registration.id)).toEqual([ids.toSorted()[0]]);
    expect(reviewed[0]?.actions).toMatchObject([{ ownerId: "engineering-head" }]);
  });

  test("of a group of level D a fifth, at least five, is called; the others are closed without a call", async () => {
    const w = world(monday);
    const rooms = Array.from({ length: 10 }, (_, index) => String(101 + index));
    for (const room of rooms) await fromRoom(w, room, { recordKind: "opinion" });
    await w.drain();
    await giveGroup(w, { type: "confirm" });
    await w.drain();
    for (const command of [replyAll, assignAll, resolveAll]) await giveGroup(w, command);
    const sample = onlyGroup(w).sample ?? [];
    expect(sample).toHaveLength(5);
    await recordSteps(w);
    const called = await giveGroup(w, call(sample, 4), { person: people.clerk });
    expect(called.results.map(({ complaintId }) => complaintId)).toEqual(sample);
    expect((await giveGroup(w, { type: "close" })).group.status).toBe("closed");
    const endings = all(w).map(({ registration, ending }) => [sample.includes(registration.id), ending]);
    for (const [sampled, ending] of endings) expect(ending).toBe(sampled ? "followed-up" : "not-sampled");
  });

  test("a late-comer to a solved group opens it again", async () => {
    const { w } = await resolved();
    await fromRoom(w, "106");
    await w.drain();
    expect(onlyGroup(w)).toMatchObject({ status: "confirmed", members: { length: 6 } });
    expect(onlyGroup(w).sample).toBeUndefined();
    await giveGroup(w, assignAll);
    const { results, group } = await giveGroup(w, resolveAll);
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual([
      ...fiveRooms.map(() => "already"),
      "done",
    ]);
    expect(group.status).toBe("resolved");
  });

  test("after the end a new five make a new group", async () => {
    const { w, ids } = await confirmed();
    for (const id of ids) await w.give(id, { type: "withdraw", reason: "撤诉" });
    await w.drain();
    await crowd(w, ["201", "202", "203", "204", "205"]);
    expect([...w.groups.items.values()].map(({ identity, status }) => [identity.ordinal, status])).toEqual([
      [1, "closed"],
      [2, "proposed"],
    ]);
  });
});
