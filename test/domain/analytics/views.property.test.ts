import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Names } from "../../../lib/domain/analytics/names.ts";
import { figureOf, quantileOf, TOTAL, tasksBehind } from "../../../lib/domain/analytics/view.ts";
import { type AnalyticsView, analytics, analyticsViewNames } from "../../../lib/domain/analytics/views.ts";
import { type ClassCode, classCodes, estateClassOf } from "../../../lib/domain/classification/classes.ts";
import { defined } from "../../../lib/domain/present.ts";
import { monthlyAnalysis } from "../../../lib/domain/statistics/analysis.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { causeTable } from "../../../lib/domain/statistics/causes.ts";
import { comparison } from "../../../lib/domain/statistics/comparison.ts";
import { pointFrequency } from "../../../lib/domain/statistics/frequency.ts";
import { monthlySheet } from "../../../lib/domain/statistics/index.ts";
import { monthViews } from "../../../lib/domain/statistics/month-views.ts";
import { trend } from "../../../lib/domain/statistics/trend.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../statistics/tasks.ts";

const asOf = at("2026-04-01 00:00");
const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf };
const codes: readonly ClassCode[] = classCodes.filter((_, index) => index % 9 === 0);
const start = at("2025-11-20 08:00");

const p1 = { projectId: "p1", type: "普通住宅", floorArea: 100_000, households: 400 };
const p2 = { projectId: "p2", type: "大厦", floorArea: 50_000 };
const p3 = { projectId: "p3", type: "普通住宅", floorArea: 300_000, households: 600 };
const names: Names = {
  projects: [
    { ...p1, name: "一期", region: "东区", city: "上海" },
    { ...p2, name: "二期", region: "西区", city: "成都" },
    { ...p3, name: "三期", region: "西区", city: "成都" },
  ],
  department: () => undefined,
  contractor: () => undefined,
  person: () => undefined,
};

const someCase: fc.Arbitrary<Case> = fc
  .record({
    hour: fc.nat(24 * 135),
    limit: fc.integer({ min: 1, max: 200 }),
    took: fc.option(fc.nat(400), { nil: null }),
    reply: fc.option(fc.nat(60), { nil: undefined }),
    classCode: fc.option(fc.constantFrom(...codes), { nil: undefined }),
    projectId: fc.constantFrom("p1", "p2", "p3"),
    validity: fc.constantFrom("valid" as const, "assisted" as const, "invalid" as const),
    kind: fc.constantFrom("complaint" as const, "complaint" as const, "opinion" as const),
    ended: fc.constantFrom(false, false, false, true),
    answer: fc.constantFrom(null, true, false),
    causeFactor: fc.constantFrom(undefined, "people.skill" as const, "method" as const),
    repeated: fc.boolean(),
    handlerId: fc.constantFrom(undefined, "h1", "h2"),
    intake: fc.constantFrom(undefined, "company" as const, "government" as const),
    unjudged: fc.boolean(),
    climbed: fc.constantFrom(undefined, {}, { post: "region" as const }, { late: true as const }),
  })
  .map((one): Case => {
    const { hour, limit, took, reply, classCode, ended, kind, answer, causeFactor, handlerId } = one;
    const received = plusSeconds(start, hour * 3600);
    return {
      id: "",
      number: "1",
      projectId: one.projectId,
      estateClass: estateClassOf(classCode),
      receivedAt: received,
      dueAt: plusSeconds(received, limit * 3600),
      completedAt: took === null ? null : plusSeconds(received, took * 3600),
      endedAt: ended ? plusSeconds(received, 3600) : null,
      validity: one.validity,
      recordKind: kind,
      channel: "phone",
      firstFollowUpSatisfied: answer,
      ...(answer === null ? {} : { reached: true as const }),
      ...(classCode === undefined ? {} : { classCode }),
      ...(causeFactor === undefined ? {} : { causeFactor }),
      ...(handlerId === undefined ? {} : { handlerId }),
      ...defined({ intake: one.intake, climbed: one.climbed }),
      ...(one.unjudged && one.validity === "valid" ? { unjudged: true as const } : {}),
      ...(one.repeated ? { repeated: true as const } : {}),
      reply: {
        dueAt: plusSeconds(received, 24 * 3600),
        ...(reply === undefined ? {} : { at: plusSeconds(received, reply * 3600) }),
      },
      limits: [{ name: "record", dueAt: plusSeconds(received, 24 * 3600), at: plusSeconds(received, 3600) }],
    };
  });

const someCases = fc
  .array(someCase, { maxLength: 60 })
  .map((list) => list.map((one, index): Case => ({ ...one, id: `c${index}`, number: String(index) })));

const everyTime = (check: (cases: readonly Case[]) => void) =>
  fc.assert(fc.property(someCases, check), { numRuns: 60 });

function view(cases: readonly Case[], name: AnalyticsView) {
  const found = analytics(cases, march, names).view(name);
  const row = (key: string) => found.rows.find((one) => one.key === key);
  return {
    ...found,
    /** A figure by the keys of its row and column. */
    figure: (key: string, column: string) => {
      const own = row(key);
      return own === undefined ? undefined : figureOf(found, own, column);
    },
    behind: (key: string, column: string) => {
      const own = row(key);
      return own === undefined ? [] : tasksBehind(found, own, column).map(({ source }) => source);
    },
  };
}

