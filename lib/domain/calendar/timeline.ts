import type { Moment } from "./moment.ts";
import { DAY_SECONDS, type DayPeriod } from "./wall.ts";
import type { Zone } from "./zone.ts";

/**
 * How far any search looks: 200 years. Beyond it a RangeError is thrown, so that a calendar which never opens
 * again, or an absurd budget, ends in a clear message and not in an endless loop.
 */
const HORIZON_SECONDS = 73_050 * DAY_SECONDS;

const BLOCK_SECONDS = 64 * DAY_SECONDS;

/** About a thousand years of tables; a caller that wanders further starts afresh instead of filling memory. */
const MOST_TABLES = 6_000;

/** An open stretch `[from, to)` of epoch seconds; `before` = open seconds of its block that precede it. */
type Stretch = { readonly from: number; readonly to: number; readonly before: number };

/** The open stretches of one 64-day piece of real time, in order and merged where they touch. */
type Block = { readonly from: number; readonly stretches: readonly Stretch[]; readonly total: number };

/** Opening hours on the real time line. All seconds are epoch seconds. */
export type Timeline = {
  /** Whether the wall clock stands within an opening period. */
  isOpen(sec: number): boolean;
  /** The moment itself when open, else the next opening. RangeError beyond the horizon. */
  nextOpen(moment: Moment): Moment;
  /** Open seconds in `[from, to)`. RangeError when the two are further apart than the horizon. */
  openSeconds(from: number, to: number): number;
  /**
   * The earliest second `p` after `from` with `openSeconds(from, p) = amount`, amount ≥ 1: at a closing when
   * the amount is used up there. RangeError beyond the horizon.
   */
  spend(from: number, amount: number): number;
  /** The last closing of a local date (days since 1970-01-01), null when nothing of it is open. */
  closingOf(day: number): number | null;
};

/**
 * Real time is worked out per span of constant offset: a second is open when the wall clock shows an opening
 * period. So a period in a spring gap shrinks, one in an autumn overlap counts both passes, and the order of
 * time holds even where local midnight happens twice.
 */
export function openTimeline(zone: Zone, periodsOn: (day: number) => readonly DayPeriod[]): Timeline {
  const blocks = new Map<number, Block>();
  const closings = new Map<number, number | null>();

  function blockAt(sec: number): Block {
    const index = Math.floor(sec / BLOCK_SECONDS);
    const known = blocks.get(index);
    if (known !== undefined) return known;
    if (blocks.size >= MOST_TABLES) blocks.clear();
    const fresh = buildBlock(zone, periodsOn, index * BLOCK_SECONDS);
    blocks.set(index, fresh);
    return fresh;
  }

  function isOpen(sec: number): boolean {
    const { stretches } = blockAt(sec);
    const stretch = stretches[lastBegun(stretches, sec)];
    return stretch !== undefined && sec < stretch.to;
  }

  function nextOpen(moment: Moment): Moment {
    const block = blockAt(moment.sec);
    const index = lastBegun(block.stretches, moment.sec);
    const current = block.stretches[index];
    if (current !== undefined && moment.sec < current.to) return moment;
    let next = block.stretches[index + 1];
    for (let from = block.from + BLOCK_SECONDS; next === undefined; from += BLOCK_SECONDS) {
      requireWithinHorizon(from - moment.sec);
      next = blockAt(from).stretches[0];
    }
    return { sec: next.from, nano: 0 };
  }

  function openSeconds(from: number, to: number): number {
    requireWithinHorizon(to - from);
    const last = blockAt(to);
    let block = blockAt(from);
    let sum = -openBefore(block, from);
    while (block.from < last.from) {
      sum += block.total;
      block = blockAt(block.from + BLOCK_SECONDS);
    }
    return sum + openBefore(last, to);
  }

  function spend(from: number, amount: number): number {
    let block = blockAt(from);
    let target = openBefore(block, from) + amount;
    while (block.total < target) {
      target -= block.total;
      requireWithinHorizon(block.from + BLOCK_SECONDS - from);
      block = blockAt(block.from + BLOCK_SECONDS);
    }
    return reach(block.stretches, target);
  }

  function closingOf(day: number): number | null {
    const known = closings.get(day);
    if (known !== undefined) return known;
    if (closings.size >= MOST_TABLES * 64) closings.clear();
    const fresh = findClosing(zone, periodsOn(day), day);
    closings.set(day, fresh);
    return fresh;
  }

  return { isOpen, nextOpen, openSeconds, spend, closingOf };
}

function requireWithinHorizon(seconds: number): void {
  if (seconds > HORIZON_SECONDS) throw new RangeError("the working calendar is searched 200 years at most");
}

function buildBlock(zone: Zone, periodsOn: (day: number) => readonly DayPeriod[], from: number): Block {
  const to = from + BLOCK_SECONDS;
  const stretches: { from: number; to: number; before: number }[] = [];
  let total = 0;
  for (const span of zone.spansWithin(from, to)) {
    const begin = Math.max(from, span.from);
    const end = Math.min(to, span.to);
    const lastDay = Math.floor((end - 1 + span.offset) / DAY_SECONDS);
    for (let day = Math.floor((begin + span.offset) / DAY_SECONDS); day <= lastDay; day++) {
      const midnight = day * DAY_SECONDS - span.offset;
      for (const period of periodsOn(day)) {
        const opens = Math.max(begin, midnight + period.from);
        const closes = Math.min(end, midnight + period.to);
        if (opens >= closes) continue;
        const previous = stretches.at(-1);
        if (previous !== undefined && previous.to === opens) previous.to = closes;
        else stretches.push({ from: opens, to: closes, before: total });
        total += closes - opens;
      }
    }
  }
  return { from, stretches, total };
}

/** Index of the last stretch that begins at or before `sec`, −1 when there is none. */
function lastBegun(stretches: readonly Stretch[], sec: number): number {
  return lastIndexWhere(stretches, (stretch) => stretch.from <= sec);
}

/** Open seconds of the block before `sec`. */
function openBefore(block: Block, sec: number): number {
  const stretch = block.stretches[lastBegun(block.stretches, sec)];
  return stretch === undefined ? 0 : stretch.before + Math.min(sec, stretch.to) - stretch.from;
}

/** The second at which `target` ≥ 1 open seconds of the block have passed. */
function reach(stretches: readonly Stretch[], target: number): number {
  const stretch = stretches[lastIndexWhere(stretches, (candidate) => candidate.before < target)];
  if (stretch === undefined) throw new RangeError("a block without open time cannot be spent");
  return stretch.from + target - stretch.before;
}

/** Binary search over a list on which `holds` is first true, then false. */
function lastIndexWhere(stretches: readonly Stretch[], holds: (stretch: Stretch) => boolean): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch !== undefined && holds(stretch)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function findClosing(zone: Zone, periods: readonly DayPeriod[], day: number): number | null {
  let closing: number | null = null;
  const nominal = day * DAY_SECONDS;
  // Offsets lie within a day of UTC, so the whole local date lies within a day of the UTC date.
  const spans =
    periods.length === 0 ? [] : zone.spansWithin(nominal - DAY_SECONDS, nominal + 2 * DAY_SECONDS);
  for (const span of spans) {
    const midnight = nominal - span.offset;
    for (const period of periods) {
      const closes = Math.min(span.to, midnight + period.to);
      if (Math.max(span.from, midnight + period.from) < closes) closing = closes;
    }
  }
  return closing;
}
