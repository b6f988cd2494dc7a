import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownRungs } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Context } from "../../../lib/domain/complaint/decision.ts";
import { type Complaint, timedClocks } from "../../../lib/domain/complaint/document.ts";
import type { Registration } from "../../../lib/domain/complaint/events.ts";
import { posts } from "../../../lib/domain/organisation/organisation.ts";
import { wholeOf } from "../../../lib/domain/policy/rung-id.ts";
import { after, at, later, local, personal, plain, registered, timer } from "../../support/builders.ts";

type People = Pick<Context, "recipients" | "onDuty">;

/** One person per post, `supervisor-1`; on duty are those named, at any time. */
const onDuty = (...names: string[]): People => ({ onDuty: (personId) => names.includes(personId) });

const fire = (complaint: Complaint, time: string, people: People) =>
  after(complaint, { type: "fire-rungs" }, at(time), { by: timer, ...people });

const timers = (complaint: Complaint, people: People, ...times: string[]) =>
  times.reduce((current, time) => fire(current, time, people), complaint);

/** When which rung of a clock told whom. */
const told = ({ events }: Complaint, clock = "firstReply") =>
  events.flatMap(({ fact, occurredAt }) =>
    fact.type === "rungDecided" && fact.name === clock
      ? [`${local(occurredAt).slice(5)} ${fact.rung}: ${fact.recipients.map((r) => r.personId).join(" ")}`]
      : [],
  );

/** Received at 06:00 on Monday: the first reply is missed at 06:00 on Tuesday, in the quiet hours. */
const missedAtSix = (more: Partial<Registration> = {}) => registered(at("2026-03-02 06:00"), more);

describe("quiet hours hold back the rest, not whoever is on duty (`default`)", () => {
  test("a limit missed at night: the manager on duty hears at once, the supervisor at 08:00", () => {
    const times = ["2026-03-03 06:00", "2026-03-03 08:00"];
    const complaint = timers(missedAtSix(), onDuty("manager-1"), "2026-03-02 21:00", ...times);
    expect(told(complaint).slice(-2)).toEqual([
      "03-03 06:00 limit@on-duty: manager-1",
      "03-03 08:00 limit: supervisor-1",
    ]);
  });

  test.each([
    ["before their end: it comes at once, and nobody was late", "2026-03-03 07:00", "2026-03-03 07:01", 60],
    ["after their end: it is as late as it is since then", "2026-03-03 08:02", "2026-03-03 08:05", 300],
  ])("a B that becomes known %s", (_, known, fired, lateBy) => {
    const held = timers(missedAtSix(), onDuty("manager-1"), "2026-03-02 21:00", "2026-03-03 06:00");
    const classify = { type: "classify", classCode: "1.2", level: "B" } as const;
    const grave = fire(after(held, classify, at(known)), fired, onDuty());
    const limit = grave.events.findLast(({ fact }) => fact.type === "rungDecided" && fact.rung === "limit");
    expect(limit?.fact).toMatchObject({ recipients: [{ personId: "supervisor-1" }], lateBy });
  });

  test("nobody on duty: everybody hears at 08:00", () => {
    const complaint = timers(missedAtSix(), onDuty(), "2026-03-03 06:00", "2026-03-03 08:00");
    expect(told(complaint).slice(-2)).toEqual([
      "03-03 06:00 limit@on-duty: ",
      "03-03 08:00 limit: supervisor-1 manager-1",
    ]);
  });

  test("a reminder sent at their start: whoever is on duty hears at its own instant, the others at 21:00", () => {
    const complaint = timers(
      registered(at("2026-03-02 08:30")),
      onDuty("handler-1"),
      "2026-03-02 20:30",
      "2026-03-02 21:00",
      "2026-03-03 03:42",
    );
    expect(told(complaint)).toEqual([
      "03-02 20:30 half: handler-1 department-head-1",
      "03-02 21:00 four-fifths: department-head-1",
      "03-03 03:42 four-fifths@on-duty: handler-1",
    ]);
  });

  test("the roster was changed after 21:00: a post that nobody was told for is told all the same", () => {
    const evening = timers(registered(at("2026-03-02 08:30")), onDuty("handler-1"), "2026-03-02 21:00");
    const complaint = fire(evening, "2026-03-03 03:42", onDuty());
    expect(told(complaint).at(-1)).toBe("03-03 03:42 four-fifths@on-duty: handler-1");
  });

  test("answered in the night by whoever was on duty: the others do not hear of it at all", () => {
    const night = timers(missedAtSix(), onDuty("manager-1"), "2026-03-03 06:00");
    const answered = after(night, plain.reply(), at("2026-03-03 06:20"));
    const morning = fire(answered, "2026-03-03 08:00", onDuty("manager-1"));
    expect(told(morning).at(-1)).toBe("03-03 06:00 limit@on-duty: manager-1");
  });

  test("exempt are safety, 紧急, A/B, press and external tickets: there everybody hears at once", () => {
    const exempt: Partial<Registration>[] = [{ level: "A" }, { level: "B" }, { channel: "press" }];
    for (const more of exempt) {
      const complaint = timers(missedAtSix(more), onDuty("manager-1"), "2026-03-03 06:00");
      expect(told(complaint).at(-1)).toBe("03-03 06:00 limit: supervisor-1 manager-1");
    }
  });

  test("both halves late: each is decided and marked late by its own instant, nobody hears twice", () => {
    const complaint = fire(missedAtSix(), "2026-03-03 09:00", onDuty("manager-1"));
    const facts = complaint.events.flatMap(({ fact }) =>
      fact.type === "rungDecided" && fact.name === "firstReply" && wholeOf(fact.rung) === "limit"
        ? [[fact.audience, fact.lateBy / 3600, fact.recipients.map(({ personId }) => personId)]]
        : [],
    );
    expect(facts).toEqual([
      ["on-duty", 3, ["manager-1"]],
      ["off-duty", 1, ["supervisor-1"]],
    ]);
  });

  test("acknowledging one half marks the other; it can be acknowledged only once", () => {
    const night = timers(missedAtSix(), onDuty("manager-1"), "2026-03-03 06:00");
    const acknowledge: Command = {
      type: "acknowledge",
      clock: "firstReply",
      cycle: 1,
      rung: "limit@on-duty",
    };
    const seen = after(night, acknowledge, at("2026-03-03 06:05"));
    const clock = seen.clocks.find(({ name }) => name === "firstReply");
    const marked = clock?.rungs.filter(({ id }) => wholeOf(id) === "limit");
    expect(marked?.map(({ acknowledgedAt }) => acknowledgedAt)).toEqual(
      Array(2).fill(at("2026-03-03 06:05")),
    );
  });
});

