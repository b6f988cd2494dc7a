import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { householdColumns, readHouseholds } from "../../../lib/domain/organisation/household-file.ts";
import {
  householdAddress,
  householdDifference,
  occupancyOf,
} from "../../../lib/domain/organisation/households.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";
import { figuresOfMonth, type ProjectMonth } from "../../../lib/domain/organisation/project-months.ts";

const today = "2026-03-01";
const headings = householdColumns.map(({ zh }) => zh);

function read(...rows: readonly string[]) {
  const table = { headings, rows: rows.map((row, index) => ({ number: index + 2, cells: row.split(",") })) };
  return readHouseholds(table, "project-1", today);
}

const households: fc.Arbitrary<Household[]> = fc
  .array(
    fc.record({
      projectId: fc.constant("project-1"),
      area: fc.constantFrom("", "一区"),
      building: fc.constantFrom("1", "2"),
      unit: fc.constant("1"),
      room: fc.constantFrom("101", "102", "103"),
      occupied: fc.boolean(),
      floorArea: fc.constantFrom(50, 89.5),
    }),
  )
  .map((all) => [...new Map(all.map((one) => [householdAddress(one), one])).values()]);

describe("a household file (房产台账)", () => {
  test("reads address, owner or tenant, phone, area and since when somebody lives there", () => {
    const { households: rows, faults } = read(
      "一区,3,1,502,业主,王示例,138 0000 0000,89.5,2026年1月5日,",
      ",3,,601,tenant,,,,2026-04-01,",
      ",3,,602,,,,,,已入住",
    );
    expect(faults).toEqual([]);
    expect(rows).toContainEqual({
      projectId: "project-1",
      area: "一区",
      building: "3",
      unit: "1",
      room: "502",
      occupied: true,
      kind: "owner",
      name: "王示例",
      phone: "138 0000 0000",
      floorArea: 89.5,
      occupiedSince: "2026-01-05",
    });
    // From a later day on; and told without a day.
    expect(rows.map(({ room, occupied }) => [room, occupied])).toEqual(
      expect.arrayContaining([
        ["601", false],
        ["602", true],
      ]),
    );
  });

  test("names every fault of every row, and never repeats what stands there", () => {
    const { households: rows, faults } = read(
      ",,1,502,房东,王示例,不知道,很大,昨天,也许",
      ",3,1,a/b,,,,,,",
      ",3,1,501,,,,,,",
      ",3,1,501,业主,,,,,",
    );
    expect(rows.map(({ room }) => room)).toEqual(["501"]);
    expect(faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      "2 楼栋 required",
      "2 身份 bad-format",
      "2 电话 bad-format",
      "2 建筑面积 bad-format",
      "2 入住日期 bad-format",
      "2 是否入住 bad-format",
      "3 房号 bad-format",
      "5 undefined double-row",
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/王示例|不知道|很大|昨天|也许/);
  });
});

describe("the monthly difference", () => {
  test("every household is new, gone, changed or as it was; the other way round new and gone change places", () => {
    fc.assert(
      fc.property(households, households, (before, after) => {
        const { added, gone, changed } = householdDifference(before, after);
        const addresses = (all: readonly Household[]) => all.map(householdAddress).sort();
        const kept = before.length - gone.length;
        expect(added.length + kept).toBe(after.length);
        expect(changed.length).toBeLessThanOrEqual(kept);
        const back = householdDifference(after, before);
        expect(addresses(back.gone)).toEqual([...added].sort());
        expect([...back.added].sort()).toEqual(addresses(gone));
        expect(back.changed.map(({ address }) => address).sort()).toEqual(
          changed.map(({ address }) => address).sort(),
        );
        expect(householdDifference(after, after)).toEqual({ added: [], gone: [], changed: [] });
      }),
    );
  });

  test("occupied households and their area add up over any parts of a list", () => {
    fc.assert(
      fc.property(households, fc.nat(6), (all, at) => {
        const [whole, one, other] = [all, all.slice(0, at), all.slice(at)].map(occupancyOf);
        expect(whole?.occupiedHouseholds).toBe(
          (one?.occupiedHouseholds ?? 0) + (other?.occupiedHouseholds ?? 0),
        );
        expect(whole?.occupiedArea).toBeCloseTo((one?.occupiedArea ?? 0) + (other?.occupiedArea ?? 0));
      }),
    );
  });
});

describe("occupied households of a month", () => {
  const figures = (month: string, version: number, occupiedHouseholds: number): ProjectMonth => ({
    projectId: "project-1",
    month,
    version,
    occupiedHouseholds,
    occupiedArea: 0,
    source: "entered",
    at: "2026-03-01T00:00:00Z",
    by: "manager-1",
  });
  const known = [figures("2026-04", 1, 950), figures("2026-02", 1, 900), figures("2026-02", 2, 910)];

  test("a report of an old month keeps that month's figures; a month without any has those of the last before it", () => {
    const of = (month: string) => figuresOfMonth(known, month)?.occupiedHouseholds;
    expect(["2026-01", "2026-02", "2026-03", "2026-04", "2027-01"].map(of)).toEqual([
      undefined,
      910,
      910,
      950,
      950,
    ]);
  });
});
