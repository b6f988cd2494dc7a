import { describe, expect, test } from "vitest";
import { clockOutcome } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { followUpVias, type ReplyVia, replyVias } from "../../../lib/domain/complaint/events.ts";
import { evolve } from "../../../lib/domain/complaint/evolve.ts";
import {
  after,
  at,
  contextAt,
  later,
  personal,
  plain,
  refusal,
  registered,
  resolved,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
function clock(complaint: Complaint, name: string, cycle = 1) {
  const found = complaint.clocks.find((c) => c.name === name && c.cycle === cycle);
  if (found === undefined) throw new Error(`no clock ${name} ${cycle}`);
  return found;
}
function followUp(more: Partial<Extract<Command, { type: "follow-up" }>>): Command {
  return { type: "follow-up", outcome: "reached", ...more };
}

describe("telling the customer", () => {
  test("D6: the first reply stops its clock at the moment it was given, not when it was entered", () => {
    const told = after(
      registered(received),
      { ...plain.reply(), occurredAt: later(received, 3) } as Command,
      later(received, 30),
    );
    expect(clock(told, "firstReply").stoppedAt).toBe(later(received, 3));
    expect(clockOutcome(clock(told, "firstReply"), later(received, 99))).toBe("kept");
    expect(clock(told, "result").stoppedAt).toBeUndefined();
    expect(told.events.at(-1)).toMatchObject({
      occurredAt: later(received, 3),
      recordedAt: later(received, 30),
    });
  });

  test("D6: a later reply changes neither the first reply nor its clock", () => {
    const once = after(registered(received), plain.reply(), later(received, 3));
    const twice = after(once, plain.reply(), later(received, 5));
    expect(twice.repliedAt).toBe(later(received, 3));
    expect(clock(twice, "firstReply")).toEqual(clock(once, "firstReply"));
  });

  test("D12: the result stops both clocks; whoever was told the result was replied to", () => {
    const complaint = resolved(received);
    expect(complaint).toMatchObject({ status: "resolved", resolvedAt: later(received, 2) });
    for (const name of ["firstReply", "result", "accept"] as const) {
      expect(clock(complaint, name).stoppedAt).toBe(later(received, 2));
    }
    expect(clock(complaint, "followUp").startedAt).toBe(later(received, 2));
  });

  test("nothing happened in the future, nor before the complaint came", () => {
    for (const occurredAt of [later(received, 5), later(received, -1)]) {
      const told = { ...plain.reply(), occurredAt } as Command;
      expect(refusal(registered(received), told, later(received, 4)).refused).toBe("occurred-out-of-range");
    }
  });

  test("a complaint received by a clock ahead of ours can be answered at once", () => {
    const ahead = registered(later(received, 0.05), {}, undefined, received);
    const told = after(ahead, plain.reply(), received);
    expect(clock(told, "firstReply").stoppedAt).toBe(later(received, 0.05));
    expect(clockOutcome(clock(told, "firstReply"), received)).toBe("kept");
  });

  test("an answer by e-mail needs an address", () => {
    const mail = { type: "reply", via: "email", text: personal("您好") } as const;
    expect(refusal(registered(received), mail, later(received, 1)).refused).toBe("no-address");
    const reachable = registered(received, {}, { email: personal("owner@home.example") });
    expect(after(reachable, mail, later(received, 1)).repliedAt).toBe(later(received, 1));
  });
});

describe("D6: contact cannot be invented", () => {
  const nobody = () => registered(received, { anonymous: true, location: {} }, { matter: personal("漏水") });
  const reply = (via: ReplyVia): Command => ({ type: "reply", via, text: personal("明天上门") });
  const ways = (complaint: Complaint) =>
    replyVias.filter((via) => !("refused" in decide(complaint, reply(via), contextAt(later(received, 1)))));

  test.each<[string, () => Complaint, readonly ReplyVia[]]>([
    ["nothing at all", nobody, ["posted"]],
    ["a phone", () => registered(received, { location: {} }), ["phone", "sms"]],
    [
      "an address",
      () => registered(received, { location: {} }, { email: personal("a@home.example") }),
      ["email"],
    ],
    ["a room", () => registered(received, {}, { matter: personal("漏水") }), ["visit", "letter", "posted"]],
    [
      "a conversation on WeChat",
      () => registered(received, { channel: "wechat", location: {} }, { matter: personal("漏水") }),
      ["wechat", "posted"],
    ],
  ])("who left %s is told so: %s %s", (_, complaint, expected) => {
    expect(ways(complaint())).toEqual(expected);
  });

  test("nor for what explains it, for what agrees a plan, nor for the follow-up", () => {
    const invalid = after(
      nobody(),
      { type: "judge", validity: "invalid", reason: personal("不实") },
      received,
    );
    expect(refusal(invalid, plain["explain-invalid"](), later(received, 1)).refused).toBe("no-address");
    const planned = after(nobody(), plain.plan(), received);
    const agree: Command = { type: "plan", act: { kind: "agree", via: "phone" } };
    expect(refusal(planned, agree, later(received, 1)).refused).toBe("no-address");
    const solved = after(
      after(nobody(), plain.assign(), received),
      { ...plain.resolve(), via: "posted" } as Command,
      received,
    );
    for (const via of followUpVias) {
      expect(refusal(solved, followUp({ via, grade: 5 }), later(received, 1)).refused).toBe("no-address");
    }
  });
});

describe("small things", () => {
  test("催办: repeated urging adds an urge, not a complaint; with or without words", () => {
    const once = after(registered(received), plain.urge(), later(received, 1));
    const twice = after(once, { type: "urge", text: personal("快点") }, later(received, 2));
    expect([once.urges, twice.urges]).toEqual([1, 2]);
  });

  test("assigning anew without a handler takes the old one off", () => {
    const assigned = after(registered(received), plain.assign(), later(received, 1));
    const moved = after(assigned, { type: "assign", departmentId: "service" }, later(received, 2));
    expect(moved.departmentId).toBe("service");
    expect(moved.handlerId).toBeUndefined();
  });

  test("a customer's own message is no decision of ours: the version stays", () => {
    const by = { kind: "customer" } as const;
    const message: Command = { type: "customer-message", text: personal("在吗"), messageId: "m1" };
    const before = registered(received);
    const written = after(before, message, later(received, 1), { by });
    expect(written.version).toBe(before.version);
    expect(written.events.at(-1)?.fact).toEqual({ type: "messageReceived", messageId: "m1" });
  });

  test("history that does not begin with a registration is refused", () => {
    const [, started] = registered(received).events;
    expect(() => evolve(undefined, started!)).toThrow(/history begins with clockStarted/);
  });

  test("events hold no personal value and no free text", () => {
    const secret = personal("秘密内容");
    const commands: Command[] = [
      { type: "note", text: secret },
      { type: "assign", departmentId: "engineering", handlerId: "handler-1" },
      { type: "resolve", via: "phone", text: secret },
      followUp({ grade: 1, reason: secret }),
      { type: "judge", validity: "invalid", reason: secret },
      { type: "reopen", reason: secret },
      { type: "withdraw", reason: secret },
    ];
    const start = registered(received, {}, { matter: secret, phone: secret, name: secret });
    const complaint = commands.reduce((c, command) => after(c, command, later(received, 1)), start);
    expect(JSON.stringify(complaint.personal)).toContain(secret.value);
    const { personal: _, ...rest } = complaint;
    expect(JSON.stringify(rest)).not.toContain(secret.value);
    expect(JSON.stringify(rest)).not.toContain(secret.salt);
  });

  test("a timer without a roster decides its rungs for nobody", () => {
    const { recipients: _, ...context } = contextAt(at("2026-03-02 21:00"));
    expect(decide(registered(received), { type: "fire-rungs" }, context)).toMatchObject({
      drafts: [{ fact: { recipients: [] } }, { fact: { recipients: [] } }],
    });
  });
});
