import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Candidate } from "../../../lib/domain/groups/candidate.ts";
import { findGroup } from "../../../lib/domain/groups/evidence.ts";
import { builtInGroupPolicy as policy } from "../../../lib/domain/policy/group-policy.ts";
import { fromInstant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";

const start = at("2026-03-02 10:00");
const HOUR = 3600;

const candidate = (n: number, hours: number, more: Partial<Candidate> = {}): Candidate => ({
  complaintId: `c${n}`,
  number: String(n),
  kind: "complaint",
  receivedAt: plusSeconds(start, hours * HOUR),
  party: `household:${n}`,
  building: "3",
  ...more,
});
const five = (hours: (n: number) => number, more: (n: number) => Partial<Candidate> = () => ({})) =>
  [0, 1, 2, 3, 4].map((n) => candidate(n, hours(n), more(n)));

describe("D11: one building", () => {
  test("who did not say the area of the building is counted with those who did", () => {
    const said = (n: number) => ({ building: n < 3 ? "3/1" : "3" });
    expect(
      findGroup(
        five((n) => n, said),
        policy,
      )?.evidence,
    ).toMatchObject({
      scope: "building",
      building: "3/1",
      households: 5,
    });
  });

  test("the same number in another area is another building", () => {
    const two = (n: number) => ({ building: n < 3 ? "3/1" : "3/2" });
    expect(
      findGroup(
        five((n) => n, two),
        policy,
      )?.evidence.scope,
    ).toBe("project");
  });
});

describe("D11: 5位以上 includes five", () => {
  test("one building, the last second of 24 hours", () => {
    const within = five((n) => (n === 4 ? 24 - 1 / HOUR : n));
    expect(findGroup(within, policy)?.evidence).toMatchObject({
      scope: "building",
      building: "3",
      households: 5,
    });
    // Half-open: exactly a day later belongs to the next day; the week of the project still holds them.
    expect(
      findGroup(
        five((n) => (n === 4 ? 24 : n)),
        policy,
      )?.evidence.scope,
    ).toBe("project");
  });

  test("the project, the last second of seven days", () => {
    const buildings = (n: number) => ({ building: String(n) });
    const last = (hours: number) => five((n) => (n === 4 ? hours : n), buildings);
    expect(findGroup(last(7 * 24 - 1 / HOUR), policy)).toMatchObject({
      level: "B",
      evidence: { scope: "project" },
    });
    expect(findGroup(last(7 * 24), policy)).toBeUndefined();
  });

  test("a headcount of five is enough, of four is not, and does not add up with households", () => {
    expect(findGroup([candidate(1, 0, { headcount: 5 })], policy)?.evidence.headcount).toBe(5);
    expect(findGroup([candidate(1, 0, { headcount: 4 }), candidate(2, 0)], policy)).toBeUndefined();
  });

  test("four complaints and one opinion are a D; five complaints a B, however many opinions there are", () => {
    const mixed = five(
      (n) => n,
      (n) => (n === 0 ? { kind: "opinion" } : {}),
    );
    expect(findGroup(mixed, policy)?.level).toBe("D");
    expect(findGroup([...mixed, candidate(9, 0)], policy)?.level).toBe("B");
  });
});

const candidates = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 200 }),
    party: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
    building: fc.option(fc.constantFrom("1", "2"), { nil: undefined }),
    headcount: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    kind: fc.constantFrom("complaint" as const, "opinion" as const),
  }),
  { maxLength: 14 },
);

function listOf(drawn: typeof candidates extends fc.Arbitrary<infer T> ? T : never): Candidate[] {
  return drawn.map(({ hours, party, building, headcount, kind }, n) => ({
    complaintId: `c${n}`,
    number: String(n),
    kind,
    receivedAt: plusSeconds(start, hours * HOUR),
    ...(party === undefined ? {} : { party: `household:${party}` }),
    ...(building === undefined ? {} : { building }),
    ...(headcount === undefined ? {} : { headcount }),
  }));
}

/** The rule said once more, plainly: is there a start from which the window holds five? */
function isGroup(list: readonly Candidate[], seconds: number): boolean {
  const second = ({ receivedAt }: Candidate) => fromInstant(receivedAt).epochMilliseconds / 1000;
  return list.some((first) => {
    const within = list.filter(
      (one) => second(one) >= second(first) && second(one) < second(first) + seconds,
    );
    const parties = new Set(within.map(({ party }) => party));
    return parties.size >= 5 || within.some(({ headcount = 1 }) => headcount >= 5);
  });
}

test("a group is found exactly where the rule says, and the order of arrival does not matter", () => {
  fc.assert(
    fc.property(candidates, fc.infiniteStream(fc.nat()), (drawn, lots) => {
      const list = listOf(drawn);
      const day = ["1", "2"].some((building) =>
        isGroup(
          list.filter((one) => one.building === building),
          24 * HOUR,
        ),
      );
      const week = isGroup(list, 7 * 24 * HOUR);
      const found = findGroup(list, policy);
      expect(found?.evidence.scope).toBe(day ? "building" : week ? "project" : undefined);
      const complaints = list.filter(({ kind }) => kind === "complaint");
      expect(found?.level === "B").toBe(findGroup(complaints, policy) !== undefined);
      const shuffled = list
        .map((one) => ({ one, lot: lots.next().value ?? 0 }))
        .toSorted((a, b) => a.lot - b.lot)
        .map(({ one }) => one);
      expect(findGroup(shuffled, policy)).toEqual(found);
    }),
    { numRuns: 300 },
  );
});
