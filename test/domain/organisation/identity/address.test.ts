import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalAddress, type WrittenAddress } from "../../../../lib/domain/organisation/identity/address.ts";
import { addressBook } from "../../../../lib/domain/organisation/identity/address-book.ts";
import { householdKey, householdOf } from "../../../../lib/domain/organisation/identity/household-key.ts";

const key = (address: WrittenAddress) => householdKey(normalAddress(address));

/** Ways of writing one part, whatever the part's value. */
const chinese = "〇一二三四五六七八九";
const blanks = fc.constantFrom("", " ", "  ", "\u3000", "\u200b", "\ufeff", "\t");
const wide = (text: string) =>
  text.replace(/[0-9a-z]/gi, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));
const tens = (n: number) =>
  n < 10
    ? (chinese[n] ?? "")
    : `${n < 20 ? "" : chinese[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : chinese[n % 10]}`;

function spelt(value: number, before: readonly string[], behind: readonly string[]) {
  return fc
    .tuple(
      fc.constantFrom(
        String(value),
        `0${value}`,
        wide(String(value)),
        ...(value < 100 ? [tens(value)] : []),
        Array.from(String(value))
          .map((digit) => chinese[Number(digit)])
          .join(""),
      ),
      fc.constantFrom("", ...before),
      fc.constantFrom("", ...behind),
      blanks,
      blanks,
    )
    .map(([number, pre, post, left, right]) => `${left}${pre}${number}${right}${post}${left}`);
}

const household = fc.record({
  area: fc.integer({ min: 1, max: 9 }),
  building: fc.integer({ min: 1, max: 99 }),
  unit: fc.integer({ min: 1, max: 9 }),
  floor: fc.integer({ min: 1, max: 33 }),
  door: fc.integer({ min: 1, max: 9 }),
});

const written = household.chain(({ area, building, unit, floor, door }) => {
  const room = floor * 100 + door;
  const apart = fc.record({
    area: spelt(area, ["第"], ["期", "区", "區"]),
    building: spelt(building, ["第"], ["栋", "幢", "号楼", "座", "#", "号", "棟", "#楼", "楼"]),
    unit: spelt(unit, ["第"], ["单元", "單元", "门", "梯"]),
    room: fc.oneof(
      spelt(room, [], ["室", "号", "房", "号房", "號"]),
      fc.constant(`${floor}层0${door}室`),
      fc.constant(`${floor}楼${room}`),
    ),
  });
  const together = fc.constantFrom(
    { area: `${area}期`, room: `${building}-${unit}-${room}` },
    { area: `${area}期`, room: `${building}栋${unit}单元${room}室` },
    { room: `${tens(area)}期${tens(building)}号楼${unit}单元 ${floor}楼${room}` },
    { area: `${area}`, building: `${building}#${unit}单元`, room: `${room}` },
    { area: `${area}`, building: `${building}`, room: `${unit}－${room}` },
    { area: `${area}`, building: `${building}`, unit: `${unit}`, room: `${building}/${unit}/${room}` },
    { area: `${area}`, building: `${building}`, unit: `${unit}`, room: `${floor}-0${door}` },
  );
  return fc.record({
    address: fc.oneof(apart, together),
    is: fc.constant(`${building}/${unit}/${room}/${area}`),
  });
});

