import { describe, expect, test } from "vitest";
import { clockOutcome } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { followUpVias, type ReplyVia, replyVias } from "../../../lib/domain/complaint/events.ts";
import { evolve } from "../../../lib/domain/complaint/evolve.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { rungRule } from "../../../lib/domain/policy/policy.ts";
import {
  after,
  at,
  closed,
  contextAt,
  given,
  later,
  lifeOfC,
  local,
  personal,
  plain,
  refusal,
  registered,
  resolved,
  timer,
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

describe("follow-up (回访)", () => {
  const open = () => resolved(received);
  const now = later(received, 4);

  test("D8: only a call that reached the customer is the first follow-up, and it is immutable", () => {
    const missed = after(open(), followUp({ outcome: "no-answer" }), now);
    expect(missed).toMatchObject({ attempts: [{ at: now, outcome: "no-answer" }] });
    expect(missed.firstGrade).toBeUndefined();
    const reached = after(missed, followUp({ grade: 4 }), now);
    const again = after(reached, followUp({ grade: 5 }), now);
    expect([reached.firstGrade, again.firstGrade]).toEqual([4, 4]);
    expect(again.attempts).toHaveLength(3);
  });

  test("D4: the handler and the complained-of may not make it", () => {
    const by = (id: string) => ({ by: { kind: "person", id } as const });
    expect(refusal(open(), followUp({ grade: 5 }), now, by("handler-1")).refused).toBe(
      "follow-up-by-handler",
    );
    const against = resolved(received, { againstPersonId: "guard-1" });
    expect(refusal(against, followUp({ grade: 5 }), now, by("guard-1")).refused).toBe("follow-up-by-handler");
    expect(after(open(), followUp({ grade: 5 }), now, by("guard-1")).firstGrade).toBe(5);
  });

  test("D8: five grades; below the upper two a reason is compulsory", () => {
    expect(refusal(open(), followUp({}), now)).toMatchObject({
      refused: "grade-required",
      missing: ["grade"],
    });
    for (const grade of [1, 2, 3]) {
      expect(refusal(open(), followUp({ grade }), now)).toMatchObject({ refused: "reason-required" });
      expect(after(open(), followUp({ grade, reason: personal("仍漏水") }), now).firstGrade).toBe(grade);
    }
    for (const grade of [4, 5]) expect(after(open(), followUp({ grade }), now).firstGrade).toBe(grade);
  });

  test("a call that reached nobody has no grade", () => {
    const attempt = after(open(), followUp({ outcome: "refused", grade: 5 }), now);
    expect(attempt.attempts).toEqual([{ at: now, outcome: "refused" }]);
    expect(attempt.firstGrade).toBeUndefined();
  });

  test("it lies between the result and now", () => {
    for (const occurredAt of [later(received, 1), later(received, 5)]) {
      expect(refusal(open(), followUp({ grade: 5, occurredAt }), now).refused).toBe("occurred-out-of-range");
    }
  });
});

describe("closing", () => {
  const now = later(received, 4);
  const prepared = () =>
    lifeOfC
      .slice(0, -1)
      .reduce((c, name) => given(c, name, now), after(registered(received), plain.assign(), now));
  const judged = () => given(after(prepared(), plain.resolve(), now), "sign-off", now);

  test("D4, D11: close names everything that is missing", () => {
    expect(refusal(resolved(received), plain.close(), now)).toEqual({
      refused: "incomplete",
      missing: ["judge", "level", "sign-off", "follow-up"],
    });
    const levelled = after(resolved(received), plain.classify(), now);
    expect(refusal(levelled, plain.close(), now).missing).toEqual([
      "judge",
      "investigate",
      "instruct|consult",
      "plan",
      "sign-off",
      "follow-up",
    ]);
    expect(refusal(judged(), plain.close(), now).missing).toEqual(["follow-up"]);
  });

  test("a satisfied customer: closed as followed up", () => {
    expect(closed(received)).toMatchObject({
      status: "closed",
      ending: "followed-up",
      closedAt: later(received, 3),
    });
  });

  test("解释关闭: an unsatisfied one is closed only with a reason", () => {
    const unsatisfied = after(judged(), followUp({ grade: 2, reason: personal("太慢") }), now);
    expect(refusal(unsatisfied, plain.close(), now)).toEqual({ refused: "incomplete", missing: ["reason"] });
    const explained = after(unsatisfied, { type: "close", reason: personal("已说明") }, now);
    expect(explained.ending).toBe("explained");
    expect(Object.values(explained.personal).map(({ value }) => value)).toContain("已说明");
  });

  test("无法回访: three attempts on two days, no fewer", () => {
    const attempt = (c: Complaint, local: string) => after(c, followUp({ outcome: "no-answer" }), at(local));
    const sameDay = ["2026-03-03 09:00", "2026-03-03 12:00", "2026-03-03 19:59"].reduce(attempt, judged());
    expect(refusal(sameDay, plain.close(), at("2026-03-03 19:59")).missing).toEqual(["follow-up"]);
    const twoDays = ["2026-03-03 19:59", "2026-03-04 09:00"].reduce(attempt, judged());
    expect(refusal(twoDays, plain.close(), at("2026-03-04 09:00")).missing).toEqual(["follow-up"]);
    const enough = attempt(twoDays, "2026-03-04 09:01");
    expect(after(enough, plain.close(), at("2026-03-04 09:01")).ending).toBe("unreachable");
  });

  test("no contact: a posted reply is enough, there is no follow-up", () => {
    const silent = after(registered(received, { anonymous: true }, {}), plain.assign(), now);
    const ready = lifeOfC.slice(0, -1).reduce((c, name) => given(c, name, now), silent);
    const posted: Command = { type: "resolve", via: "posted", text: personal("已公示") };
    const complete = given(after(ready, posted, now), "sign-off", now);
    expect(after(complete, plain.close(), now).ending).toBe("no-contact");
  });
});

describe("返单 (reopen)", () => {
  const reopenedAt = at("2026-03-09 11:00");
  const reopened = () => after(closed(received), plain.reopen(), reopenedAt);

  test("a new cycle with its own result clock; the task keeps its first due instant", () => {
    expect(reopened()).toMatchObject({
      status: "handling",
      cycle: 2,
      attempts: [],
      taskDueAt: at("2026-03-05 18:00"),
    });
    expect(reopened().resolvedAt).toBeUndefined();
    expect(reopened().closedAt).toBeUndefined();
    expect(reopened().ending).toBeUndefined();
    const second = clock(reopened(), "result", 2);
    expect(second.startedAt).toBe(reopenedAt);
    expect(local(second.limits[0]?.dueAt ?? "")).toBe("2026-03-12 18:00");
    expect(reopened().alarm.at).toBe(second.rungs[0]?.at);
    expect(reopened().firstGrade).toBe(5);
  });

  test("the new cycle's result cannot be dated back before the reopening", () => {
    const back = { ...plain.resolve(), occurredAt: at("2026-03-05 10:00") } as Command;
    expect(refusal(reopened(), back, later(reopenedAt, 1)).refused).toBe("occurred-out-of-range");
    const done = after(reopened(), plain.resolve(), later(reopenedAt, 1));
    expect(clock(done, "result", 2).stoppedAt).toBe(later(reopenedAt, 1));
    expect(clock(done, "result", 1)).toEqual(clock(reopened(), "result", 1));
  });

  test("the new cycle needs its own follow-up before it is closed", () => {
    const done = after(reopened(), plain.resolve(), later(reopenedAt, 1));
    expect(refusal(done, plain.close(), later(reopenedAt, 1)).missing).toEqual([
      "check-effect",
      "review",
      "sign-off",
      "follow-up",
    ]);
  });

  test("an external ticket's time is not extended by it", () => {
    const external = { system: "12345", ticketNo: "1", unit: "街道", dueAt: at("2026-03-03 12:00") };
    const again = after(resolved(received, { external }), plain.reopen(), later(received, 3));
    expect(clock(again, "result", 2).limits[0]).toMatchObject({ dueAt: external.dueAt, clause: "external" });
  });
});

describe("rungs", () => {
  const fire: Command = { type: "fire-rungs" };

  test("each rung that has come is decided once; one more than three minutes late says how late", () => {
    const fired = after(registered(received), fire, at("2026-03-02 21:05"), { by: timer });
    const facts = fired.events.map((e) => e.fact).filter((fact) => fact.type === "rungDecided");
    expect(facts.map((fact) => [fact.name, fact.rung, fact.lateBy])).toEqual([
      ["firstReply", "half", 300],
      ["firstReply", "four-fifths", 300],
    ]);
    expect(after(fired, fire, at("2026-03-02 21:06"), { by: timer })).toBe(fired);
  });

  test("an early timer decides nothing", () => {
    const complaint = registered(received);
    expect(after(complaint, fire, at("2026-03-02 20:59"), { by: timer })).toBe(complaint);
  });

  test("a fired rung does not raise the version a clerk locks on", () => {
    const complaint = registered(received);
    const fired = after(complaint, fire, at("2026-03-03 10:00"), { by: timer });
    expect(fired.version).toBe(complaint.version);
    expect(fired.revision).toBe(complaint.revision + 1);
  });

  test("who hears is asked with the posts of the rung and the complaint as it stands", () => {
    const asked: unknown[] = [];
    const recipients = (posts: readonly string[], complaint: Complaint) => {
      asked.push([posts, complaint.handlerId]);
      return [];
    };
    const assigned = after(registered(received), plain.assign(), later(received, 1));
    after(assigned, fire, at("2026-03-03 10:00"), { by: timer, recipients });
    const reminded = [["handler", "department-head"], "handler-1"];
    const escalated = [["supervisor", "manager"], "handler-1"];
    // The first reply's reminders at 22:00 and 05:12: for the others at 21:00, for whoever is on duty when they are due.
    // The assignment was never accepted.
    const missed = [escalated, escalated, [["project-manager"], "handler-1"]];
    expect(asked).toEqual([reminded, reminded, reminded, reminded, ...missed]);
  });

  test("acknowledging marks a decided rung once and does not stop its clock", () => {
    const acknowledge = plain.acknowledge();
    expect(refusal(registered(received), acknowledge, received).refused).toBe("nothing-to-acknowledge");
    const fired = after(registered(received), fire, at("2026-03-02 21:00"), { by: timer });
    const seen = after(fired, acknowledge, at("2026-03-02 22:00"));
    expect(clock(seen, "firstReply").rungs[0]?.acknowledgedAt).toBe(at("2026-03-02 22:00"));
    expect(clock(seen, "firstReply").stoppedAt).toBeUndefined();
    expect(refusal(seen, acknowledge, at("2026-03-02 23:00")).refused).toBe("nothing-to-acknowledge");
    const other = { ...acknowledge, rung: "no-such" } as Command;
    expect(refusal(seen, other, at("2026-03-02 23:00")).refused).toBe("nothing-to-acknowledge");
  });

  test("a rung the policy does not have is an error, not a guess", () => {
    expect(() => rungRule(builtInPolicy, "no-such")).toThrow(/no rung no-such/);
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
