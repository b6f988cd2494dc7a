import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { candidateOf, groupingCode } from "../../../lib/domain/groups/candidate.ts";
import { comesBefore } from "../../../lib/domain/groups/order.ts";
import { mayRecur } from "../../../lib/domain/groups/recurrence.ts";
import { findRepeat, normalMatter } from "../../../lib/domain/groups/repeats.ts";
import { partyOf, sightingOf } from "../../../lib/domain/groups/sighting.ts";
import { builtInGroupPolicy } from "../../../lib/domain/policy/group-policy.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { after, at, personal, plain, registered } from "../../support/builders.ts";

const now = at("2026-03-31 10:00");
const DAY = 86_400;

/** A complaint of one household about the lift. */
function said(
  id: string,
  more: Parameters<typeof registered>[1] = {},
  matter = "电梯又停了",
  when = now,
): Complaint {
  const facts = { id, number: `n-${id}`, classCode: "1.2.2" as const, householdKey: "3/1/502", ...more };
  return registered(when, facts, {
    matter: personal(matter),
    name: personal("示例"),
    phone: personal("13800000000"),
  });
}
const daysBefore = (days: number) => plusSeconds(now, -days * DAY);
const repeat = (complaint: Complaint, ...others: readonly Complaint[]) =>
  findRepeat(complaint, others, builtInGroupPolicy);

describe("重复投诉", () => {
  test("the same household's same point up to 30 days before, to the second; counted on", () => {
    const [first, second] = [said("a", {}, "坏了", daysBefore(30)), said("b", {}, "又坏了", daysBefore(3))];
    const third = said("c", {}, "还是坏的");
    expect(repeat(second, first)).toEqual({ complaintId: "a", number: "n-a", nth: 2 });
    const linked = after(
      second,
      { type: "link-repeat", complaintId: "a", number: "n-a", nth: 2 },
      daysBefore(3),
    );
    expect(repeat(third, first, linked)).toEqual({ complaintId: "b", number: "n-b", nth: 3 });
    expect(repeat(third, linked, first)?.complaintId).toBe("b");
    expect(repeat(said("d"), said("a", {}, "坏了", plusSeconds(daysBefore(30), -1)))).toBeUndefined();
  });

  test("of several in one moment each has its own place, whether or not the others are linked yet", () => {
    const [a, b, c] = [said("a"), said("b"), said("c")];
    expect([repeat(a, b, c), repeat(b, c, a)?.nth, repeat(c, b, a)?.nth]).toEqual([undefined, 2, 3]);
    const longRow = { type: "link-repeat", complaintId: "z", number: "n-z", nth: 7 } as const;
    expect(repeat(c, a, after(b, longRow, now))?.nth).toBe(8);
  });

  test("the same words are enough, without case, width, spaces and punctuation", () => {
    const earlier = said("a", { classCode: "1.2.6" }, "１号梯 Lift 坏了！！", daysBefore(1));
    expect(repeat(said("b", {}, "1号梯lift，坏了"), earlier)?.complaintId).toBe("a");
    expect(repeat(said("b", {}, "2号梯lift，坏了"), earlier)).toBeUndefined();
    expect(
      repeat(said("b", {}, "！！"), said("a", { classCode: "1.2.6" }, "……", daysBefore(1))),
    ).toBeUndefined();
  });

  test("a class alone is no point: 1.2 twice is not the same matter", () => {
    const wide = { classCode: "1.2" } as const;
    expect(repeat(said("b", wide, "甲"), said("a", wide, "乙", daysBefore(1)))).toBeUndefined();
  });

  test.each<[string, Parameters<typeof registered>[1]]>([
    ["another household", { householdKey: "3/1/503", location: { building: "3", unit: "1", room: "503" } }],
    ["another project", { projectId: "project-2" }],
    ["an opinion", { recordKind: "opinion" }],
  ])("%s repeats nothing", (_, more) => {
    expect(repeat(said("b"), said("a", more, "电梯又停了", daysBefore(1)))).toBeUndefined();
  });

  test("an opinion repeats an opinion; a repair and somebody unknown repeat nothing", () => {
    const opinion = { recordKind: "opinion" } as const;
    expect(repeat(said("b", opinion), said("a", opinion, "电梯又停了", daysBefore(1)))?.nth).toBe(2);
    const repair = { recordKind: "repair" } as const;
    expect(repeat(said("b", repair), said("a", repair, "电梯又停了", daysBefore(1)))).toBeUndefined();
    const unknown = (id: string, when = now) => registered(when, { id, classCode: "1.2.2" });
    expect(repeat(unknown("b"), unknown("a", daysBefore(1)))).toBeUndefined();
  });

  test("of two that come at once one repeats the other, never each the other", () => {
    const [a, b] = [said("a"), said("b")];
    expect([repeat(a, b), repeat(b, a)?.complaintId]).toEqual([undefined, "a"]);
    const instant = fc.constantFrom(now, daysBefore(1));
    const received = fc.record({ id: fc.constantFrom("a", "b", "c"), receivedAt: instant });
    fc.assert(
      fc.property(received, received, (one, other) => {
        const same = one.id === other.id && one.receivedAt === other.receivedAt;
        expect([comesBefore(one, other), comesBefore(other, one)].filter(Boolean)).toHaveLength(same ? 0 : 1);
        expect(comesBefore(other, one) && one.receivedAt < other.receivedAt).toBe(false);
      }),
    );
  });

  test("a matter that was erased or says nothing has no words", () => {
    expect(normalMatter(said("a", {}, "——"))).toBeUndefined();
    expect(normalMatter(said("a", {}, "Ａ栋 电梯"))).toBe("a栋电梯");
  });
});