/** Views whose rows are no parts of one total. */
const apart: ReadonlySet<string> = new Set(["clocks", "months", "like"]);

/** What a project or a group of the names above is measured in, if the column is the one for it. */
function baseOf({ key: column }: { readonly key: string }, row: string): number | undefined {
  const households: Readonly<Record<string, number>> = { p1: 0.4, p3: 0.6, "group/普通住宅/10万㎡以上": 1 };
  return column.endsWith("Households") ? households[row] : { p2: 5, "group/大厦/10万㎡以下": 5 }[row];
}

describe("every view of the month's tasks", () => {
  test("opens each number into exactly so many different complaints, and each rate into what it divides by", () => {
    everyTime((cases) => {
      for (const name of analyticsViewNames) {
        const { rows, columns, figure, behind } = view(cases, name);
        for (const { key } of rows) {
          for (const column of columns) {
            const opened = behind(key, column.key);
            expect(new Set(opened.map(({ id }) => id)).size).toBe(opened.length);
            const value = figure(key, column.key);
            // A month in which nothing was recorded yet is no zero, and nothing is behind it.
            const isUnknown = name === "months" && value === null && opened.length === 0;
            const expected = {
              count: () => (isUnknown ? null : opened.length),
              rate: () =>
                column.unit !== "rate" || opened.length === 0
                  ? null
                  : (figure(key, column.part) ?? 0) / opened.length,
              ratio: () => (value === null ? null : opened.length / (baseOf(column, key) ?? Number.NaN)),
              hours: () => (opened.length === 0 ? null : (value ?? Number.NaN)),
            };
            expect(value).toBe(expected[column.unit]());
          }
        }
      }
    });
  });

  test("whose rows are parts of the total has every complaint in exactly one of them", () => {
    everyTime((cases) => {
      for (const name of analyticsViewNames.filter((one) => !apart.has(one))) {
        const { rows, columns, figure } = view(cases, name);
        for (const column of columns.filter(({ unit }) => unit === "count")) {
          const parts = rows
            .filter(({ key }) => key !== TOTAL)
            .map(({ key }) => figure(key, column.key) ?? 0);
          expect(parts.reduce((sum, count) => sum + count, 0)).toBe(figure(TOTAL, column.key));
        }
      }
    });
  });
});

