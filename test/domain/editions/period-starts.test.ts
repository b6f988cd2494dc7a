import { expect, test } from "vitest";
import { periodStarts } from "../../../lib/domain/editions/period-starts.ts";
import type { PolicyEdition, Scope } from "../../../lib/domain/editions/scope.ts";
import { at, ZONE } from "../../support/builders.ts";

const edition = (
  scope: Scope,
  number: number,
  publishedAt: string,
  effectiveFrom: string,
): PolicyEdition => ({
  version: `${scope}@${number}`,
  scope,
  number,
  publishedAt: at(publishedAt),
  effectiveFrom: at(effectiveFrom),
  publishedBy: "headquarters-1",
});
/** The day is the number of the edition, so that it tells which one was asked. */
const starts = (...editions: readonly PolicyEdition[]) =>
  periodStarts(editions, (version) => Number(version.split("@")[1]), ZONE);

test("a month is cut by what was published and in force when it began, in the company's zone", () => {
  // Midnight in Shanghai is the month's beginning; a minute later it has begun.
  expect(starts(edition("company", 5, "2026-06-20 10:00", "2026-07-01 00:00"))).toEqual([
    { from: "2026-07", day: 5 },
  ]);
  expect(starts(edition("company", 5, "2026-06-20 10:00", "2026-07-01 00:01"))).toEqual([
    { from: "2026-08", day: 5 },
  ]);
  // Published on the first at midnight sharp it is known when the month begins.
  expect(starts(edition("company", 5, "2026-07-01 00:00", "2026-06-01 00:00"))).toEqual([
    { from: "2026-07", day: 5 },
  ]);
});

test("what takes effect in the past cuts no month that has begun; of several the latest then known", () => {
  const late = edition("company", 6, "2026-09-10 10:00", "2026-01-01 00:00");
  const early = edition("company", 5, "2026-02-10 10:00", "2026-03-01 00:00");
  expect(starts(late, early)).toEqual([
    { from: "2026-03", day: 5 },
    // It took effect before the other one, which goes on.
    { from: "2026-10", day: 5 },
  ]);
  const later = edition("company", 7, "2026-02-11 10:00", "2026-03-01 00:00");
  expect(starts(early, later)).toEqual([{ from: "2026-03", day: 7 }]);
});

test("periods are the company's: a project's, a city's or a region's policy cuts none, not even a nameless one's", () => {
  const company = edition("company", 5, "2026-06-20 10:00", "2026-07-01 00:00");
  for (const scope of ["project:p1", "project:", "city:", "region:"] as const)
    expect(starts(edition(scope, 9, "2026-01-20 10:00", "2026-02-01 00:00"), company)).toEqual([
      { from: "2026-07", day: 5 },
    ]);
});
