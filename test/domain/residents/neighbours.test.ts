import { describe, expect, test } from "vitest";
import { isOfBuilding, neighboursIn, sharedPointOf } from "../../../lib/domain/residents/neighbours.ts";
import { after, at, later, plain, registered } from "../../support/builders.ts";

const received = at("2026-05-08 10:00");
const now = later(received, 1);
const lift = { classCode: "1.2.4" } as const;
const at9 = { building: "3", unit: "1", room: "901" };
const of = (room: string, id: string, more: Parameters<typeof registered>[1] = {}) =>
  registered(received, {
    ...lift,
    id,
    location: { building: "3", unit: "1", room },
    householdKey: `3/1/${room}`,
    ...more,
  });
const asked = (complaints: Parameters<typeof neighboursIn>[0], when = now, location: object = at9) =>
  neighboursIn(complaints, { code: "1.2.4", now: when, location });

describe("what may be said of the neighbours", () => {
  test("households are counted, nobody is named, and the earliest promise is told", () => {
    const later1 = registered(later(received, 24), {
      ...lift,
      id: "later",
      location: { building: "3", unit: "1", room: "503" },
      householdKey: "3/1/503",
    });
    const all = [later1, of("502", "a"), of("502", "b"), of("601", "c")];
    expect(asked(all)).toEqual({
      code: "1.2.4",
      households: 3,
      handling: false,
      // The third working day ends at close of business (D6).
      answerBy: at("2026-05-12 18:00"),
    });
    expect(JSON.stringify(asked(all))).not.toMatch(/502|王示例/);
    const assigned = after(of("502", "a"), plain.assign(), now);
    expect(asked([assigned, of("601", "c")])).toMatchObject({ handling: true });
  });

  test("one's own household is no neighbour; whoever says no room may be anybody's", () => {
    expect(asked([of("901", "own")])).toBeUndefined();
    expect(asked([of("901", "own"), of("902", "other")])).toMatchObject({ households: 1 });
    expect(asked([of("901", "own")], now, { building: "3" })).toMatchObject({ households: 1 });
  });

  test("another point, a class alone, a repair and what is over are none of them", () => {
    for (const other of [
      of("502", "a", { classCode: "1.2.5" }),
      of("502", "a", { classCode: "1.2" }),
      of("502", "a", { recordKind: "repair" }),
      after(of("502", "a"), plain.withdraw(), now),
    ])
      expect(asked([other])).toBeUndefined();
    expect(asked([])).toBeUndefined();
  });

  test("of promises that have run out, or were kept, none is told", () => {
    expect(asked([of("502", "a")], at("2026-05-12 17:59"))).toHaveProperty("answerBy");
    expect(asked([of("502", "a")], at("2026-05-12 18:00"))).not.toHaveProperty("answerBy");
    const told = after(after(of("502", "a"), plain.assign(), now), plain.resolve(), now);
    expect(asked([told])).not.toHaveProperty("answerBy");
  });
});

test("neighbours are asked of one point alone, and never of a dispute between them (1.6)", () => {
  expect(sharedPointOf("停水三天")).toBe("1.2.4");
  expect(sharedPointOf("楼上装修漏水到我家")?.startsWith("1.6") ?? false).toBe(false);
  expect(sharedPointOf("邻居的狗半夜一直叫")).toBeUndefined();
  expect(sharedPointOf("你好")).toBeUndefined();
});

test("a building is the same with or without an area that only one of them names", () => {
  expect(isOfBuilding("3", { building: "3" })).toBe(true);
  expect(isOfBuilding("3/二期", { building: "3栋" })).toBe(true);
  expect(isOfBuilding("3", { building: "3", area: "二期" } as { building: string })).toBe(true);
  expect(isOfBuilding("3", { building: "5" })).toBe(false);
  expect(isOfBuilding(undefined, { building: "3" })).toBe(false);
  expect(isOfBuilding("3", {})).toBe(false);
  expect(isOfBuilding(undefined, {})).toBe(false);
});
