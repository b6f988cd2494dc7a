import { describe, expect, test } from "vitest";
import { dueAt, pausedSince } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { factsSince, newestClock, toldSince, typesSince } from "../../support/acts.ts";
import {
  after,
  at,
  later,
  personal,
  plain,
  refusal,
  registered,
  resolved,
  timer,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const limitAt = later(received, 48);
const now = later(received, 4);

/** Handled by a department with its own limit, a written plan due: all that may wait is running. */
function handling(): Complaint {
  const assign: Command = { type: "assign", departmentId: "engineering", handlerId: "handler-1", limitAt };
  return after(after(registered(received), assign, later(received, 1)), plain.classify(), later(received, 2));
}

const paused = (complaint: Complaint) =>
  complaint.clocks.flatMap((clock) => (pausedSince(clock) === undefined ? [] : [clock.name])).sort();

describe("the work waits for others (待业主约时, 待地产维保, 待维修资金, 第三方)", () => {
  test("what waits for the work waits; record, first reply and acceptance run on", () => {
    const before = handling();
    const done = after(before, plain.pause(), now);
    expect(paused(done)).toEqual(["department", "plan", "result"]);
    expect(factsSince(before, done)[0]).toMatchObject({
      type: "clockPaused",
      at: now,
      reason: "owner-appointment",
      approvedBy: "supervisor-1",
    });
    expect(toldSince(before, done)).toEqual({ text: "业主周六才有空" });
    const silent = after(before, { type: "pause", reason: "third-party" }, now);
    expect(toldSince(before, silent)).toEqual({});
    expect(paused(silent)).toEqual(paused(done));
  });

  test("what has ended does not wait, neither do the clocks of an earlier cycle", () => {
    const planned = after(handling(), plain.plan(), later(received, 3));
    expect(paused(after(planned, plain.pause(), now))).toEqual(["department", "result"]);
    const again = after(resolved(received), plain.reopen(), now);
    const waiting = after(again, plain.pause(), later(now, 1));
    expect(
      waiting.clocks.flatMap((clock) => (pausedSince(clock) === undefined ? [] : [clock.cycle])),
    ).toEqual([2]);
  });

  test("only a person approves a pause or an extension", () => {
    const by = { by: timer };
    expect(refusal(handling(), plain.pause(), now, by)).toEqual({ refused: "nothing-to-pause" });
    expect(refusal(handling(), plain.extend(), now, by)).toEqual({ refused: "nothing-to-extend" });
  });

  test("a second pause adds to the first; only what stands still goes on", () => {
    const once = after(after(handling(), plain.pause(), now), plain.resume(), later(now, 2));
    const twice = after(after(once, plain.pause(), later(now, 4)), plain.resume(), later(now, 7));
    expect(newestClock(twice, "result").pauses).toMatchObject([
      { from: now, to: later(now, 2) },
      { from: later(now, 4), to: later(now, 7) },
    ]);
    expect(dueAt(newestClock(once, "department"))).toBe(later(limitAt, 2));
    expect(paused(twice)).toEqual([]);
  });

  test("what ended while it stood still is not resumed", () => {
    const waiting = after(handling(), plain.pause(), now);
    const planned = after(waiting, plain.plan(), later(now, 1));
    expect(factsSince(waiting, planned).map((fact) => fact.type)).toEqual([
      "planWritten",
      "clockResumed",
      "clockStopped",
    ]);
    const on = after(planned, plain.resume(), later(now, 2));
    expect(factsSince(planned, on)).toMatchObject([
      { type: "clockResumed", name: "result" },
      { type: "clockResumed", name: "department" },
    ]);
  });

  test("what was done before the pause, though entered later, owes nothing to it", () => {
    const waiting = after(handling(), plain.pause(), now);
    for (const told of [later(now, -1), now]) {
      const done = after(
        waiting,
        { type: "resolve", via: "phone", text: personal("已修复"), occurredAt: told },
        later(now, 3),
      );
      expect(typesSince(waiting, done)).not.toContain("clockResumed");
      expect(newestClock(done, "result").stoppedAt).toBe(told);
    }
    const during = after(waiting, plain.resolve(), later(now, 3));
    expect(typesSince(waiting, during)).toContain("clockResumed");
  });
});

describe("a later limit, approved", () => {
  const extend = (more: object = {}): Command => ({
    type: "extend",
    clock: "result",
    dueAt: at("2026-03-20 18:00"),
    reason: personal("等配件"),
    ...more,
  });

  test("its reason is kept; each extension stands beside the ones before", () => {
    const before = handling();
    const once = after(before, extend(), now);
    expect(toldSince(before, once)).toEqual({ reason: "等配件" });
    const twice = after(once, extend({ dueAt: at("2026-03-24 18:00") }), later(now, 1));
    expect(newestClock(twice, "result").extensions).toMatchObject([
      { at: now, dueAt: at("2026-03-20 18:00"), approvedBy: "supervisor-1" },
      { at: later(now, 1), dueAt: at("2026-03-24 18:00") },
    ]);
  });

  test("D4: of several limits of a department the one that is meant, while it runs", () => {
    const before = handling();
    const done = after(before, extend({ clock: "department", key: "1" }), now);
    expect(dueAt(newestClock(done, "department"))).toBe(at("2026-03-20 18:00"));
    for (const key of [{}, { key: "2" }]) {
      expect(refusal(before, extend({ clock: "department", ...key }), now).refused).toBe("nothing-to-extend");
    }
    const ended = resolved(received);
    expect(refusal(ended, extend(), now).refused).toBe("nothing-to-extend");
    const again = after(ended, plain.reopen(), now);
    expect(refusal(again, extend({ cycle: 1 }), later(now, 1)).refused).toBe("nothing-to-extend");
    expect(dueAt(newestClock(after(again, extend(), later(now, 1)), "result"))).toBe(at("2026-03-20 18:00"));
  });

  test("it lies ahead, also of a limit that has passed", () => {
    const late = at("2026-03-10 12:00");
    for (const dueAt of [at("2026-03-10 11:00"), late]) {
      expect(refusal(handling(), extend({ dueAt }), late).refused).toBe("extension-not-later");
    }
    expect(dueAt(newestClock(after(handling(), extend(), late), "result"))).toBe(at("2026-03-20 18:00"));
  });
});
