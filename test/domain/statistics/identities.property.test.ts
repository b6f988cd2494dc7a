import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  checkIdentities,
  estateClasses,
  monthlySheet,
  type SheetOptions,
  type StatTask,
} from "../../../lib/domain/statistics/index.ts";
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

const scenario = fc.constantFrom(...zones).chain((timeZone) => {
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
  return fc.tuple(fc.array(one, { minLength: 5, maxLength: 30, size: "max" }), options);
});

/**
 * The slow way, from the sentences of the regulation: no instants are compared with bounds; each event is given
 * the *name* of the period it falls in by its local date, and tasks are put into sets.
 */
function bySentences(all: readonly StatTask[], { month, timeZone, asOf, startDay = 1 }: SheetOptions) {
  const when = (text: string) => Temporal.Instant.from(text);
  const after = (a: string, b: string) => Temporal.Instant.compare(when(a), when(b)) > 0;
  const nameOf = (text: string) => {
    const day = when(text).toZonedDateTimeISO(timeZone).toPlainDate();
    const named = startDay > 1 && day.day >= startDay ? day.with({ day: 1 }).add({ months: 1 }) : day;
    return named.toPlainYearMonth().toString();
  };
  const yearOf = (text: string) => nameOf(text).slice(0, 4);
  const year = month.slice(0, 4);

  const tasks = all
    .filter((t) => t.validity !== "invalid" && (t.recordKind === undefined || t.recordKind === "complaint"))
    .filter((t) => !after(t.receivedAt, asOf))
    .filter((t) => !t.endedAt || after(t.endedAt, asOf))
    .map((t) => (t.completedAt && after(t.completedAt, asOf) ? { ...t, completedAt: null } : t));
  const doneIn = (t: StatTask, name: string) => t.completedAt !== null && nameOf(t.completedAt) === name;
  const doneBefore = (t: StatTask, name: string) => t.completedAt !== null && nameOf(t.completedAt) < name;

  const ofMonth = new Set([
    ...tasks.filter((t) => nameOf(t.dueAt) === month && !doneBefore(t, month)), // 新增需当月完成的
    ...tasks.filter((t) => nameOf(t.dueAt) < month && !doneBefore(t, month)), // 遗留到本月完成的
    ...tasks.filter((t) => nameOf(t.dueAt) > month && doneIn(t, month)), // 非本月任务但提前完成的
  ]);
  for (const t of ofMonth) if (nameOf(t.receivedAt) > month) ofMonth.delete(t);
  const ofYear = tasks.filter(
    (t) =>
      yearOf(t.receivedAt) === year ||
      (yearOf(t.receivedAt) < year && (t.completedAt === null || yearOf(t.completedAt) >= year)),
  );
  const onTime = (t: StatTask) => t.completedAt !== null && !after(t.completedAt, t.dueAt);
  const late = (t: StatTask) => t.completedAt !== null && after(t.completedAt, t.dueAt);
  const C = [...ofMonth];
  return {
    B: tasks.filter((t) => nameOf(t.receivedAt) === month).length,
    C: C.length,
    D: C.filter((t) => doneIn(t, month) && onTime(t)).length,
    E: C.filter((t) => doneIn(t, month) && late(t)).length,
    J: ofYear.length,
    K: ofYear.filter(onTime).length,
    M: ofYear.filter(late).length,
    P: tasks.length,
    Q: tasks.filter(onTime).length,
    S: tasks.filter(late).length,
  };
}

describe("D1 over any tasks", () => {
  it("every sheet keeps the identities, and its total is what the sentences of the regulation give", () => {
    const seen = { tasks: 0, inTime: 0, late: 0 };
    fc.assert(
      fc.property(scenario, ([tasks, options]) => {
        const sheet = monthlySheet(tasks, options);
        expect(checkIdentities(sheet)).toEqual([]);
        const expected = bySentences(tasks, options);
        expect(sheet.rows.at(-1)).toMatchObject(expected);
        seen.tasks += expected.C;
        seen.inTime += expected.D;
        seen.late += expected.E;
      }),
      { numRuns: 1000 },
    );
    // Guards the generator: the interesting letters must not be empty all the time.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
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
