import { describe, expect, test } from "vitest";
import { findGroup, mayBeGroup, windowSeconds } from "../../../lib/domain/groups/evidence.ts";
import { builtInGroupPolicy as policy } from "../../../lib/domain/policy/group-policy.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { personal } from "../../support/builders.ts";
import {
  candidates,
  crowd,
  fromRoom,
  groupAfter,
  joined,
  monday,
  proposal,
  standing,
  through,
} from "./life.ts";

const later = (minutes: number) => plusSeconds(monday, minutes * 60);

describe("what stands in a group's outbox until it is handed over", () => {
  const owed = (group: ReturnType<typeof proposal>) =>
    group.events.filter(({ seq }) => group.outbox.includes(seq)).map(({ fact }) => fact.type);

  test("what members' documents or people must hear: who is in, who is out, that it stands or is dissolved", () => {
    const grown = groupAfter(
      proposal(),
      { type: "add-members", members: candidates([fromRoom("106")]), joined: false },
      later(1),
    );
    const left = groupAfter(
      grown,
      { type: "remove-member", complaintId: "complaint-106", barred: false },
      later(2),
    );
    const stands = groupAfter(left, { type: "confirm" }, later(3), { members: crowd() });
    const over = groupAfter(stands, { type: "dissolve", reason: personal("x") }, later(4));
    expect(owed(over)).toEqual(["proposed", "membersAdded", "memberLeft", "confirmed", "dissolved"]);
    expect(over.events.map(({ fact }) => fact.type)).toContain("clockStarted");
  });

  test("rungs that somebody hears of; commands, solutions and clocks are the group's own", () => {
    const group = through(standing(), { type: "resolve", via: "phone" }, later(5));
    expect(owed(group)).toEqual(["proposed", "confirmed"]);
    const when = plusSeconds(monday, 20 * 3600);
    const stands = standing();
    const members = crowd().map((member) => joined(member, stands));
    const heard = groupAfter(stands, { type: "fire" }, when, { members });
    expect(owed(heard)).toContain("rungDecided");
    const unheard = groupAfter(stands, { type: "fire" }, when, {
      members,
      recipients: () => [],
    });
    expect(owed(unheard)).not.toContain("rungDecided");
    expect(unheard.events.map(({ fact }) => fact.type)).toContain("rungDecided");
  });
});

describe("D11: of several windows one is the evidence", () => {
  const candidate = (n: number, hours: number, building: string, more = {}) => ({
    complaintId: `c${n}`,
    number: `${n}`,
    kind: "complaint" as const,
    receivedAt: plusSeconds(monday, hours * 3600),
    party: `household:${n}`,
    building,
    ...more,
  });
  const households = (first: number, count: number, hours: number, building: string, more = {}) =>
    Array.from({ length: count }, (_, n) => candidate(first + n, hours, building, more));
  const found = (...lists: ReturnType<typeof candidate>[][]) => findGroup(lists.flat(), policy)?.evidence;

  test("that with most households, then the largest letter, then the earliest, then the first building", () => {
    expect(found(households(0, 5, 0, "1"), households(10, 6, 0, "2"))).toMatchObject({
      building: "2",
      households: 6,
    });
    expect(found(households(0, 5, 0, "1"), households(10, 5, 0, "2", { headcount: 9 }))).toMatchObject({
      building: "2",
      headcount: 9,
    });
    expect(found(households(0, 5, 3, "1"), households(10, 5, 1, "2"))).toMatchObject({ building: "2" });
    expect(found(households(10, 5, 1, "2"), households(0, 5, 1, "1"))).toMatchObject({ building: "1" });
    expect(found(households(0, 5, 1, "2"), households(10, 5, 1, "1"))).toMatchObject({ building: "1" });
  });

  test("those nobody can be told apart from count once", () => {
    const nobody = { party: undefined };
    const anonymous = Array.from({ length: 5 }, (_, n) => {
      const { party: _p, ...rest } = candidate(n, 0, "1", nobody);
      return rest;
    });
    expect(findGroup(anonymous, policy)).toBeUndefined();
    expect(findGroup([...anonymous, ...households(10, 4, 0, "1")], policy)?.evidence.households).toBe(5);
  });

  test("what sightings cannot make a group needs no document; a proposal looks a week back and ahead", () => {
    expect([4, 5].map((count) => mayBeGroup(households(0, count, 0, "1"), policy))).toEqual([false, true]);
    expect(windowSeconds(policy)).toBe(7 * 86_400);
  });
});
