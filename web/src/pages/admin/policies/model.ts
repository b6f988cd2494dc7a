import { defined } from "../../../../../lib/domain/present.ts";
import type { components } from "../../../api/schema.ts";

/** A policy as the API sends it; the form changes a copy. */
export type Draft = components["schemas"]["Policies"]["inForce"];
export type Edition = components["schemas"]["Policies"]["policies"][number];
export type ClockRule = Draft["clocks"][string];
export type LimitRule = ClockRule["limits"][number];
export type Limit = LimitRule["limit"];
export type Rung = Draft["ladders"][string][number];
export type RungTime = Rung["time"];

/** Which limits of a clock: ordinary; safety and 紧急; levels A and B. */
export const variants = ["limits", "urgentLimits", "graveLimits"] as const;
export type Variant = (typeof variants)[number];

/** How people count a limit. */
export const units = ["hours", "minutes", "days", "working-hours", "working-minutes"] as const;
export type Unit = (typeof units)[number];

export interface Amount {
  readonly amount: number;
  readonly unit: Unit;
}

const HOUR = 60;

/** A counted limit in the largest unit that says it whole; undefined for one that is a time of day or set by people. */
export function amountOf(limit: Limit): Amount | undefined {
  switch (limit.kind) {
    case "natural":
      return inHours(limit.minutes, "hours", "minutes");
    case "working-time":
      return inHours(limit.minutes, "working-hours", "working-minutes");
    case "working-days":
      return { amount: limit.days, unit: "days" };
    case "daily":
    case "given":
      return undefined;
  }
}

function inHours(minutes: number, hours: Unit, otherwise: Unit): Amount {
  return minutes % HOUR === 0
    ? { amount: minutes / HOUR, unit: hours }
    : { amount: minutes, unit: otherwise };
}

/** The limit that so many of a unit are. */
export function limitOf({ amount, unit }: Amount): Limit {
  switch (unit) {
    case "hours":
      return { kind: "natural", minutes: amount * HOUR };
    case "minutes":
      return { kind: "natural", minutes: amount };
    case "days":
      return { kind: "working-days", days: amount };
    case "working-hours":
      return { kind: "working-time", minutes: amount * HOUR };
    case "working-minutes":
      return { kind: "working-time", minutes: amount };
  }
}

/** The policy with another rule for one clock. */
export function withClock(draft: Draft, name: string, rule: ClockRule): Draft {
  return { ...draft, clocks: { ...draft.clocks, [name]: rule } };
}

/** The policy with a rung changed wherever it stands: the same id means the same rung in every ladder. */
export function withRung(draft: Draft, ladder: string, id: string, rung: Rung | undefined): Draft {
  const changed = Object.entries(draft.ladders).map(([name, rungs]): [string, Rung[]] => {
    if (rung === undefined) return [name, name === ladder ? rungs.filter((one) => one.id !== id) : rungs];
    return [name, rungs.map((one) => (one.id === id ? rung : one))];
  });
  return { ...draft, ladders: Object.fromEntries(changed) };
}

/** The policy with one more rung in a ladder, where its time puts it. */
export function withNewRung(draft: Draft, ladder: string, rung: Rung): Draft {
  const rungs = [...(draft.ladders[ladder] ?? []), rung].toSorted((a, b) => orderOf(a) - orderOf(b));
  return { ...draft, ladders: { ...draft.ladders, [ladder]: rungs } };
}

const stageSize = 1_000_000;

/** Minutes after the start come first, then shares of the time, then working time and working days after the limit. */
function orderOf({ time }: Rung): number {
  switch (time.kind) {
    case "after-start":
      return time.minutes;
    case "share-of-time":
      return stageSize + time.percent;
    case "after-limit":
      return 2 * stageSize + time.workingMinutes;
    case "working-days-after-limit":
      return 3 * stageSize + time.days;
  }
}

/** What is sent: everything that the policy says, over the built-in values. */
export function bodyOf(draft: Draft, scope: string, effectiveFrom?: string): object {
  const { version: _, ...said } = draft;
  return { ...said, scope, base: "default", ...defined({ effectiveFrom }) };
}

/** What every part of the form is given. */
export interface FormProps {
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  /** What holds without the change. */
  readonly standing: Draft;
}
