import { expect, test } from "vitest";
import { ExpressionError } from "../../../../infra/local/services/scheduler/cron.ts";
import { nextInstant, parseExpression } from "../../../../infra/local/services/scheduler/expression.ts";

/** The first `count` instants after `after`. */
function instants(expression: string, timeZone: string, after: string, count: number): string[] {
  const parsed = parseExpression(expression, timeZone);
  const found: string[] = [];
  let at = Date.parse(after);
  for (let i = 0; i < count; i += 1) {
    const next = nextInstant(parsed, at);
    if (next === undefined) break;
    found.push(new Date(next).toISOString().replace(":00.000Z", "Z"));
    at = next;
  }
  return found;
}

test("the monthly run is at two in the morning of the first, in Shanghai", () => {
  expect(instants("cron(0 2 1 * ? *)", "Asia/Shanghai", "2025-12-31T18:00:00Z", 3)).toEqual([
    "2026-01-31T18:00Z",
    "2026-02-28T18:00Z",
    "2026-03-31T18:00Z",
  ]);
});

test("rates count from their beginning", () => {
  expect(instants("rate(5 minutes)", "UTC", "2026-03-01T00:02:00Z", 2)).toEqual([
    "2026-03-01T00:07Z",
    "2026-03-01T00:12Z",
  ]);
  expect(instants("rate(1 day)", "UTC", "2026-03-01T00:02:00Z", 1)).toEqual(["2026-03-02T00:02Z"]);
});

test("an hour that spring skips is skipped; an hour that autumn repeats comes once", () => {
  // New York 2026: forward on March 8 at 02:00, back on November 1 at 02:00.
  expect(instants("cron(30 2 * * ? *)", "America/New_York", "2026-03-07T00:00:00Z", 3)).toEqual([
    "2026-03-07T07:30Z",
    "2026-03-09T06:30Z",
    "2026-03-10T06:30Z",
  ]);
  expect(instants("cron(30 1 * * ? *)", "America/New_York", "2026-10-31T12:00:00Z", 2)).toEqual([
    "2026-11-01T05:30Z",
    "2026-11-02T06:30Z",
  ]);
});

test.each([
  ["names and lists", "cron(15 10 ? JAN,jul MON *)", ["2026-07-06T10:15Z", "2026-07-13T10:15Z"]],
  ["ranges with steps", "cron(0/20 8-9 ? * 2-6 2026)", ["2026-03-02T08:00Z", "2026-03-02T08:20Z"]],
  ["the last day of the month", "cron(0 0 L * ? *)", ["2026-03-31T00:00Z", "2026-04-30T00:00Z"]],
  ["leap days", "cron(0 0 29 2 ? *)", ["2028-02-29T00:00Z", "2032-02-29T00:00Z"]],
  ["the last Friday", "cron(0 18 ? * 6L *)", ["2026-03-27T18:00Z", "2026-04-24T18:00Z"]],
  ["the third Tuesday", "cron(0 9 ? * TUE#3 *)", ["2026-03-17T09:00Z", "2026-04-21T09:00Z"]],
  ["a year that ends", "cron(0 12 31 12 ? 2026)", ["2026-12-31T12:00Z"]],
  ["a day that never comes", "cron(0 0 31 2 ? *)", []],
])("cron knows %s", (_, expression, expected) => {
  expect(instants(expression, "UTC", "2026-03-01T12:00:00Z", 2)).toEqual(expected);
});

test.each([
  "cron(0 2 1 * 2 *)",
  "cron(0 2 ? * ? *)",
  "cron(60 2 1 * ? *)",
  "cron(0 2 15W * ? *)",
  "cron(0 5-2 1 * ? *)",
  "cron(0/0 2 1 * ? *)",
  "cron(0 2 1 * ?)",
  "rate(0 minutes)",
  "rate(5 seconds)",
  "every(5 minutes)",
])("%s is no expression", (expression) => {
  expect(() => parseExpression(expression, "UTC")).toThrow(ExpressionError);
});
