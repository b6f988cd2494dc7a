import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdersAt, isOnDuty } from "../../../lib/domain/organisation/holders.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { standInOf } from "../../../lib/domain/organisation/presence.ts";
import type { Shift } from "../../../lib/domain/organisation/roster.ts";
import { at } from "../../support/builders.ts";
import { everybody, people, project } from "../../support/organisation.ts";

const night: Shift = {
  date: "2026-02-13",
  from: "20:00",
  to: "08:00",
  post: "supervisor",
  personId: "clerk-1",
};
const away = (person: Person, more: Partial<Person> = {}): Person => ({
  ...person,
  absences: [{ from: "2026-02-10", to: "2026-02-20" }],
  ...more,
});
const staff = (...changed: readonly Person[]) =>
  everybody.map((person) => changed.find(({ id }) => id === person.id) ?? person);
const supervisors = (when: string, persons: readonly Person[], shifts: readonly Shift[] = [night]) =>
  holdersAt("supervisor", project, at(when), { people: persons, shifts });

describe("who holds a post now", () => {
  test("the duty roster says it, also after midnight; outside its shifts everybody who has the post", () => {
    expect(supervisors("2026-02-13 19:59", everybody)).toEqual([
      { personId: "supervisor-1", post: "supervisor" },
    ]);
    for (const when of ["2026-02-13 20:00", "2026-02-14 00:00", "2026-02-14 07:59"]) {
      expect(supervisors(when, everybody)).toEqual([{ personId: "clerk-1", post: "supervisor" }]);
    }
    expect(supervisors("2026-02-14 08:00", everybody)).toEqual([
      { personId: "supervisor-1", post: "supervisor" },
    ]);
  });

  test("absent → the substitute, and that one's substitute", () => {
    const persons = staff(
      away(people.clerk, { substitutes: ["duty-1"] }),
      away(people.dutyHandler, { substitutes: ["handler-1"] }),
    );
    expect(supervisors("2026-02-13 21:00", persons)).toEqual([
      { personId: "handler-1", post: "supervisor", substituteFor: "clerk-1" },
    ]);
  });

  test("the substitute named for the absence comes before the standing ones", () => {
    const absences = [{ from: "2026-02-13", to: "2026-02-13", substituteId: "handler-1" }];
    const persons = staff({ ...people.clerk, absences, substitutes: ["duty-1"] });
    expect(supervisors("2026-02-13 21:00", persons)[0]?.personId).toBe("handler-1");
    // Shifts run on after midnight, absences by the date.
    expect(supervisors("2026-02-14 01:00", persons)[0]?.personId).toBe("clerk-1");
  });

  test("whoever was on the roster and is gone without substitute: the others who have the post", () => {
    const persons = staff({ ...people.clerk, leavesOn: "2026-02-12" });
    expect(supervisors("2026-02-13 21:00", persons)).toEqual([
      { personId: "supervisor-1", post: "supervisor" },
    ]);
    // The last day at work is a day at work.
    const lastDay = staff({ ...people.clerk, leavesOn: "2026-02-13" });
    expect(supervisors("2026-02-13 21:00", lastDay)[0]?.personId).toBe("clerk-1");
  });

  test("nobody → the next higher post, flagged", () => {
    expect(supervisors("2026-02-13 10:00", staff(away(people.supervisor)))).toEqual([
      { personId: "manager-1", post: "manager", insteadOf: "supervisor" },
    ]);
  });

  test("a complaint's own handler who is absent hands over to the substitute", () => {
    const persons = staff(away(people.handler, { substitutes: ["duty-1"] }));
    const responsible = { handlerId: "handler-1", departmentId: "engineering" };
    expect(
      holdersAt("handler", project, at("2026-02-13 10:00"), { people: persons, shifts: [] }, responsible),
    ).toEqual([{ personId: "duty-1", post: "handler", substituteFor: "handler-1" }]);
  });

  test("a department's shift is not another department's", () => {
    const shift: Shift = { ...night, post: "handler", departmentId: "service" };
    const found = (departmentId: string) =>
      holdersAt(
        "handler",
        project,
        at("2026-02-13 21:00"),
        { people: everybody, shifts: [shift] },
        { departmentId },
      ).map(({ personId }) => personId);
    expect(found("service")).toEqual(["clerk-1"]);
    expect(found("engineering")).toEqual(["handler-1"]);
  });

  test("on duty is whoever has a shift now, or stands in for it", () => {
    const staffing = { people: staff(away(people.clerk, { substitutes: ["duty-1"] })), shifts: [night] };
    const during = at("2026-02-13 22:00");
    expect(isOnDuty("clerk-1", project, during, staffing)).toBe(false);
    expect(isOnDuty("duty-1", project, during, staffing)).toBe(true);
    expect(isOnDuty("duty-1", project, at("2026-02-14 08:00"), staffing)).toBe(false);
  });

  test("substitutes never loop, and whoever stands in is present", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const anyPerson = (id: string) =>
      fc
        .record({
          absent: fc.boolean(),
          named: fc.constantFrom(...ids),
          substitutes: fc.array(fc.constantFrom(...ids), { maxLength: 4 }),
        })
        .map(
          ({ absent, named, substitutes }): Person => ({
            ...people.clerk,
            id,
            substitutes,
            absences: absent ? [{ from: "2026-02-13", to: "2026-02-13", substituteId: named }] : [],
          }),
        );
    fc.assert(
      fc.property(fc.tuple(...ids.map(anyPerson)), fc.constantFrom(...ids), (persons, id) => {
        const found = standInOf(id, "2026-02-13", new Map(persons.map((p) => [p.id, p])));
        expect(found?.absences ?? []).toEqual([]);
        // Somebody is found if and only if the chain reaches anybody present.
        expect(found !== undefined).toBe(reach(id, persons).some((p) => p.absences?.length === 0));
      }),
    );
  });
});

/** Everybody whom the substitutes of `id` lead to, counted in another way: until nothing is added. */
function reach(id: string, persons: readonly Person[]): readonly Person[] {
  let reached = new Set([id]);
  for (;;) {
    const next = new Set(reached);
    for (const p of persons.filter((one) => reached.has(one.id))) {
      for (const to of [
        ...(p.absences ?? []).flatMap((a) => a.substituteId ?? []),
        ...(p.substitutes ?? []),
      ]) {
        next.add(to);
      }
    }
    if (next.size === reached.size) return persons.filter((p) => reached.has(p.id));
    reached = next;
  }
}
