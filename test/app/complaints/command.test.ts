import { describe, expect, test } from "vitest";
import { change } from "../../../lib/app/complaints/change.ts";
import { giveCommand } from "../../../lib/app/complaints/command.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import type { Problem } from "../../../lib/app/problems/problem.ts";
import { fittingCommands } from "../../../lib/domain/complaint/transitions.ts";
import { readDeviceTime } from "../../../lib/domain/document/device-time.ts";
import { at, timer } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const assign: PlainCommand = { type: "assign", departmentId: "engineering", handlerId: "handler-1" };
const reply: PlainCommand = { type: "reply", via: "phone", text: "明天上门查看" };
const note: PlainCommand = { type: "note", text: "备注" };

async function desk(): Promise<{ w: World; id: string }> {
  const w = world(now);
  return { w, id: (await w.receive()).registration.id };
}

async function refused(w: World, id: string, command: PlainCommand, more = {}): Promise<Problem> {
  const result = await giveCommand(w.ports, await w.given(id, command, more));
  if ("problem" in result) return result;
  throw new Error(`${command.type} was carried out`);
}

describe("a person's command", () => {
  test("the answer shows the new version, the status, what this person may do next, and the clocks", async () => {
    const { w, id } = await desk();
    const { view } = await w.give(id, assign);
    expect(view).toEqual({
      version: 2,
      status: "handling",
      allowed: fittingCommands((await w.complaints.load(id))!, ["supervisor"]),
      clocks: [
        { name: "firstReply", dueAt: at("2026-03-03 10:00"), provisional: false },
        { name: "result", dueAt: at("2026-03-05 18:00"), provisional: false },
        { name: "record", dueAt: at("2026-03-03 10:00"), provisional: false, stoppedAt: now },
        { name: "accept", dueAt: at("2026-03-02 12:00"), provisional: false },
      ],
    });
  });

  test("what was done on a device without signal keeps the device's time beside ours, and decides nothing by it", async () => {
    const { w, id } = await desk();
    // The phone is a day ahead, and waited eight hours for signal.
    const device = { at: at("2026-03-03 02:00"), sentAt: at("2026-03-03 10:00") };
    const key = { idempotencyKey: "cellar", device };
    const first = await w.give(id, note, key);
    const [event] = (await w.complaint(id)).events.filter(({ fact }) => fact.type === "noted");
    expect(event).toMatchObject({ occurredAt: now, recordedAt: now, device });
    expect(readDeviceTime(device, now)).toEqual({
      aheadBySeconds: 86_400,
      happenedAt: at("2026-03-02 02:00"),
    });
    // Sent again it was sent later: still the same command.
    const later = { ...device, sentAt: at("2026-03-03 11:00") };
    expect((await w.give(id, note, { ...key, device: later, version: 1 })).view).toEqual(first.view);
    expect((await w.complaint(id)).events.filter(({ fact }) => fact.type === "noted")).toHaveLength(1);
  });

  test("a stale version is refused with the complaint as it stands", async () => {
    const { w, id } = await desk();
    await w.give(id, note);
    const problem = await refused(w, id, note, { version: 1 });
    expect(problem).toMatchObject({ problem: "stale-version", current: { version: 2 } });
    expect(problem.allowed).toContain("assign");
  });

  test("a fired rung gives nobody a stale version", async () => {
    const { w, id } = await desk();
    await w.run(at("2026-03-02 22:00"));
    expect((await w.complaint(id)).events.some((e) => e.fact.type === "rungDecided")).toBe(true);
    expect((await w.give(id, reply, { version: 1 })).view.version).toBe(2);
  });

  test("a lost answer sent again gets the same answer, also after later commands, and nothing happens twice", async () => {
    const { w, id } = await desk();
    const key = { idempotencyKey: "k1", version: 1 };
    const first = await w.give(id, assign, key);
    await w.give(id, reply);
    await w.give(id, { type: "resolve", via: "phone", text: "已修复" });
    const again = await w.give(id, assign, key);
    expect(again.view).toEqual(first.view);
    expect((await w.complaint(id)).events.filter((e) => e.fact.type === "assigned")).toHaveLength(1);
  });

  test("the same key with another command is refused; another person's same key is another command", async () => {
    const { w, id } = await desk();
    await w.give(id, note, { idempotencyKey: "k1" });
    expect(await refused(w, id, { ...note, text: "另一个" }, { idempotencyKey: "k1" })).toMatchObject({
      problem: "key-reused",
    });
    const { view } = await w.give(id, note, { idempotencyKey: "k1", person: people.manager });
    expect(view.version).toBe(3);
  });

  test("the same request twice at once: one event, one answer", async () => {
    const { w, id } = await desk();
    const key = { idempotencyKey: "k1", version: 1 };
    let twin: unknown;
    w.complaints.interfere = async () => {
      twin = (await w.give(id, assign, key)).view;
      await w.give(id, reply);
    };
    const { view } = await w.give(id, assign, key);
    expect(view).toEqual(twin);
    expect(view.version).toBe(2);
    expect((await w.complaint(id)).events.filter((e) => e.fact.type === "assigned")).toHaveLength(1);
  });

  test("two commands under one key at once: the second is refused, not taken for the first", async () => {
    const { w, id } = await desk();
    const key = { idempotencyKey: "k1", version: 1 };
    w.complaints.interfere = async () => {
      await w.give(id, note, key);
    };
    expect(await refused(w, id, assign, key)).toMatchObject({ problem: "key-reused" });
  });

  test("after a race lost to a timer the command is decided again on the newer document", async () => {
    const { w, id } = await desk();
    w.clock.set(at("2026-03-02 21:00"));
    w.complaints.interfere = async () => {
      const current = await w.complaint(id);
      const what = { command: { type: "fire-rungs" }, by: timer, commandId: "t", request: "" } as const;
      await change(w.ports, current, what);
    };
    await w.give(id, assign, { version: 1 });
    const complaint = await w.complaint(id);
    expect(complaint.events.map((e) => e.seq)).toEqual(complaint.events.map((_, index) => index + 1));
    expect(complaint).toMatchObject({ status: "handling", version: 2, revision: 3 });
  });

  test("after a race lost to a colleague the person is told, not overruled", async () => {
    const { w, id } = await desk();
    w.complaints.interfere = async () => {
      await w.give(id, { type: "withdraw", reason: "撤诉" });
    };
    expect(await refused(w, id, assign, { version: 1 })).toMatchObject({ problem: "stale-version" });
  });

  test("a document that changes for ever is given up as busy", async () => {
    const { w, id } = await desk();
    const current = await w.complaint(id);
    const complaints = { ...w.ports.complaints, replace: async () => ({ conflict: current }) };
    const given = await w.given(id, note, {});
    const result = await giveCommand(
      { ...w.ports, complaints: { ...complaints, load: async () => current } },
      given,
    );
    expect(result).toMatchObject({ problem: "busy" });
  });

  test("the process may die at any step: sent again, the command is carried out once", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w, id } = await desk();
      const given = await w.given(id, assign, { idempotencyKey: "k1" });
      const died = await diesAt(w.ports, point, (ports) => giveCommand(ports, given));
      expect(await giveCommand(w.ports, given)).toMatchObject({ view: { version: 2, status: "handling" } });
      expect((await w.complaint(id)).events).toHaveLength(7);
      return { died };
    });
    expect(points).toBe(4);
  });
});

