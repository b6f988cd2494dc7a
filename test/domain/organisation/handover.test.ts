import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asLeft,
  namesAsSubstitute,
  shiftsOf,
  withPostsOf,
  withShiftsHandedOver,
  withSubstitute,
} from "../../../lib/domain/organisation/handover.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { standInOf } from "../../../lib/domain/organisation/presence.ts";
import { type Shift, shiftKey } from "../../../lib/domain/organisation/roster.ts";
import { people } from "../../support/organisation.ts";

const succession = { from: "a", to: "b" };
const today = "2026-03-10";
const ids = fc.constantFrom("a", "b", "c", "d");
const dates = fc.constantFrom("2026-03-08", "2026-03-09", today, "2026-03-11", "2026-03-31");

const shifts: fc.Arbitrary<Shift[]> = fc
  .array(
    fc.record({
      date: dates,
      from: fc.constantFrom("08:00", "20:00"),
      to: fc.constant("08:00"),
      post: fc.constantFrom("supervisor" as const, "handler" as const),
      personId: ids,
    }),
  )
  .map((all) => [...new Map(all.map((shift) => [shiftKey(shift), shift])).values()]);

const persons: fc.Arbitrary<Person> = fc
  .record({
    id: fc.constantFrom("b", "c", "d"),
    substitutes: fc.uniqueArray(ids),
    absences: fc.array(fc.record({ from: fc.constant("2026-03-01"), to: dates, substituteId: ids })),
  })
  .map(({ substitutes, ...some }) => {
    return { ...people.clerk, ...some, substitutes: substitutes.filter((id) => id !== some.id) };
  });

describe("工作移交, the roster", () => {
  test("from the day on the leaver has no shift, nobody else loses one, and no hour is left without its post", () => {
    fc.assert(
      fc.property(shifts, (all) => {
        const after = withShiftsHandedOver(all, succession, today);
        const slot = ({ date, from, post }: Shift) => `${date} ${from} ${post}`;
        expect(shiftsOf(after, "a", today)).toEqual([]);
        expect(new Set(after.map(slot))).toEqual(new Set(all.map(slot)));
        expect(after).toEqual(expect.arrayContaining(all.filter(({ personId }) => personId !== "a")));
        expect(after.filter(({ date }) => date < today)).toHaveLength(
          all.filter(({ date }) => date < today).length,
        );
        expect(new Set(after.map(shiftKey)).size).toBe(after.length);
        expect(withShiftsHandedOver(after, succession, today)).toEqual(after);
      }),
    );
  });
});

describe("工作移交, an example", () => {
  const shift = (date: string, personId: string): Shift => ({
    date,
    from: "08:00",
    to: "20:00",
    post: "supervisor",
    personId,
  });

  test("shifts before the day stay as they were worked, from the day on they are the successor's; in their order", () => {
    const all = [
      shift("2026-03-11", "a"),
      shift(today, "a"),
      shift("2026-03-09", "a"),
      shift(today, "c"),
      shift(today, "b"),
    ];
    expect(shiftsOf(all, "a", today)).toEqual([all[0], all[1]]);
    expect(withShiftsHandedOver(all, succession, today)).toEqual([
      shift("2026-03-09", "a"),
      shift(today, "b"),
      shift(today, "c"),
      shift("2026-03-11", "b"),
    ]);
  });

  test("named as a substitute: standing, or for an absence up to its last day", () => {
    const absent = (to: string) => ({
      ...people.clerk,
      absences: [{ from: "2026-03-01", to, substituteId: "a" }],
    });
    const named = (person: Person) => namesAsSubstitute(person, "a", today);
    expect(named({ ...people.clerk, substitutes: ["a"] })).toBe(true);
    expect([absent("2026-03-09"), absent(today), absent("2026-03-11"), people.clerk].map(named)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("the absence of the successor names nobody instead of himself, everybody else's names him", () => {
    const absence = { from: "2026-03-01", to: today };
    const after = (id: string, substituteId: string) =>
      withSubstitute({ ...people.clerk, id, absences: [{ ...absence, substituteId }] }, succession, today)
        .absences;
    expect(after("b", "a")).toStrictEqual([absence]);
    expect(after("c", "a")).toStrictEqual([{ ...absence, substituteId: "b" }]);
    expect(after("c", "d")).toStrictEqual([{ ...absence, substituteId: "d" }]);
    expect(withSubstitute(people.clerk, succession, today)).toStrictEqual(people.clerk);
  });

  test("the leaver's absences end with the last day; those that would begin after it are void", () => {
    const absences = [
      { from: "2026-03-01", to: "2026-03-05" },
      { from: today, to: "2026-03-20", substituteId: "d" },
      { from: "2026-03-11", to: "2026-03-12" },
    ];
    expect(asLeft({ ...people.clerk, absences }, "b", today)).toStrictEqual({
      ...people.clerk,
      absences: [absences[0], { from: today, to: today, substituteId: "d" }],
      substitutes: ["b"],
      leavesOn: today,
    });
    expect(asLeft(people.clerk, "b", today)).toStrictEqual({
      ...people.clerk,
      substitutes: ["b"],
      leavesOn: today,
    });
  });
});

describe("工作移交, substitutes", () => {
  test("nobody names the leaver any more, nobody names himself, and others stay named in their order", () => {
    fc.assert(
      fc.property(persons, (person) => {
        const after = withSubstitute(person, succession, today);
        expect(namesAsSubstitute(after, "a", today)).toBe(false);
        expect(after.substitutes).not.toContain(after.id === "b" ? "b" : "a");
        const others = (all: readonly string[] = []) => all.filter((id) => id !== "a" && id !== "b");
        expect(others(after.substitutes)).toEqual(others(person.substitutes));
        expect(new Set(after.substitutes).size).toBe(after.substitutes?.length);
        expect(withSubstitute(after, succession, today)).toEqual(after);
      }),
    );
  });

  test("an absence that is over keeps the name of whoever stood in", () => {
    const absences = [{ from: "2026-02-01", to: "2026-02-05", substituteId: "a" }];
    expect(withSubstitute({ ...people.clerk, absences }, succession, today).absences).toEqual(absences);
  });
});

describe("工作移交, the leaver's own entry", () => {
  test("after the last day the successor stands in, whatever absences and substitutes were entered before", () => {
    const absences = [
      { from: "2026-03-05", to: "2026-04-30", substituteId: "d" },
      { from: "2026-05-01", to: "2026-05-31", substituteId: "d" },
    ];
    const leaver = { ...people.supervisor, id: "a", absences, substitutes: ["c"] };
    const staff = ["b", "c", "d"].map((id): Person => ({ ...people.clerk, id }));
    const left = asLeft(leaver, "b", today);
    const everybody = new Map([left, ...staff].map((person) => [person.id, person]));
    expect(standInOf("a", "2026-03-09", everybody)?.id).toBe("d");
    for (const date of ["2026-03-11", "2026-05-02"]) expect(standInOf("a", date, everybody)?.id).toBe("b");
  });
});

test("工作移交, posts: the successor keeps his own and gets each of the leaver's once", () => {
  const after = withPostsOf(people.dutyHandler, people.supervisor);
  expect(after.assignments).toEqual([...people.dutyHandler.assignments, ...people.supervisor.assignments]);
  expect(withPostsOf(after, people.supervisor)).toBe(after);
});