describe("a view says what the files say", () => {
  test("D1: each column of each row, B to U", () => {
    everyTime((cases) => {
      const { columns, figure } = view(cases, "sheet");
      for (const row of monthlySheet(cases, march).rows) {
        const key = row.name === "汇总" ? TOTAL : row.name;
        const told = Object.entries({ ...row }).filter(([letter]) =>
          columns.some((one) => one.key === letter),
        );
        expect(told).toHaveLength(20);
        for (const [letter, value] of told) expect(figure(key, letter)).toBe(value);
      }
    });
  });

  const d8 = ["received", "done", "open", "handlingRate", "timelyRate", "firstFollowUpSatisfaction"] as const;

  test("D8: the figures of the whole, of each project (对比) and of each of thirteen months (趋势)", () => {
    everyTime((cases) => {
      const whole = monthlyAnalysis(cases, march);
      const { figure } = view(cases, "projects");
      for (const column of d8) expect(figure(TOTAL, column)).toBe(whole[column]);
      const projects = names.projects.map(({ projectId, name }) => ({
        projectId,
        name,
        type: "普通住宅",
        floorArea: 1,
        cases: cases.filter((one) => one.projectId === projectId),
      }));
      for (const row of comparison(projects, march))
        for (const column of d8) expect(figure(row.projectId, column)).toBe(row[column]);
      const months = view(cases, "months");
      for (const row of trend(cases, march))
        for (const column of d8)
          expect(months.figure(row.month, column)).toBe(row.recorded ? row[column] : null);
    });
  });

  test("D8's two parts, and D15's comparison with like", () => {
    everyTime((cases) => {
      const whole = monthlyAnalysis(cases, march);
      const parts = view(cases, "analysis");
      for (const column of d8) {
        expect(parts.figure("basic", column)).toBe(whole.basic[column]);
        expect(parts.figure("estate", column)).toBe(whole.estate[column]);
        expect(parts.figure(TOTAL, column)).toBe(whole[column]);
      }
      const like = view(cases, "like");
      const projects = [p1, p2, p3].map((project) => ({
        ...project,
        name: project.projectId,
        cases: cases.filter((one) => one.projectId === project.projectId),
      }));
      for (const { projectId, base, complaintRate, basicRate, ...row } of comparison(projects, march)) {
        for (const column of d8) expect(like.figure(projectId, column)).toBe(row[column]);
        const unit = base?.unit === "千户" ? "Households" : "Area";
        expect(like.figure(projectId, `per${unit}`)).toBe(complaintRate);
        expect(like.figure(projectId, `basicPer${unit}`)).toBe(basicRate);
      }
      // The group is its members pooled, not the mean of their rates.
      const members = ["p1", "p3"].map((id) => like.figure(id, "received") ?? 0);
      expect(like.figure("group/普通住宅/10万㎡以上", "perHouseholds")).toBe(
        members.reduce((sum, count) => sum + count, 0),
      );
    });
  });

  test("D14: 受理 is 有效 + 协助处理 + 无效 + 未判定, as the flow above 分类统计 says", () => {
    everyTime((cases) => {
      const { flow } = monthViews(cases, march);
      const { figure } = view(cases, "received");
      for (const column of ["received", "valid", "assisted", "invalid", "unjudged", "ended"] as const)
        expect(figure(TOTAL, column)).toBe(flow[column]);
    });
  });

  test("every task stands under one height of the ladder, or under those of which nothing is known", () => {
    everyTime((cases) => {
      const { figure, columns } = view(cases, "rungs");
      const heights = columns.filter(
        ({ key }) => !["received", "lateRungs", "climbedRate", "climbed", "known"].includes(key),
      );
      expect(heights.reduce((sum, { key }) => sum + (figure(TOTAL, key) ?? 0), 0)).toBe(
        figure(TOTAL, "received"),
      );
    });
  });

  test("D8 and D15: problem points and causes", () => {
    everyTime((cases) => {
      const points = view(cases, "points");
      for (const { code, count } of pointFrequency(cases, march))
        expect(points.figure(code ?? "none", "received")).toBe(count);
      const causes = view(cases, "causes").rows.filter(({ key }) => key !== TOTAL);
      const table = causeTable(cases, march).map(({ counts }) => counts.reduce((sum, one) => sum + one, 0));
      expect(causes.map(({ tasks }) => tasks.length)).toEqual(
        table.at(-1) === 0 ? table.slice(0, -1) : table,
      );
    });
  });

  test("the backlog is what P counts and Q and S do not, by its age", () => {
    everyTime((cases) => {
      const { P, T } = monthlySheet(cases, march).rows.at(-1) ?? { P: 0, T: 0 };
      const { figure, behind } = view(cases, "ageing");
      expect(figure(TOTAL, "open")).toBe(P - T);
      for (const { receivedAt } of behind(TOTAL, "d7")) {
        const days = (Date.parse(asOf) - Date.parse(receivedAt)) / 86_400_000;
        expect(days >= 7 && days < 15).toBe(true);
      }
    });
  });

  test("the compliance of 处理结果 is the timely rate of D8", () => {
    everyTime((cases) => {
      expect(view(cases, "clocks").figure("result", "complianceRate")).toBe(
        monthlyAnalysis(cases, march).timelyRate,
      );
    });
  });
});

describe("a clock of a complaint", () => {
  const one = (more: Partial<Case>): Case => ({
    id: "c1",
    number: "1",
    projectId: "p1",
    estateClass: "其他",
    receivedAt: at("2026-03-30 09:00"),
    dueAt: at("2026-04-02 18:00"),
    completedAt: null,
    validity: "valid",
    recordKind: "complaint",
    channel: "phone",
    firstFollowUpSatisfied: null,
    ...more,
  });
  const limit = (dueAt: string, done?: string) => ({
    name: "followUp" as const,
    dueAt: at(dueAt),
    ...(done === undefined ? {} : { at: at(done) }),
  });

  test.each([
    ["at its due instant is kept", [limit("2026-03-31 10:00", "2026-03-31 10:00")], "kept"],
    ["a second later is missed", [limit("2026-03-31 10:00", "2026-03-31 10:01")], "missed"],
    ["that still runs is waiting", [limit("2026-04-01 00:00")], "waiting"],
    ["that ran out before the cut-off is missed", [limit("2026-03-31 23:59")], "missed"],
    [
      "stopped after the cut-off counts as running",
      [limit("2026-04-02 10:00", "2026-04-01 09:00")],
      "waiting",
    ],
    [
      "of a second cycle (返单) must be kept too",
      [limit("2026-03-31 10:00", "2026-03-31 09:00"), limit("2026-03-31 20:00", "2026-03-31 21:00")],
      "missed",
    ],
  ])("%s", (_, limits, standing) => {
    const { figure } = view([one({ limits })], "clocks");
    expect(["kept", "missed", "waiting"].filter((key) => figure("followUp", key) === 1)).toEqual([standing]);
    expect(figure("followUp", "started")).toBe(1);
  });

  test("a Sunday call at 23:59 local time stands under Sunday, 23", () => {
    const { behind } = view([one({ receivedAt: at("2026-03-29 23:59") })], "hours");
    expect(behind("sun", "h23")).toHaveLength(1);
  });
});

test("the median of an even number is the mean of the middle two; nine tenths do not exceed the 90th percentile", () => {
  expect(quantileOf([], 0.5)).toBeNull();
  expect(quantileOf([9, 1], 0.5)).toBe(5);
  expect(quantileOf([3, 1, 2], 0.5)).toBe(2);
  expect(quantileOf([10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9)).toBe(9);
  expect(quantileOf([7], 0.9)).toBe(7);
});