describe("rights", () => {
  test("a post that may not do it is told what it may do", async () => {
    const { w, id } = await desk();
    expect(await refused(w, id, assign, { person: people.clerk })).toMatchObject({
      problem: "forbidden",
      allowed: fittingCommands((await w.complaints.load(id))!, ["clerk"]),
    });
  });

  test("whoever has no post for the project does not learn that the complaint exists", async () => {
    const { w, id } = await desk();
    expect(await refused(w, id, note, { person: people.stranger })).toEqual({ problem: "unknown-complaint" });
    expect(await refused(w, "nowhere", note)).toEqual({ problem: "unknown-complaint" });
  });

  test("work is given to departments of the project and to people whose posts reach it", async () => {
    const { w, id } = await desk();
    expect(await refused(w, id, { type: "assign", departmentId: "nowhere" })).toEqual({
      problem: "unknown-department",
      path: "departmentId",
    });
    for (const handlerId of ["nobody", "stranger-1"]) {
      expect(await refused(w, id, { ...assign, handlerId })).toEqual({
        problem: "unknown-person",
        path: "handlerId",
      });
    }
    expect((await w.give(id, { type: "assign", departmentId: "service" })).view.status).toBe("handling");
  });

  test("a refusal of the rules comes with the current document", async () => {
    const { w, id } = await desk();
    expect(await refused(w, id, { type: "resolve", via: "phone", text: "好" })).toMatchObject({
      problem: "not-allowed-now",
      current: { status: "registered" },
    });
  });
});

test("the way through: every text of every command stands salted beside its event", async () => {
  const { w, id } = await desk();
  const way: PlainCommand[] = [
    { type: "urge", text: "快点" },
    { type: "urge" },
    { type: "classify", classCode: "1.2", level: "C" },
    { type: "judge", validity: "valid", reason: "属实" },
    assign,
    { type: "investigate", text: "现场查看" },
    { type: "consult", text: "维保意见" },
    { type: "plan", act: { kind: "write", text: "更换主板", nodes: [] } },
    reply,
    { type: "customer-message", text: "谢谢" },
    { type: "resolve", via: "phone", text: "已修复" },
    { type: "follow-up", outcome: "no-answer" },
    { type: "follow-up", outcome: "reached", grade: 2, reason: "太慢" },
  ];
  for (const command of way) await w.give(id, command);
  await w.give(id, { type: "sign-off" }, { person: people.manager });
  await w.give(id, { type: "close", reason: "已说明" }, { person: people.manager });
  await w.give(id, { type: "reopen", reason: "又停了" }, { person: people.manager });
  for (const command of [note, { type: "resolve", via: "visit", text: "换了主板" } as const])
    await w.give(id, command);
  await w.give(id, { type: "follow-up", outcome: "reached", grade: 5 });
  const byManager: PlainCommand[] = [
    { type: "sign-off", text: "同意" },
    { type: "check-effect", effective: true, text: "运行正常" },
    {
      type: "review",
      text: "检讨保养",
      actions: [
        { ownerId: "handler-1", dueAt: at("2026-04-01 18:00"), cause: "保养不到位", measure: "每周检查" },
      ],
    },
  ];
  for (const command of byManager) await w.give(id, command, { person: people.manager });
  await w.give(id, { type: "close" });

  const complaint = await w.complaint(id);
  expect(complaint).toMatchObject({ status: "closed", cycle: 2, urges: 2, level: "C", firstGrade: 2 });
  const { personal, ...rest } = complaint;
  const texts = Object.values(personal).map(({ value }) => value);
  for (const text of [
    "快点",
    "属实",
    "更换主板",
    "谢谢",
    "太慢",
    "已说明",
    "又停了",
    "保养不到位",
    "每周检查",
  ]) {
    expect(texts).toContain(text);
    expect(JSON.stringify(rest)).not.toContain(text);
  }
  expect(new Set(Object.values(personal).map(({ salt }) => salt)).size).toBe(texts.length);
});
