import type { WorkingCalendar } from "../calendar/index.ts";
import type { RungRule, RungTime } from "../policy/policy.ts";
import { wholeOf } from "../policy/rung-id.ts";
import type { Instant } from "../time/instant.ts";
import { type Clock, clockId, type Rung } from "./clock.ts";
import { inForce } from "./recount.ts";
import { closing, instantAt, localDate, type Stretch, spent, stretched, unpaused } from "./recount-days.ts";
import type { Rules, Timing } from "./start.ts";

/** A rung whose stored instant the recount does not confirm, or that is missing. */
export interface RungDifference {
  readonly clock: string;
  readonly rung: string;
  /** Absent: it is not on the clock. */
  readonly stored?: Instant;
  /** When it has to ring: one instant for all, or that of whoever is on duty and that of the others. Empty: never. */
  readonly recounted: readonly Instant[];
}

/** The form of a clock right after it was started or planned anew. */
export type PlannedClock = Omit<Clock, "stoppedAt" | "lapsed">;

/** Timers have whole seconds, and shares of a time are cut to them. */
const SECOND = 1000;

/**
 * Places the rungs of a clock once more, date by date, and compares. A clock that has just started has every rung of its
 * ladder at exactly its instant. `replannedAt`: one that was planned anew keeps what is decided, and what would lie in the
 * past rings at that moment at the latest; a rung of `kept` may stay where it was, if that is earlier.
 */
export function recountRungs(
  clock: PlannedClock,
  timing: Timing,
  rules: Rules,
  replannedAt?: Instant,
  kept: readonly Rung[] = [],
): RungDifference[] {
  const expected = expectedRungs(clock, timing, rules);
  const name = clockId(clock);
  const moved = clock.rungs.flatMap((rung): RungDifference[] => {
    if (rung.decidedAt !== undefined) return [];
    const places = expected.get(placeOf(rung)) ?? [];
    const isKept = kept.some((one) => placeOf(one) === placeOf(rung) && one.at === rung.at);
    const isRight = places.some(
      (at) => isPlaced(Date.parse(rung.at), at, replannedAt) || (isKept && Date.parse(rung.at) <= at),
    );
    return isRight ? [] : [{ clock: name, rung: rung.id, stored: rung.at, recounted: places.map(text) }];
  });
  const there = new Set(clock.rungs.map(placeOf));
  const missing = [...expected].flatMap(([id, places]): RungDifference[] => {
    // News that a ladder knows only by now is none for a clock that runs already.
    const isOld = replannedAt !== undefined && ruleOf(id, clock, timing, rules)?.kind === "news";
    return there.has(id) || isOld ? [] : [{ clock: name, rung: id, recounted: places.map(text) }];
  });
  return [...moved, ...missing];
}

function isPlaced(stored: number, place: number, replannedAt: Instant | undefined): boolean {
  if (Math.abs(stored - place) <= SECOND) return true;
  if (replannedAt === undefined) return false;
  const now = Date.parse(replannedAt);
  return place < now && stored >= place && stored <= now + SECOND;
}

/** The rung of the ladder, whichever half of it and however often it came anew (`limit+1`). */
function placeOf({ id }: Pick<Rung, "id">): string {
  return wholeOf(id).replaceAll(/\+\d+/g, "");
}

function ladderIn(clock: PlannedClock, { urgent }: Timing, { policy }: Rules): readonly RungRule[] {
  const rule = policy.clocks[clock.name];
  const name = urgent && rule.urgentLadder !== undefined ? rule.urgentLadder : rule.ladder;
  return policy.ladders[name] ?? [];
}

function ruleOf(id: string, clock: PlannedClock, timing: Timing, rules: Rules): RungRule | undefined {
  return ladderIn(clock, timing, rules).find((rule) => id === rule.id || id.startsWith(`${rule.id}.`));
}

/** Every rung that the ladder has for the clock with the instants at which it may ring. */
function expectedRungs(clock: PlannedClock, timing: Timing, rules: Rules): Map<string, readonly number[]> {
  const start = Date.parse(clock.variantFrom ?? clock.startedAt);
  const [limit = start, second] = clock.limits.map(({ dueAt }) => Date.parse(dueAt));
  const pauses = (clock.pauses ?? []).flatMap(({ from, to }): Stretch[] =>
    to === undefined ? [] : [[Date.parse(from), Date.parse(to)]],
  );
  // Half of three working days is half of the working time, half of 24 hours half of the hours.
  const kind = inForce(clock, timing, rules).limits[0]?.limit.kind;
  const isWorked = kind === "working-days" || kind === "working-time";
  const frame = { start, limit, second, pauses, isWorked };
  const found = new Map<string, readonly number[]>();
  for (const rule of ladderIn(clock, timing, rules)) {
    if (rule.onlyIf === "grave" && timing.grave !== true) continue;
    const first = timeOf(rule.time, frame, rules.calendar);
    for (let nth = 0; nth <= (rule.repeat?.times ?? 0); nth += 1) {
      const at = first + nth * (rule.repeat?.everyMinutes ?? 0) * 60_000;
      const shifted = timing.quietExempt ? at : afterTheNight(at, rule, limit, rules);
      const places = [at, shifted].map((one) => Math.ceil(Math.max(one, start) / SECOND) * SECOND);
      found.set(nth === 0 ? rule.id : `${rule.id}.${nth + 1}`, [...new Set(places)]);
    }
  }
  return found;
}

interface Frame {
  readonly start: number;
  readonly limit: number;
  readonly second: number | undefined;
  readonly pauses: readonly Stretch[];
  readonly isWorked: boolean;
}

function timeOf(time: RungTime, frame: Frame, calendar: WorkingCalendar): number {
  const { start, limit, second, pauses } = frame;
  switch (time.kind) {
    case "share-of-time": {
      const share = time.percent / 100;
      const open = frame.isWorked ? unpaused(start, limit, pauses, calendar) : 0;
      if (open > 0) return spent(start, Math.floor((open / SECOND) * share) * SECOND, pauses, calendar);
      const still = pauses.reduce(
        (sum, [from, to]) => sum + Math.max(0, Math.min(to, limit) - Math.max(from, start)),
        0,
      );
      return stretched(start, start + Math.floor((limit - start - still) * share), pauses);
    }
    case "after-start":
      return start + time.minutes * 60_000;
    case "after-limit":
      return time.workingMinutes === 0 ? limit : spent(limit, time.workingMinutes * 60_000, [], calendar);
    case "working-days-after-limit": {
      const days = closing(limit, time.days, calendar);
      const isEarlier = time.orSecondLimit && second !== undefined && limit < second && second < days;
      return isEarlier ? second : days;
    }
  }
}

/** The instant outside of the quiet hours: their end, or their start for a reminder of what is due soon after them. */
function afterTheNight(at: number, rule: RungRule, limit: number, { policy, calendar }: Rules): number {
  const { from, to, earlyIfDueWithinMinutes } = policy.quietHours;
  const today = localDate(at, calendar.timeZone);
  for (const date of [today.subtract({ days: 1 }), today]) {
    const begin = instantAt(date, from, calendar.timeZone);
    const end = instantAt(from < to ? date : date.add({ days: 1 }), to, calendar.timeZone);
    if (at < begin || at >= end) continue;
    const isSoon = rule.kind === "reminder" && limit <= end + earlyIfDueWithinMinutes * 60_000;
    return isSoon ? begin : end;
  }
  return at;
}

function text(at: number): Instant {
  return new Date(at).toISOString();
}
