import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Fact } from "../../../lib/domain/complaint/events.ts";
import { isStaffCommandName } from "../../../lib/domain/complaint/transitions.ts";
import { beside, without } from "../../../lib/domain/document/personal.ts";
import { hasPendingReactions, nextAlarm } from "../../../lib/domain/document/timer.ts";
import { head, newestClock, running, toldSince } from "../../support/acts.ts";
import {
  after,
  at,
  closed,
  later,
  personal,
  plain,
  registered,
  resolved,
  timer,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 4);

describe("the version that people lock on", () => {
  const limitAt = later(received, 48);
  const assign: Command = { type: "assign", departmentId: "engineering", handlerId: "handler-1", limitAt };

  test("one decision of a person is one version, however many clocks go with it", () => {
    const steps: readonly Command[] = [assign, plain.accept(), plain.resolve(), plain.reopen(), plain.note()];
    let complaint = registered(received);
    for (const command of steps) {
      const next = after(complaint, command, now);
      expect([command.type, next.version - complaint.version]).toEqual([command.type, 1]);
      complaint = next;
    }
    expect(registered(received).version).toBe(1);
  });

  test("what a machine or the customer does is none", () => {
    const before = registered(received);
    for (const by of [timer, { kind: "customer" }, { kind: "channel", id: "mail" }] as const) {
      expect(after(before, plain.urge(), now, { by }).version).toBe(before.version);
    }
  });

  test("a pause, an extension and an acknowledgement are decisions", () => {
    const handled = after(registered(received), { type: "assign", departmentId: "e" }, later(received, 1));
    expect(after(handled, plain.extend(), now).version).toBe(handled.version + 1);
    expect(after(handled, plain.pause(), now).version).toBeGreaterThan(handled.version);
    const fired = after(handled, { type: "fire-rungs" }, at("2026-03-02 21:00"), { by: timer });
    expect(after(fired, plain.acknowledge(), at("2026-03-02 22:00")).version).toBe(fired.version + 1);
  });
});

describe("the document", () => {
  test("D6: handed to somebody else, it is with nobody of before", () => {
    const once = after(registered(received), plain.assign(), later(received, 1));
    const moved = after(once, plain.transfer(), now);
    expect(moved).toMatchObject({ status: "handling", departmentId: "security", assignments: 2 });
    expect(Object.keys(moved)).not.toContain("handlerId");
  });

  test("返单 keeps the first reply, the plan and the reviews, and counts cycles", () => {
    const reviewed = after(after(closed(received), plain.review(), now), plain.reopen(), later(now, 1));
    expect(reviewed).toMatchObject({ status: "handling", cycle: 2, reviewedAt: now });
    expect(reviewed.plan).toBeDefined();
    expect(reviewed.repliedAt).toBe(closed(received).repliedAt);
    for (const gone of ["resolvedAt", "closedAt", "ending", "signedOffAt"]) {
      expect(Object.keys(reviewed)).not.toContain(gone);
    }
  });

  test("closing keeps the moment it was solved", () => {
    const complaint = resolved(received, { recordKind: "help" });
    const judged = after(after(complaint, plain.judge(), now), plain["sign-off"](), now, head);
    const done = after(after(judged, plain["follow-up"](), now), plain.close(), later(now, 1));
    expect(done).toMatchObject({
      resolvedAt: later(received, 2),
      closedAt: later(now, 1),
      ending: "followed-up",
    });
  });

  test("a withdrawal and a referral end it, and say why", () => {
    for (const [name, ending] of [
      ["withdraw", "withdrawn"],
      ["refer", "referred"],
    ] as const) {
      const before = registered(received);
      const done = after(before, plain[name](), now);
      expect(done).toMatchObject({ status: ending, ending, endedAt: now });
      expect(Object.keys(toldSince(before, done))).toEqual(["reason"]);
      expect(running(done)).toEqual([]);
    }
  });

  test("催办, notes and messages keep their words", () => {
    const before = registered(received);
    const text = personal("快点");
    for (const type of ["urge", "note", "customer-message"] as const) {
      expect(toldSince(before, after(before, { type, text }, now))).toEqual({ text: "快点" });
    }
    const bare = after(before, { type: "customer-message", text }, now).events.at(-1)?.fact;
    expect(bare).toEqual({ type: "messageReceived" } satisfies Fact);
    expect(toldSince(before, after(before, plain.urge(), now))).toEqual({});
    const reopened = resolved(received);
    expect(toldSince(reopened, after(reopened, plain.reopen(), now))).toEqual({ reason: "仍未修好" });
  });

  test("acknowledging one of several clocks of a name, by its key: both halves of its rung", () => {
    const limitAt = later(received, 24);
    const twice = [limitAt, later(limitAt, 24)].reduce(
      (complaint, limit, index) =>
        after(
          complaint,
          { type: "assign", departmentId: "engineering", handlerId: `h${index}`, limitAt: limit },
          later(received, 1 + index),
        ),
      registered(received),
    );
    const fired = after(twice, { type: "fire-rungs" }, at("2026-03-04 20:00"), { by: timer });
    const clock = newestClock(fired, "department");
    const decided = clock.rungs.find(({ decidedAt }) => decidedAt !== undefined);
    const acknowledge: Command = {
      type: "acknowledge",
      clock: "department",
      cycle: 1,
      key: "2",
      rung: decided?.id ?? "",
    };
    const seen = after(fired, acknowledge, at("2026-03-04 20:30"));
    const marks = (key: string) =>
      seen.clocks
        .find((c) => c.name === "department" && c.key === key)
        ?.rungs.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)
        .map(({ id }) => id);
    expect([marks("1"), marks("2")]).toEqual([[], ["four-fifths@on-duty", "four-fifths"]]);
    expect(seen.events.at(-1)?.fact).toMatchObject({ type: "rungAcknowledged", key: "2", rung: decided?.id });
  });
});

describe("the storage protocol", () => {
  test("reactions are owed while messages wait or the timer is not the one that was set", () => {
    const { alarm, writtenAt } = registered(received);
    const armed = { epoch: alarm.epoch };
    expect(hasPendingReactions({ alarm, armed, writtenAt, outbox: [] })).toBe(false);
    expect(hasPendingReactions({ alarm, armed, writtenAt, outbox: [1] })).toBe(true);
    expect(hasPendingReactions({ alarm, armed: { epoch: 0 }, writtenAt, outbox: [] })).toBe(true);
    expect(nextAlarm({ alarm: { epoch: 1 }, armed: { epoch: 1 }, writtenAt, outbox: [] })).toBeUndefined();
    expect(nextAlarm({ alarm: { epoch: 1 }, armed: { epoch: 1 }, writtenAt, outbox: [1] })).toBe(
      later(writtenAt, 2 / 60),
    );
  });

  test("personal values stand beside their event and go without it", () => {
    const value = personal("王示例");
    expect(beside(3, { name: value })).toEqual({ "3.name": value });
    expect(beside(3)).toEqual({});
    expect(without({ "3.name": value, "4.name": value }, ["3.name"])).toEqual({ "4.name": value });
  });

  test("commands of people are those of the table, and nothing an object inherits", () => {
    expect(isStaffCommandName("close")).toBe(true);
    for (const name of ["register", "fire-rungs", "toString"]) expect(isStaffCommandName(name)).toBe(false);
  });
});
