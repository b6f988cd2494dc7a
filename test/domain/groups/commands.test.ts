import { describe, expect, test } from "vitest";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { MemberAction } from "../../../lib/domain/groups/events.ts";
import { RESUME_AFTER_SECONDS } from "../../../lib/domain/groups/evolve.ts";
import { groupCommandNames, isGroupCommandName } from "../../../lib/domain/groups/names.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { after, given, personal, plain, timer } from "../../support/builders.ts";
import {
  crowd,
  fromRoom,
  groupAfter,
  groupRefusal,
  monday,
  news,
  proposal,
  rooms,
  standing,
  through,
} from "./life.ts";

const all = rooms.map((room) => `complaint-${room}`);
const later = (minutes: number) => plusSeconds(monday, minutes * 60);
const reply: MemberAction = { type: "reply", via: "posted" };
const resolve: MemberAction = { type: "resolve", via: "phone" };
const assign = { type: "assign", departmentId: "engineering", handlerId: "handler-1" } as const;

describe("one command for all members", () => {
  test("runs through the members; its text stands beside the event, its version is a person's decision", () => {
    const before = standing();
    const text = personal("维保单位今晚到场");
    const group = groupAfter(before, { type: "give", action: reply, texts: { text } }, later(5));
    expect(group.running).toEqual({
      commandId: group.events.at(-1)?.commandId,
      action: reply,
      by: { kind: "person", id: "supervisor-1" },
      since: later(5),
      seq: group.events.at(-1)?.seq,
      complaintIds: all,
    });
    expect(group.version).toBe(before.version + 1);
    expect(group.personal[`${group.running?.seq}.text`]).toEqual(text);
    expect(news(before, group)).toStrictEqual([{ type: "commandGiven", action: reply }]);
  });

  test("or for some of them, who must be members", () => {
    const group = standing();
    const some = groupAfter(group, { type: "give", action: reply, only: all.slice(1, 3) }, later(5));
    expect(some.running?.complaintIds).toEqual(all.slice(1, 3));
    const withStranger = { type: "give", action: reply, only: [all[0]!, "stranger"] } as const;
    expect(groupRefusal(group, withStranger, later(5))).toEqual({ refused: "unknown-member" });
  });

  test("one at a time, and nobody dissolves what runs; nobody's command but its own ends it", () => {
    const running = groupAfter(standing(), { type: "give", action: reply }, later(5));
    expect(groupRefusal(running, { type: "give", action: resolve }, later(6))).toEqual({
      refused: "group-busy",
    });
    expect(groupRefusal(running, { type: "dissolve", reason: personal("x") }, later(6))).toEqual({
      refused: "group-busy",
    });
    const other = { type: "carry-out", commandId: "other", already: [], refused: [], callable: [] } as const;
    expect(groupAfter(running, other, later(6))).toBe(running);
    expect(groupAfter(standing(), other, later(6)).running).toBeUndefined();
  });

  test("only what its state admits", () => {
    expect(groupRefusal(proposal(), { type: "give", action: reply }, later(5))).toEqual({
      refused: "group-not-allowed-now",
      allowed: ["confirm", "dissolve"],
    });
    const over = groupAfter(standing(), { type: "dissolve", reason: personal("x") }, later(5));
    expect(groupRefusal(over, { type: "dissolve", reason: personal("x") }, later(6))).toEqual({
      refused: "group-not-allowed-now",
      allowed: [],
    });
  });

  test("is carried on by the timer when nobody has finished it", () => {
    const group = groupAfter(standing(), { type: "give", action: reply }, later(5));
    expect(group.alarm.at).toBe(plusSeconds(later(5), RESUME_AFTER_SECONDS));
  });

  test("assigning names department and handler; assigning anew without a handler forgets him", () => {
    const first = groupAfter(standing(), { type: "give", action: assign }, later(5));
    expect(first).toMatchObject({ departmentId: "engineering", handlerId: "handler-1" });
    const again = through(
      through(standing(), assign, later(5)),
      { type: "assign", departmentId: "security" },
      later(6),
    );
    expect(again.departmentId).toBe("security");
    expect(again).not.toHaveProperty("handlerId");
    expect(through(again, reply, later(7)).departmentId).toBe("security");
  });

  test("the names that people may give, and no others", () => {
    for (const name of groupCommandNames) expect(isGroupCommandName(name)).toBe(true);
    for (const name of ["fire", "settle", "toString", ""]) expect(isGroupCommandName(name)).toBe(false);
  });
});

