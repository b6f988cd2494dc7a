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
  const plan = planClock(facts, timing, rules);
  return { ...plan, rungs: merged(clock.rungs, plan.rungs, { limit: dueAt({ name, ...plan }), now }) };
}

/** True if the plan is not what the clock has, its stamps included. */
export function isOtherPlan(clock: Clock, plan: ClockPlan): boolean {
  return text(clock) !== text(plan);
}

function text({ limits, rungs, variant, variantFrom, policyVersion, calendarVersion }: ClockPlan): string {
  return JSON.stringify([limits, rungs, variant, variantFrom, policyVersion, calendarVersion]);
}

function merged(
  standing: readonly Rung[],
  planned: readonly Rung[],
  { limit, now }: { readonly limit: Instant; readonly now: Instant },
): Rung[] {
  const decided = standing.filter((rung) => rung.decidedAt !== undefined);
  const coming = planned.flatMap((rung): Rung[] => {
    const same = standing.filter(({ id }) => id === rung.id || id.startsWith(`${rung.id}+`));
    const last = same.at(-1);
    if (last?.decidedAt === undefined) {
      const comesAtOnce = rung.at < now && rung.at !== last?.at;
      return [{ id: last?.id ?? rung.id, at: comesAtOnce ? now : rung.at }];
    }
    // The limit had passed and lies ahead again: its escalation counts anew, under an id of its own (`limit+1`).
    const isAhead = rung.at >= limit && rung.at > now && rung.at > last.at;
    return isAhead ? [{ id: `${rung.id}+${same.length}`, at: rung.at }] : [];
  });
  return [...decided, ...coming];
}
