import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addWorkingDays, workingTimeBetween } from "../../../lib/domain/calendar/index.ts";
import { type Clock, clockOutcome, dueAt, pendingRungs } from "../../../lib/domain/clocks/clock.ts";
import { closingAfterPauses } from "../../../lib/domain/clocks/pauses.ts";
import { replan } from "../../../lib/domain/clocks/replan.ts";
import { startClock, type Timing } from "../../../lib/domain/clocks/start.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { fromInstant, toInstant } from "../../../lib/domain/time/instant.ts";
import { after, at, later, local, plain, refusal, registered, timer, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

const received = at("2026-03-02 10:00");
const clockOf = (complaint: Complaint, name: Clock["name"]): Clock => {
  const clock = complaint.clocks.findLast((candidate) => candidate.name === name);
  if (clock === undefined) throw new Error(`no clock ${name}`);
  return clock;
};
const due = (complaint: Complaint, name: Clock["name"] = "result") => local(dueAt(clockOf(complaint, name)));
const handling = () => after(registered(received), plain.assign(), later(received, 1));

describe("pauses (待业主约时, 待地产维保, 待维修资金, 第三方)", () => {
  test("the result waits as long as the pause, and still ends at a close of business; the first reply runs on", () => {
    const paused = after(handling(), plain.pause(), at("2026-03-03 10:00"));
    expect(clockOf(paused, "result").pauses).toEqual([
      { from: at("2026-03-03 10:00"), reason: "owner-appointment", approvedBy: "supervisor-1" },
    ]);
    expect(pendingRungs(clockOf(paused, "result"))).toEqual([]);
    expect(pendingRungs(clockOf(paused, "firstReply")).length).toBeGreaterThan(0);
    const on = after(paused, plain.resume(), at("2026-03-07 12:00"));
    // Two and a half working days were left of Tuesday 10:00; from Monday 9 on they end on Wednesday.
    expect(due(on)).toBe("2026-03-11 18:00");
    expect(on.taskDueAt).toBe(at("2026-03-11 18:00"));
    expect(due(on, "firstReply")).toBe("2026-03-03 10:00");
  });

  test("nothing fires while it waits, what is left fires later, what was decided is not decided again", () => {
    const half = after(handling(), { type: "fire-rungs" }, at("2026-03-04 09:30"), { by: timer });
    const paused = after(half, plain.pause(), at("2026-03-04 10:00"));
    const waited = after(paused, { type: "fire-rungs" }, at("2026-03-20 10:00"), { by: timer });
    const decided = (complaint: Complaint) =>
      clockOf(complaint, "result").rungs.flatMap((rung) => (rung.decidedAt === undefined ? [] : [rung.id]));
    expect(decided(waited)).toEqual(["half"]);
    const on = after(waited, plain.resume(), at("2026-03-20 10:00"));
    expect(decided(on)).toEqual(["half"]);
    // 17 of 35 hours were worked before the pause; 80 % of the time comes after it.
    const pending = pendingRungs(clockOf(on, "result")).map((rung) => [rung.id, local(rung.at)]);
    expect(pending[0]?.[0]).toBe("four-fifths");
    expect(pending[0]?.[1]).toMatch(/^2026-03-2[0-9]/);
    expect(due(on)).toBe("2026-03-23 18:00");
  });

  test("paused in time is not missed; resolved while it waits stops a clock that has waited", () => {
    const paused = after(handling(), plain.pause(), at("2026-03-04 10:00"));
    expect(clockOutcome(clockOf(paused, "result"), at("2026-04-01 10:00"))).toBe("paused");
    const resolved = after(paused, plain.resolve(), at("2026-03-20 10:00"));
    expect(clockOutcome(clockOf(resolved, "result"), at("2026-04-01 10:00"))).toBe("kept");
    expect(clockOf(resolved, "result").stoppedAt).toBe(at("2026-03-20 10:00"));
  });

  test("there is nothing to pause twice, and nothing to resume that does not wait", () => {
    const paused = after(handling(), plain.pause(), at("2026-03-03 10:00"));
    expect(refusal(paused, plain.pause(), at("2026-03-03 11:00")).refused).toBe("nothing-to-pause");
    expect(refusal(handling(), plain.resume(), at("2026-03-03 11:00")).refused).toBe("nothing-to-resume");
  });

  test("an external ticket's time stands, however long the result waits", () => {
    const external = { system: "12345", ticketNo: "T1", unit: "街道", dueAt: at("2026-03-04 12:00") };
    const paused = after(registered(received, { external }), plain.pause(), at("2026-03-03 10:00"));
    expect(due(after(paused, plain.resume(), at("2026-03-09 10:00")))).toBe("2026-03-04 12:00");
  });
});

describe("a working-day limit moves by the working time paused, rounded by half days", () => {
  const { calendar } = rulesFor(ZONE);
  const moved = (...pauses: readonly (readonly [string, string])[]) => {
    const spans = pauses.map(([from, to]) => ({ from: fromInstant(at(from)), to: fromInstant(at(to)) }));
    const start = fromInstant(received);
    const end = addWorkingDays(calendar, start, 3, "close-of-business");
    return local(toInstant(closingAfterPauses(calendar, start, end, spans)));
  };
  const day = workingTimeBetween(
    calendar,
    fromInstant(at("2026-03-03 00:00")),
    fromInstant(at("2026-03-04 00:00")),
  );

  test("a second moves nothing, nor does a night or a Sunday; half a day moves a day, a day and a bit one day", () => {
    expect(moved()).toBe("2026-03-05 18:00");
    expect(moved(["2026-03-03 10:00:00", "2026-03-03 10:00:01"])).toBe("2026-03-05 18:00");
    expect(moved(["2026-03-03 19:00", "2026-03-04 07:00"])).toBe("2026-03-05 18:00");
    expect(moved(["2026-03-03 00:00", "2026-03-04 00:00"])).toBe("2026-03-06 18:00");
    expect(moved(["2026-03-03 00:00", "2026-03-04 10:00"])).toBe("2026-03-06 18:00");
  });

  test("many short pauses count together", () => {
    const hours = ["10", "11", "14", "15", "16"].map(
      (hour) => [`2026-03-03 ${hour}:00`, `2026-03-03 ${hour}:59`] as const,
    );
    expect(moved(...hours)).toBe("2026-03-06 18:00");
    expect(moved(...hours.slice(0, 2))).toBe("2026-03-05 18:00");
  });

  test("a close that passes while it waits is no miss: what was left is left when the work goes on", () => {
    expect(moved(["2026-03-05 17:00", "2026-03-06 10:00"])).toMatch(/^2026-03-06 1[0-2]:/);
  });

  test("in neither direction does a pause win or cost half a working day, however it lies", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 9 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minutes, minutes), { maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (raw, days) => {
          const cuts = [...new Set(raw.flat())].sort((a, b) => a - b);
          const start = fromInstant(received);
          const pauses = cuts.flatMap((cut, index) =>
            index % 2 === 0 && cuts[index + 1] !== undefined
              ? [{ from: start.add({ minutes: cut }), to: start.add({ minutes: cuts[index + 1] ?? 0 }) }]
              : [],
          );
          const end = addWorkingDays(calendar, start, days, "close-of-business");
          const due = closingAfterPauses(calendar, start, end, pauses);
          const budget = workingTimeBetween(calendar, start, end);
          const given = workingTimeBetween(calendar, start, due, pauses);
          expect(Math.abs(given - budget)).toBeLessThanOrEqual(day / 2);
          // Whoever still had time when it was paused has some left when it goes on.
          const inTime = pauses.filter(
            ({ from }) => workingTimeBetween(calendar, start, from, pauses) < budget,
          );
          for (const { to } of inTime) {
            expect(Temporal.Instant.compare(due, to) > 0 || given >= budget).toBe(true);
          }
          expect(Temporal.Instant.compare(due, end)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("extensions", () => {
  const extend = (dueAt: string) => ({ ...plain.extend(), dueAt }) as ReturnType<typeof plain.extend>;

  test("the result is due when the approver says, and the task with it", () => {
    const extended = after(handling(), extend(at("2026-03-12 12:00")), at("2026-03-04 10:00"));
    expect(due(extended)).toBe("2026-03-12 12:00");
    expect(extended.taskDueAt).toBe(at("2026-03-12 12:00"));
    expect(clockOf(extended, "result")).toMatchObject({
      limits: [{ dueAt: at("2026-03-12 12:00"), provisional: false, clause: "extension" }],
      extensions: [{ approvedBy: "supervisor-1", dueAt: at("2026-03-12 12:00") }],
    });
  });

  test("an extension after the limit escalates again at the new limit, every rung once", () => {
    const missed = after(handling(), { type: "fire-rungs" }, at("2026-03-05 18:00"), { by: timer });
    const extended = after(missed, extend(at("2026-03-12 12:00")), at("2026-03-05 19:00"));
    expect(pendingRungs(clockOf(extended, "result")).map(({ id, at }) => [id, local(at)])).toEqual([
      ["limit+1", "2026-03-12 12:00"],
      ["plus-4h", "2026-03-12 16:00"],
      ["plus-1d", "2026-03-13 18:00"],
      ["headquarters", "2026-03-16 18:00"],
    ]);
    const again = after(extended, { type: "fire-rungs" }, at("2026-03-12 12:00"), { by: timer });
    const fired = again.events.flatMap(({ fact }) =>
      fact.type === "rungDecided" && fact.name === "result" ? [fact.rung] : [],
    );
    expect(fired).toEqual(["half", "four-fifths", "limit", "limit+1"]);
  });

  test("not earlier, not beyond an external ticket, not a clock that belongs to others, not one that has stopped", () => {
    const now = at("2026-03-03 10:00");
    expect(refusal(handling(), extend(at("2026-03-05 18:00")), now).refused).toBe("extension-not-later");
    const external = { system: "12345", ticketNo: "T1", unit: "街道", dueAt: at("2026-03-10 12:00") };
    expect(refusal(registered(received, { external }), extend(at("2026-03-11 12:00")), now).refused).toBe(
      "beyond-external-time",
    );
    const firstReply = { ...extend(at("2026-03-11 12:00")), clock: "firstReply" } as ReturnType<
      typeof extend
    >;
    expect(refusal(handling(), firstReply, now).refused).toBe("not-extendable");
    const plan = { ...extend(at("2026-03-11 12:00")), clock: "plan" } as ReturnType<typeof extend>;
    expect(refusal(handling(), plan, now).refused).toBe("nothing-to-extend");
  });
});

describe("what becomes known later", () => {
  test("D11: A and B are reported to manager and project manager at once, though the level is set two days later", () => {
    const set = at("2026-03-04 14:00");
    const graded = after(handling(), { type: "classify", classCode: "1.1", level: "A" }, set);
    const fired = after(graded, { type: "fire-rungs" }, set, { by: timer });
    const [grave] = fired.events.flatMap(({ fact }) =>
      fact.type === "rungDecided" && fact.rung === "grave" ? [fact] : [],
    );
    expect(grave?.recipients.map(({ post }) => post)).toEqual(["manager", "project-manager"]);
    expect(grave?.lateBy).toBe(0);
    expect(due(graded)).toBe("2026-03-05 18:00");
  });

  test("A and B lift the quiet hours of what is still to come", () => {
    const night = registered(at("2026-03-02 23:00"));
    const before = pendingRungs(clockOf(night, "firstReply")).find(({ id }) => id === "limit");
    const graded = after(night, { type: "classify", classCode: "1.1", level: "B" }, at("2026-03-02 23:30"));
    const now = pendingRungs(clockOf(graded, "firstReply")).find(({ id }) => id === "limit");
    expect([local(before!.at), local(now!.at)]).toEqual(["2026-03-04 08:00", "2026-03-03 23:00"]);
  });
});

describe("deadlines of any pauses", () => {
  const names = ["result", "plan", "accept", "record", "dailyReport", "followUp"] as const;
  const ordinary: Timing = { urgent: false, quietExempt: false, notAfter: [] };

  test("a pause never makes a deadline earlier, a longer one never makes it earlier than a shorter one", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 12 });
    fc.assert(
      fc.property(fc.constantFrom(...names), minutes, minutes, minutes, (name, start, wait, more) => {
        const rules = rulesFor(ZONE);
        const began = later(at("2026-02-10 08:00"), start / 60);
        const clock = startClock(name, 1, began, ordinary, rules);
        const from = later(began, 1);
        const waited = (length: number) =>
          dueAt({
            name,
            ...replan(
              {
                ...clock,
                pauses: [{ from, to: later(from, length / 60), reason: "third-party", approvedBy: "p" }],
              },
              ordinary,
              rules,
              later(from, length / 60),
            ),
          });
        expect(waited(wait) >= dueAt(clock)).toBe(true);
        expect(waited(wait + more) >= waited(wait)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("under the same rules nothing moves: computing it again gives the same plan", () => {
    const clock = startClock("result", 1, received, ordinary, rulesFor(ZONE));
    const { limits, rungs } = replan(clock, ordinary, rulesFor(ZONE), later(received, 500));
    expect({ limits, rungs }).toEqual({ limits: clock.limits, rungs: clock.rungs });
  });
});

describe("urgency that becomes known later (D6 立即)", () => {
  const urgent = { type: "classify", classCode: "1.3", safety: true } as const;

  test("the short limits run from then, nobody is late for what nobody could know; the night holds nothing back", () => {
    const night = registered(at("2026-03-02 20:00"));
    const raised = after(night, urgent, at("2026-03-02 23:00"));
    expect(due(raised, "firstReply")).toBe("2026-03-02 23:30");
    expect(due(raised)).toBe("2026-03-03 23:00");
    expect(clockOf(raised, "firstReply")).toMatchObject({
      variant: "urgent",
      variantFrom: at("2026-03-02 23:00"),
    });
    const pending = pendingRungs(clockOf(raised, "firstReply")).map(({ id, at }) => [id, local(at)]);
    expect(pending).toEqual([
      ["at-once", "2026-03-02 23:00"],
      ["plus-10min", "2026-03-02 23:10"],
      ["plus-30min", "2026-03-02 23:30"],
      ["plus-60min", "2026-03-03 00:00"],
    ]);
  });

  test("it never gives more time: an ordinary limit that ends earlier stands", () => {
    const late = after(registered(received), urgent, at("2026-03-05 17:00"));
    expect(due(late)).toBe("2026-03-05 18:00");
    expect(due(late, "firstReply")).toBe("2026-03-03 10:00");
  });
});
