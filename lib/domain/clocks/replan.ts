import { rungRule } from "../policy/policy.ts";
import { dutyHalfOf, isDutyHalf, wholeOf } from "../policy/rung-id.ts";
import { fromInstant, type Instant } from "../time/instant.ts";
import { type Clock, type ClockPlan, dueAt, type Rung } from "./clock.ts";
import { planClock, type Rules, type Timing } from "./start.ts";

/**
 * What the rules and the complaint say now about a clock that has not stopped: its limits anew, and the rungs still to
 * come at their new instants. A decided rung stays decided; one whose new instant has passed already comes at once.
 */
export function replan(clock: Clock, timing: Timing, rules: Rules, now: Instant): ClockPlan {
  const { name, startedAt, givenDueAt, variant, variantFrom } = clock;
  const pauses = (clock.pauses ?? []).flatMap(({ from, to }) =>
    to === undefined ? [] : [{ from: fromInstant(from), to: fromInstant(to) }],
  );
  const extension = clock.extensions?.at(-1);
  const since = variant === undefined ? undefined : { variant, from: variantFrom };
  const facts = { name, startedAt, givenDueAt, pauses, extension, since, now };
  const plan = withoutOldNews(withOwnClause(planClock(facts, timing, rules), clock), clock, rules);
  return { ...plan, rungs: merged(clock.rungs, plan.rungs, { limit: dueAt({ name, ...plan }), now }) };
}

/** What began before its ladder knew news is no news any more. */
function withoutOldNews(plan: ClockPlan, { rungs }: Clock, { policy }: Rules): ClockPlan {
  const isKnown = ({ id }: Rung) => rungs.some((rung) => wholeOf(rung.id) === wholeOf(id));
  const isNews = ({ id }: Rung) => rungRule(policy, id).kind === "news";
  return { ...plan, rungs: plan.rungs.filter((rung) => isKnown(rung) || !isNews(rung)) };
}

/** An instant that somebody set cites what it was set by, until an extension takes its place. */
function withOwnClause(plan: ClockPlan, { givenDueAt, limits }: Clock): ClockPlan {
  const [standing] = limits;
  if (givenDueAt === undefined || standing?.clause !== "default") return plan;
  const own = plan.limits.map((limit) =>
    limit.dueAt === standing.dueAt ? { ...limit, clause: standing.clause } : limit,
  );
  return { ...plan, limits: own };
}

/** True if the plan is not what the clock has, its stamps included. */
export function isOtherPlan(clock: Clock, plan: ClockPlan): boolean {
  return text(clock) !== text(plan);
}

function text({ limits, rungs, variant, variantFrom, policyVersion, calendarVersion }: ClockPlan): string {
  return JSON.stringify([limits, rungs, variant, variantFrom, policyVersion, calendarVersion]);
}

function merged(standing: readonly Rung[], planned: readonly Rung[], frame: Frame): Rung[] {
  const decided = standing.filter((rung) => rung.decidedAt !== undefined);
  const coming = [...new Set(planned.map(({ id }) => wholeOf(id)))].flatMap((whole) =>
    comingOf(
      whole,
      standing.filter(({ id }) => wholeOf(id) === whole || id.startsWith(`${whole}+`)),
      planned.filter(({ id }) => wholeOf(id) === whole),
      frame,
    ),
  );
  return [...decided, ...coming];
}

interface Frame {
  readonly limit: Instant;
  readonly now: Instant;
}

/** What is still to come of one rung of the ladder, which the quiet hours may have split, now or before. */
function comingOf(
  whole: string,
  standing: readonly Rung[],
  planned: readonly Rung[],
  { limit, now }: Frame,
): readonly Rung[] {
  const latest = wholeOf(standing.at(-1)?.id ?? whole);
  const last = standing.filter(({ id }) => wholeOf(id) === latest);
  const open = last.filter(({ decidedAt }) => decidedAt === undefined);
  if (open.length === last.length) {
    return joined(planned.map(({ id, at }) => ({ id: renamed(id, latest), at: comesAt(at, last, now) })));
  }
  // The limit had passed and lies ahead again: its escalation counts anew, under an id of its own (`limit+1`).
  const isAhead = planned.every(({ at }) => at >= limit && at > now && last.every((rung) => at > rung.at));
  if (isAhead) {
    const times = new Set(standing.map(({ id }) => wholeOf(id))).size;
    return planned.map(({ id, at }) => ({ id: renamed(id, `${whole}+${times}`), at }));
  }
  // One half is decided: the other goes on at its new instant.
  return open.map((rung) => {
    const half = planned.find(({ id }) => isDutyHalf(id) === isDutyHalf(rung.id)) ?? planned[0];
    return half === undefined ? rung : { ...rung, at: comesAt(half.at, [rung], now) };
  });
}

/**
 * When a rung comes that was to come at the instants of `open`. One that the rules put into the past comes now: nobody was
 * late with it before they said so. What was due already has been due since then.
 */
function comesAt(at: Instant, open: readonly Rung[], now: Instant): Instant {
  if (at >= now) return at;
  const since = open.flatMap((rung) => (at <= rung.at && rung.at <= now ? [rung.at] : [])).toSorted();
  return since[0] ?? now;
}

/** The same half of another rung. */
function renamed(id: string, whole: string): string {
  return isDutyHalf(id) ? dutyHalfOf(whole) : whole;
}

/** Halves that come at the same moment are one rung for everybody. */
function joined(halves: readonly Rung[]): readonly Rung[] {
  const [one, other] = halves;
  return one === undefined || one.at !== other?.at ? halves : [{ id: wholeOf(one.id), at: one.at }];
}