describe("the normal form of an address", () => {
  it("is one for every way of writing a household", () => {
    fc.assert(
      fc.property(written, ({ address, is }) => {
        expect(key(address)).toBe(is);
      }),
      { numRuns: 2000 },
    );
  });

  it("is idempotent, whatever was written", () => {
    const part = fc.oneof(
      fc.string({
        maxLength: 12,
        unit: fc.constantFrom(..."0123一二十ABА栋楼号单元层室期区第#-/. ８负地下户门".split("")),
      }),
      fc.string({ maxLength: 8 }),
    );
    const any = fc.record({ area: part, building: part, unit: part, room: part }, { requiredKeys: [] });
    fc.assert(
      fc.property(any, (address) => {
        const once = normalAddress(address);
        expect(normalAddress(once)).toEqual(once);
      }),
      { numRuns: 5000 },
    );
  });

  it("does not depend on the order in which the parts are given", () => {
    fc.assert(
      fc.property(written, ({ address }) => {
        const turned = Object.fromEntries(Object.entries(address).toReversed());
        expect(normalAddress(turned)).toEqual(normalAddress(address));
      }),
    );
  });

  it.each([
    [
      { area: "一期", building: "3", unit: "1", room: "101" },
      { area: "二期", building: "3", unit: "1", room: "101" },
    ],
    [
      { building: "3", room: "101" },
      { building: "31", room: "01" },
    ],
    [
      { building: "A座", room: "101" },
      { building: "B座", room: "101" },
    ],
    [
      { building: "3", room: "-101" },
      { building: "3", room: "101" },
    ],
    [
      { building: "3", room: "101A" },
      { building: "3", room: "101B" },
    ],
    [
      { building: "3-1", room: "101" },
      { building: "3", room: "101" },
    ],
    [
      { building: "3", room: "6层" },
      { building: "3", room: "6" },
    ],
  ])("keeps %j and %j apart", (a, b) => expect(key(a)).not.toBe(key(b)));

  it.each([
    [{ building: "А座", room: "1201" }, "a//1201"],
    [{ room: "A座1201" }, "a//1201"],
    [{ building: "Ⅱ栋", room: "地下一" }, "2//负1"],
    [{ building: "紫薇阁", unit: "西门", room: "二〇一" }, "紫薇阁/西/201"],
    [{ building: "东门岗", room: "西门" }, "东门岗//西门"],
    [{ building: "8栋", unit: "2", room: "9栋601" }, "8/2/9栋601"],
  ])("reads %j as %s", (address, is) => expect(key(address)).toBe(is));

  it("knows no household without a room", () => {
    expect(key({ area: "二期", building: "8栋" })).toBeUndefined();
    expect(key({ building: "8", room: " \u200b" })).toBeUndefined();
  });
});

describe("the project's household file", () => {
  const row = (address: string) => {
    const [area = "", building = "", unit = "", room = ""] = address.split("/");
    return { projectId: "p", area, building, unit, room, occupied: true };
  };
  const book = addressBook(
    ["一期/3/1/101", "二期/3/1/101", "二期/8栋/1/601", "/会所//201", "三期/9//302"].map(row),
  );
  const decided = (address: WrittenAddress) => householdKey(book.resolve(normalAddress(address)));

  it("gives the part that nobody wrote where only one household can be meant", () => {
    expect(decided({ building: "8", unit: "1", room: "601" })).toBe("8/1/601/2");
    expect(decided({ building: "8号楼", room: "601室" })).toBe("8/1/601/2");
    expect(decided({ area: "三期", building: "9", unit: "1", room: "302" })).toBe("9//302/3");
  });

  it("gives a room that it lacks the area of its building, where that stands in one area only", () => {
    expect(decided({ building: "8", unit: "2", room: "601" })).toBe("8/2/601/2");
    expect(decided({ building: "3", unit: "1", room: "999" })).toBe("3/1/999");
  });

  it("decides nothing where two can be meant, or none", () => {
    expect(decided({ building: "3", unit: "1", room: "101" })).toBe("3/1/101");
    expect(decided({ area: "二期", building: "3", unit: "1", room: "101" })).toBe("3/1/101/2");
    expect(decided({ building: "12", unit: "2", room: "601" })).toBe("12/2/601");
  });

  it("says the same again of what it decided", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("3", "8", "9", "会所", ""),
        fc.constantFrom("1", "2", ""),
        fc.constantFrom("101", "601", "302", "201"),
        (building, unit, room) => {
          const once = book.resolve(normalAddress({ building, unit, room }));
          expect(book.resolve(once)).toEqual(once);
        },
      ),
    );
  });
});

describe("keys from before the normal form", () => {
  it.each([
    ["8栋/1单元/601室", { area: "二期", building: "8栋", unit: "1单元", room: "601室" }, "8/1/601/2"],
    ["8/1/601", { area: "二期", building: "8", unit: "1", room: "601" }, "8/1/601/2"],
    ["8/1/601", { building: "8", unit: "1", room: "601" }, "8/1/601"],
    ["8/1/601/2", { building: "8", unit: "1", room: "601" }, "8/1/601/2"],
    ["//8-1-601", { room: "8-1-601" }, "8/1/601"],
  ])("%s of %j is %s", (stored, location, is) =>
    expect(householdOf({ householdKey: stored, location })).toBe(is),
  );
});
