import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classCodes } from "../../../lib/domain/classification/classes.ts";
import { estateClasses } from "../../../lib/domain/classification/estate.ts";
import { channelNames } from "../../../lib/domain/classification/sources.ts";
import { causeFactors, levels, recordKinds, validities } from "../../../lib/domain/complaint/events.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { details } from "../../../lib/domain/statistics/details.ts";
import { monthViews, peerViews } from "../../../lib/domain/statistics/month-views.ts";
import { countedColumns } from "../../../lib/domain/statistics/sheet.ts";
import { checkProjects } from "../../../lib/domain/statistics/view-identities.ts";

const options = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: "2026-04-03T04:00:00Z" };
const day = 86_400_000;
const start = Date.parse("2026-02-20T00:00:00Z");

const instant = (offset: number) => new Date(start + offset * (day / 4)).toISOString();
const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** Records around March, some of every kind, some ended, some recorded as received after the cut-off. */
const record = fc
  .record({
    id: fc.uuid(),
    projectId: fc.constantFrom("a", "b", "c"),
    received: fc.nat(200),
    due: fc.nat(40),
    takes: fc.option(fc.nat(60)),
    ends: fc.option(fc.nat(60), { freq: 5 }),
    channel: fc.constantFrom(...channelNames),
    recordKind: fc.constantFrom(...recordKinds, "complaint" as const, "complaint" as const),
    validity: fc.constantFrom(...validities),
    unjudged: fc.boolean(),
    classCode: optional(classCodes),
    level: optional(levels),
    causeFactor: optional(causeFactors),
    satisfied: fc.constantFrom(true, false, null),
    estateClass: fc.constantFrom(...estateClasses),
  })
  .map(
    ({
      id,
      projectId,
      received,
      due,
      takes,
      ends,
      satisfied,
      unjudged,
      classCode,
      level,
      causeFactor,
      ...rest
    }): Case => ({
      ...rest,
      id,
      projectId,
      number: id.slice(0, 4),
      receivedAt: instant(received),
      dueAt: instant(received + due),
      completedAt: takes === null ? null : instant(received + takes),
      endedAt: ends === null ? null : instant(received + ends),
      firstFollowUpSatisfied: satisfied,
      ...(unjudged ? { unjudged: true as const, validity: "valid" as const } : {}),
      ...(classCode === undefined ? {} : { classCode }),
      ...(level === undefined ? {} : { level }),
      ...(causeFactor === undefined ? {} : { causeFactor }),
      reply: { dueAt: instant(received + 4), ...(takes === null ? {} : { at: instant(received + takes) }) },
    }),
  );
const records = fc.array(record, { maxLength: 60 });

describe("the views of a month", () => {
  test("never contradict each other: each counts the month's new tasks in its own way", () => {
    fc.assert(
      fc.property(records, (cases) => {
        expect(monthViews(cases, options).trend).toHaveLength(13);
      }),
      { numRuns: 50 },
    );
  });

  test("projects add up to the company, in every counted column but C", () => {
    fc.assert(
      fc.property(records, (cases) => {
        const sheetOf = (projectId: string) =>
          monthViews(
            cases.filter((one) => one.projectId === projectId),
            options,
          ).sheet;
        expect(checkProjects(monthViews(cases, options).sheet, ["a", "b", "c"].map(sheetOf))).toEqual([]);
      }),
    );
  });

  test("a record in one project too many is found", () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 20 }), (cases) => {
        const { sheet } = monthViews(cases, options);
        const counted = sheet.rows.at(-1)!.P > 0;
        expect(checkProjects(sheet, [sheet, sheet]).length > 0).toBe(counted);
      }),
    );
  });

  test("every figure of D1 opens to exactly so many records", () => {
    fc.assert(
      fc.property(records, (cases) => {
        const { sheet } = monthViews(cases, options);
        const opened = [...details(cases, options)];
        for (const row of sheet.rows.slice(0, -1)) {
          for (const column of countedColumns) {
            const found = opened.filter((d) => d.case.estateClass === row.name && d.columns.includes(column));
            expect(found).toHaveLength(row[column]);
          }
        }
      }),
    );
  });

  test("D15: what is compared are the same complaints: classes of a project add up to what it received", () => {
    fc.assert(
      fc.property(records, (cases) => {
        const projects = ["a", "b", "c"].map((projectId) => ({
          projectId,
          name: projectId,
          type: "大厦",
          floorArea: 50_000,
          cases: cases.filter((one) => one.projectId === projectId),
        }));
        const { comparison, strengths } = peerViews(projects, options);
        for (const row of comparison) {
          const cells = strengths.find(({ projectId }) => projectId === row.projectId)?.cells ?? [];
          expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(row.received);
          expect(row.complaintRate).toBeCloseTo(row.received / 5, 9);
        }
      }),
    );
  });
});
