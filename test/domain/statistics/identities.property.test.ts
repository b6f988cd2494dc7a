import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type AnalysisTask, monthlyAnalysis } from "../../../lib/domain/statistics/analysis.ts";
import {
  checkIdentities,
  estateClasses,
  monthlySheet,
  type SheetOptions,
} from "../../../lib/domain/statistics/index.ts";
import { bySentences } from "./by-sentences.ts";
import { at, task } from "./tasks.ts";

/** Instants crowd around the local month edges from October 2025 to April 2026, where the rules differ. */
const zones = ["Asia/Shanghai", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Auckland"] as const;

function edges(timeZone: string): fc.Arbitrary<number> {
  return fc
    .tuple(
      fc.constantFrom(0, 1, 2, 3, 4, 5, 6),
      fc.constantFrom(1, 26, 14),
      fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -20 * 86_400_000, max: 20 * 86_400_000 })),
    )
    .map(([months, day, offset]) => {
      const local = Temporal.PlainDate.from({ year: 2025, month: 10, day }).add({ months });
      return local.toZonedDateTime(timeZone).epochMilliseconds + offset;
    });
}

const iso = (ms: number) => new Date(ms).toISOString();

const scenarioOf = (size: { minLength: number; maxLength: number }) =>
  fc.constantFrom(...zones).chain((timeZone) => {
    const instant = edges(timeZone);
    const one = fc.record({
      id: fc.uuid(),
      projectId: fc.constant("p1"),
      estateClass: fc.constantFrom(...estateClasses, "销售管理", "未知"),
      receivedAt: instant.map(iso),
      dueAt: instant.map(iso),
      completedAt: fc.option(instant.map(iso)),
      validity: fc.constantFrom("valid" as const, "valid" as const, "assisted" as const, "invalid" as const),
      recordKind: fc.constantFrom(undefined, "complaint", "complaint", "complaint", "opinion"),
      firstFollowUpSatisfied: fc.constantFrom(null, true, true, false),
      endedAt: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: instant.map(iso) },
      ),
    });
    const options = fc.record({
      month: fc.constantFrom("2025-12", "2026-01", "2026-02", "2026-03"),
      timeZone: fc.constant(timeZone),
      asOf: fc.oneof(instant.map(iso), fc.constantFrom("2026-04-01T00:00:00Z", "2026-06-01T00:00:00Z")),
      startDay: fc.constantFrom(undefined, 1, 14, 26),
    });
    // Many a cut-off is the very instant at which one of the tasks is due.
    return fc
      .tuple(fc.array(one, { ...size, size: "max" }), options, fc.option(fc.nat(4), { freq: 2 }))
      .map(([tasks, asked, which]) => {
        const asOf = which === null ? undefined : tasks[which]?.dueAt;
        return [tasks, asOf === undefined ? asked : { ...asked, asOf }] as const;
      });
  });
const scenario = scenarioOf({ minLength: 5, maxLength: 30 });

describe("D1 over any tasks", () => {
  const seen = { received: 0, tasks: 0, inTime: 0, late: 0 };
  const compare = ([tasks, options]: readonly [readonly AnalysisTask[], SheetOptions]) => {
    const sheet = monthlySheet(tasks, options);
    expect(checkIdentities(sheet)).toEqual([]);
    const expected = bySentences(tasks, options);
    expect(sheet.rows).toMatchObject(expected.rows);
    expect(monthlyAnalysis(tasks, options)).toEqual(expected.analysis);
    const total = expected.rows.at(-1);
    seen.received += expected.analysis.received;
    seen.tasks += total?.C ?? 0;
    seen.inTime += total?.D ?? 0;
    seen.late += total?.E ?? 0;
  };

  it("every row and the analysis (D8) are what the sentences of the regulations give, and keep the identities", () => {
    fc.assert(fc.property(scenario, compare), { numRuns: 500 });
    // Guards the generator: the interesting letters must not be empty all the time.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });

  it.each([500, 5000])("also over %i complaints", (count) => {
    const before = seen.tasks;
    // Looked at when all is over: a cut-off before the month would leave nothing to count.
    const large = scenarioOf({ minLength: count, maxLength: count }).map(
      ([tasks, options]) => [tasks, { ...options, asOf: "2026-06-01T00:00:00Z" }] as const,
    );
    fc.assert(fc.property(large, compare), { numRuns: 1, endOnFailure: true });
    expect(seen.tasks).toBeGreaterThan(before);
  });

  it("the company's sheet is the sum of its projects' sheets, whatever the order of the tasks", () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 0, max: 25 }), ([tasks, options], cut) => {
        const all = monthlySheet(tasks.toReversed(), options).rows;
        const [one, two] = [tasks.slice(0, cut), tasks.slice(cut)].map(
          (part) => monthlySheet(part, options).rows,
        );
        for (const [index, row] of all.entries()) {
          for (const column of ["B", "C", "D", "E", "J", "K", "M", "P", "Q", "S"] as const) {
            expect(row[column]).toBe((one?.[index]?.[column] ?? 0) + (two?.[index]?.[column] ?? 0));
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the identities find a sheet that contradicts itself", () => {
  const options = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: at("2026-04-01 00:00") };
  const rows = monthlySheet([task("2026-03-02 09:00", "2026-03-05 18:00", "2026-03-03 09:00")], options).rows;
  const withQuality = (change: object) => ({
    rows: rows.map((row) => (row.name === "工程质量" ? { ...row, ...change } : row)),
  });

  it.each([
    [
      "a class that is not in the total",
      { B: 2, J: 2, P: 2, L: 0.5, O: 0.5, R: 0.5, U: 0.5 },
      "B of 汇总 is the sum of the classes",
    ],
    ["a wrong subtotal", { F: 2 }, "F = D+E"],
    ["more completed than there are tasks", { C: 0 }, "F ≤ C"],
    ["a rate that is not its quotient", { G: 0.5 }, "G = D/C"],
    ["a rate without tasks", { G: null }, "G = D/C"],
    ["a figure that is no count", { S: -1 }, "S is a count"],
  ])("%s", (_, change, rule) => {
    expect(checkIdentities(withQuality(change)).map((violation) => violation.rule)).toContain(rule);
  });

  it("rows that are missing or out of order", () => {
    expect(checkIdentities({ rows: rows.toReversed() })).toHaveLength(1);
    expect(checkIdentities({ rows: rows.slice(1) })).toHaveLength(1);
    expect(checkIdentities({ rows })).toEqual([]);
  });
});