describe("what grouping knows of a complaint", () => {
  test("the household, by person where the room is unknown, nobody where neither is", () => {
    const party = (more: Parameters<typeof registered>[1]) => partyOf(registered(now, more));
    expect([
      party({ householdKey: "3/1/502", contactKey: "p" }),
      party({ contactKey: "p" }),
      party({}),
    ]).toEqual(["household:3/1/502", "person:p", undefined]);
  });

  test("what is unknown is left out", () => {
    expect(sightingOf(registered(now, { id: "a", location: {} }))).toStrictEqual({
      complaintId: "a",
      receivedAt: now,
    });
    expect(sightingOf(said("a", { headcount: 6 }))).toStrictEqual({
      complaintId: "a",
      receivedAt: now,
      party: "household:3/1/502",
      building: "3",
      headcount: 6,
    });
  });

  test("D11: open complaints and opinions are candidates, repairs and what is over are none", () => {
    const kinds = (["complaint", "opinion", "repair", "help"] as const).map(
      (recordKind) => candidateOf(said("a", { recordKind }))?.kind,
    );
    expect(kinds).toEqual(["complaint", "opinion", undefined, undefined]);
    expect(candidateOf(said("a"))).toMatchObject({ complaintId: "a", number: "n-a", building: "3" });
    expect(candidateOf(after(said("a"), plain.withdraw(), now))).toBeUndefined();
  });

  test("the problem point is the desk's, else the words'; a class alone is none", () => {
    expect(groupingCode(said("a"))).toBe("1.2.2");
    expect(groupingCode(said("a", { classCode: "1.2" }))).toBeUndefined();
    const { classCode: _, ...unclassified } = said("a");
    expect(groupingCode(unclassified)).toBeUndefined();
    expect(
      groupingCode({
        ...unclassified,
        hint: { table: "t", classCode: "1.4.2", safety: false, evidence: [] },
      }),
    ).toBe("1.4.2");
  });
});

describe("D15: what may be the third time in 30 days", () => {
  const third = said("c");
  const sighted = (id: string, days: number, building: string | undefined = "3") => ({
    complaintId: id,
    receivedAt: daysBefore(days),
    ...(building === undefined ? {} : { building }),
  });

  test("exactly two earlier ones of its building, up to 30 days back; itself is none of them", () => {
    expect(mayRecur(third, [sightingOf(third), sighted("a", 30), sighted("b", 3)])).toEqual(["a", "b"]);
    expect(mayRecur(third, [sighted("a", 30 + 1 / DAY), sighted("b", 3)])).toEqual([]);
    expect(mayRecur(third, [sighted("a", 5), sighted("b", 3), sighted("x", 2)])).toEqual([]);
    expect(mayRecur(third, [sighted("a", 5), sighted("b", 3, "4")])).toEqual([]);
    expect(mayRecur(third, [sighted("a", 5), sighted("d", -1)])).toEqual([]);
  });

  test("without a building nothing is in the same one", () => {
    const nowhere = said("c", { location: {} });
    const sightings = ["a", "b"].map((id) => ({ complaintId: id, receivedAt: daysBefore(3) }));
    expect(mayRecur(nowhere, sightings)).toEqual([]);
  });
});