describe("every member has had the command", () => {
  const carriedOut = (action: MemberAction, refused: readonly string[], more = {}) => {
    const running = groupAfter(standing(), { type: "give", action }, later(5));
    const command = {
      type: "carry-out" as const,
      commandId: running.running!.commandId,
      already: [all[0]!],
      refused: refused.map((complaintId) => ({ complaintId, code: "incomplete" })),
      callable: all.slice(1),
      ...more,
    };
    return { running, group: groupAfter(running, command, later(6)) };
  };

  test("a reply: said for whom it was done already and refused; the state stays", () => {
    const { running, group } = carriedOut(reply, [all[2]!]);
    expect(news(running, group)).toEqual([
      {
        type: "commandCarriedOut",
        action: "reply",
        already: [all[0]],
        refused: [{ complaintId: all[2], code: "incomplete" }],
      },
    ]);
    expect(group.status).toBe("confirmed");
    expect(group).not.toHaveProperty("running");
  });

  test("solved is the group only when no member was refused; of a B everybody who can be called is called", () => {
    expect(carriedOut(resolve, [all[2]!]).group.status).toBe("confirmed");
    const { running, group } = carriedOut(resolve, []);
    expect(news(running, group).map(({ type }) => type)).toEqual(["commandCarriedOut", "resolved"]);
    expect(group).toMatchObject({ status: "resolved", sample: all.slice(1) });
    const call = { type: "give", action: { type: "follow-up", outcome: "reached", grade: 5 } } as const;
    expect(groupRefusal(group, call, later(9))).toEqual({
      refused: "members-required",
      missing: ["complaintIds"],
    });
    const called = groupAfter(group, { ...call, only: all.slice(1, 2) }, later(9));
    expect(called.running?.complaintIds).toEqual(all.slice(1, 2));
    const everybody = groupAfter(group, { type: "give", action: reply }, later(9));
    expect(everybody.running?.complaintIds).toEqual(all);
  });

  test("closed is the group only when no member was refused", () => {
    const solved = through(standing(opinions()), resolve, later(6));
    for (const [refused, status] of [
      [[{ complaintId: all[0]!, code: "incomplete" }], "resolved"],
      [[], "closed"],
    ] as const) {
      const running = groupAfter(solved, { type: "give", action: { type: "close" } }, later(7), {
        members: done,
      });
      const { commandId } = running.running!;
      const group = groupAfter(
        running,
        { type: "carry-out", commandId, already: [], refused, callable: [] },
        later(8),
      );
      expect(group.status).toBe(status);
    }
  });

  const opinions = () => crowd({ recordKind: "opinion" });
  /** D11 D: 调查, 专家意见, 方案报批 on record with one of the members. */
  const opinionWith = (room: string, steps: readonly ("investigate" | "consult" | "plan")[]) =>
    steps.reduce(
      (complaint, step) => given(complaint, step, later(2)),
      after(fromRoom(room, { recordKind: "opinion" }), plain.assign(), later(1)),
    );
  const signed = (complaint: Complaint) =>
    after(after(complaint, plain.resolve(), later(3)), plain["sign-off"](), later(4), {
      by: { kind: "person", id: "engineering-head" },
      posts: ["department-head"],
    });
  const done = [opinionWith("101", ["investigate", "consult"]), signed(opinionWith("102", ["plan"]))];

  test("D11: a step is done for the group when it is done with one member; what nobody did is named", () => {
    const solved = through(standing(opinions()), resolve, later(6));
    const close = { type: "give", action: { type: "close" } } as const;
    const none = groupRefusal(solved, close, later(7), { members: opinions() });
    expect(none).toMatchObject({ refused: "incomplete" });
    expect(none.missing).toContain("investigate");
    expect(groupRefusal(solved, close, later(7)).missing).toEqual(none.missing);
    expect(groupRefusal(solved, close, later(7), { members: done.slice(1) }).missing).toContain(
      "investigate",
    );
    // Any other command asks for no step.
    expect(
      groupAfter(solved, { type: "give", action: reply }, later(7), { members: opinions() }).running,
    ).toBeDefined();
  });
});

describe("a group is dissolved by a person", () => {
  test("everybody leaves, and these members are not proposed again; the reason stands beside the event", () => {
    const before = standing();
    const group = groupAfter(before, { type: "dissolve", reason: personal("不是一回事") }, later(5));
    expect(news(before, group)).toEqual([{ type: "dissolved", because: "person" }]);
    expect(group).toMatchObject({ status: "dissolved", endedAt: later(5), leaving: all, barred: all });
    expect(group.version).toBe(before.version + 1);
    expect(group.personal[`${group.events.at(-1)?.seq}.reason`]?.value).toBe("不是一回事");
  });
});

describe("the timer", () => {
  const fire = { type: "fire" } as const;
  const over = crowd().map((complaint) => after(complaint, plain.withdraw(), later(1)));

  test("closes a group whose members are all over, but not while a command runs or one is open", () => {
    const group = standing();
    const closed = groupAfter(group, fire, later(5), { members: over });
    expect(closed).toMatchObject({ status: "closed", endedAt: later(5), version: group.version });
    expect(groupAfter(group, fire, later(5), { members: [...over.slice(1), fromRoom("101")] }).status).toBe(
      "confirmed",
    );
    const running = groupAfter(group, { type: "give", action: reply }, later(5));
    expect(groupAfter(running, fire, later(6), { members: over }).status).toBe("confirmed");
    expect(groupAfter(group, fire, later(5)).status).toBe("confirmed");
  });

  test("changes nothing in a group that is over, and its decisions are no person's", () => {
    const closed = groupAfter(standing(), fire, later(5), { members: over });
    expect(groupAfter(closed, fire, later(6), { members: [] })).toBe(closed);
    const carriedByTimer = groupAfter(standing(), { type: "give", action: reply }, later(5), { by: timer });
    expect(carriedByTimer.version).toBe(standing().version);
  });
});