describe("a clock computed again in the night", () => {
  test("A or B becomes known between the halves: the others hear at once, whoever was told does not", () => {
    const night = timers(missedAtSix(), onDuty("manager-1"), "2026-03-03 06:00");
    const grave = after(night, { type: "classify", classCode: "1.2", level: "A" }, at("2026-03-03 06:30"));
    const complaint = fire(grave, "2026-03-03 06:30", onDuty("manager-1"));
    const limit = told(complaint).filter((line) => line.includes(" limit"));
    expect(limit).toEqual(["03-03 06:00 limit@on-duty: manager-1", "03-03 06:30 limit: supervisor-1"]);
  });

  test("a limit that passed in the night is extended before the others heard: both halves begin anew under a new id", () => {
    const assigned = after(
      registered(at("2026-03-03 10:00")),
      { type: "assign", departmentId: "engineering", limitAt: at("2026-03-03 22:00") },
      at("2026-03-03 10:00"),
    );
    const night = timers(assigned, onDuty("manager-1"), "2026-03-03 22:00");
    const { key, cycle } = night.clocks.find(({ name }) => name === "department")!;
    const extension: Command = {
      type: "extend",
      clock: "department",
      cycle,
      ...(key === undefined ? {} : { key }),
      dueAt: at("2026-03-04 23:00"),
      reason: personal("等配件"),
    };
    const extended = after(night, extension, at("2026-03-04 07:00"));
    const complaint = timers(
      extended,
      onDuty("manager-1"),
      "2026-03-04 08:00",
      "2026-03-04 23:00",
      "2026-03-05 08:00",
    );
    expect(told(complaint, "department").filter((line) => line.includes(" limit"))).toEqual([
      "03-03 22:00 limit@on-duty: manager-1",
      "03-04 23:00 limit+1@on-duty: manager-1",
      "03-05 08:00 limit+1: supervisor-1",
    ]);
  });
});

describe("whatever the roster says", () => {
  const names = posts.map((post) => `${post}-1`);
  const roster = fc.array(fc.subarray(names), { minLength: 60, maxLength: 60 });
  const life = fc.record({
    start: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    roster,
    /** A timer may come so many minutes late, over and over. */
    late: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 5 }),
    level: fc.constantFrom("C", "A", undefined),
  });

  test("nobody hears twice of one rung, everybody at its posts hears, and the timer is the next undecided rung", () => {
    fc.assert(
      fc.property(life, ({ start, roster: shifts, late, level }) => {
        const received = later(at("2026-03-02 00:00"), start / 60);
        const people: People = {
          onDuty: (personId, when) =>
            shifts[Math.floor((Date.parse(when) - Date.parse(received)) / 28_800_000)]?.includes(personId) ===
            true,
        };
        let complaint = registered(received, level === undefined ? {} : { level });
        for (let turn = 0; complaint.alarm.at !== undefined && turn < 60; turn += 1) {
          const pending = timedClocks(complaint).flatMap((clock) => ownRungs(clock, undefined));
          expect(complaint.alarm.at).toBe(pending.map((rung) => rung.at).sort()[0]);
          const minutes = late[turn % late.length] ?? 0;
          const now = later(complaint.alarm.at, minutes / 60);
          complaint = after(complaint, { type: "fire-rungs" }, now, { by: timer, ...people });
        }
        const heard = new Map<string, string[]>();
        for (const { fact } of complaint.events) {
          if (fact.type !== "rungDecided") continue;
          const rung = `${fact.name}#${fact.cycle}#${fact.key}#${wholeOf(fact.rung)}`;
          const persons = fact.recipients.map(({ personId }) => personId);
          heard.set(rung, [...(heard.get(rung) ?? []), ...persons]);
        }
        for (const persons of heard.values()) {
          expect(persons.length).toBeGreaterThan(0);
          expect(new Set(persons).size).toBe(persons.length);
        }
        const rungs = complaint.events.flatMap(({ fact }) =>
          fact.type === "rungDecided" ? [`${fact.name}#${fact.cycle}#${fact.key}#${fact.rung}`] : [],
        );
        expect(new Set(rungs).size).toBe(rungs.length);
      }),
      { numRuns: 30 },
    );
  });
});
