import { Temporal } from "temporal-polyfill";
import { type Cron, ExpressionError, nextCron, parseCron } from "./cron.ts";

/** When a schedule fires: once, at a fixed rate from its beginning, or by the wall clock of a zone. */
export type Expression =
  | { readonly kind: "at"; readonly at: number }
  | { readonly kind: "rate"; readonly everyMs: number }
  | { readonly kind: "cron"; readonly cron: Cron; readonly timeZone: string };

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads `at(yyyy-mm-ddThh:mm:ss)`, `rate(n unit)` or `cron(...)`; the zone is an IANA name. Throws ExpressionError.
 */
export function parseExpression(source: string, timeZone: string): Expression {
  checkZone(timeZone);
  const match = /^(at|rate|cron)\((.*)\)$/.exec(source);
  const inner = match?.[2] ?? "";
  switch (match?.[1]) {
    case "at":
      return { kind: "at", at: readAt(source, inner, timeZone) };
    case "rate":
      return { kind: "rate", everyMs: readRate(source, inner) };
    case "cron":
      return { kind: "cron", cron: parseCron(inner), timeZone };
    default:
      throw new ExpressionError(`Invalid Schedule Expression ${source}.`);
  }
}

/** The first instant after `after` (epoch milliseconds); a rate counts from `after` itself. */
export function nextInstant(expression: Expression, after: number): number | undefined {
  switch (expression.kind) {
    case "at":
      return expression.at;
    case "rate":
      return after + expression.everyMs;
    case "cron":
      return nextCron(expression.cron, expression.timeZone, after);
  }
}

function checkZone(timeZone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch (error) {
    if (error instanceof RangeError) throw new ExpressionError(`Invalid timezone ${timeZone}.`);
    throw error;
  }
}

function readAt(source: string, inner: string, timeZone: string): number {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inner)) {
    throw new ExpressionError(`Invalid Schedule Expression ${source}.`);
  }
  try {
    return Temporal.PlainDateTime.from(inner, { overflow: "reject" }).toZonedDateTime(timeZone)
      .epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) throw new ExpressionError(`Invalid Schedule Expression ${source}.`);
    throw error;
  }
}

function readRate(source: string, inner: string): number {
  const match = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(inner);
  const unit = unitMs[match?.[2] ?? ""];
  if (match?.[1] === undefined || unit === undefined) {
    throw new ExpressionError(`Invalid Schedule Expression ${source}.`);
  }
  return Number(match[1]) * unit;
}
