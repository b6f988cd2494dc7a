import type { Pause, WorkingCalendar } from "../calendar/index.ts";
import {
  type ClockName,
  type ClockVariant,
  type LimitRule,
  ladderOf,
  type Policy,
} from "../policy/policy.ts";
import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import { type ClockExtension, type ClockPlan, type ClockStart, type DueLimit } from "./clock.ts";
import { dueLimits, limitsFor, type OutsidePromise } from "./due.ts";
import { rungsOf } from "./ladder.ts";

/** Policy and calendar with their stamps, as every decision gets them. */
export interface Rules {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly calendarVersion: string;
}

/** What about the complaint moves a deadline. */
export interface Timing {
  /** Safety of persons or property, or 紧急: the short limits and the urgent ladder (D6). */
  readonly urgent: boolean;
  /** Level A or B: reported up at once, shorter follow-up (D11). */
  readonly grave?: boolean;
  /** Safety, 紧急, A/B, press and external tickets are not held back at night. */
  readonly quietExempt: boolean;
  /** The customer's requested time (D11) and an external ticket's time: they can only shorten. */
  readonly notAfter: readonly OutsidePromise[];
}

/** What tells this clock from others of its name, and the instant somebody set for it. */
export interface ClockGiven {
  /** Node id, action id or day, where several clocks of one name run in a cycle. */
  readonly key?: string | undefined;
  /** Required for clocks whose limit is `given`: department, node, external, corrective. */
  readonly dueAt?: Instant | undefined;
}

/** Starts a clock: computes its due instants and the instants of its rungs as facts for the event. */
export function startClock(
  name: ClockName,
  cycle: number,
  startedAt: Instant,
  timing: Timing,
  rules: Rules,
  { key, dueAt: givenDueAt }: ClockGiven = {},
): ClockStart {
  const plan = planClock({ name, startedAt, givenDueAt, pauses: [], now: startedAt }, timing, rules);
  return {
    name,
    cycle,
    ...defined({ key }),
    startedAt,
    ...defined({ givenDueAt }),
    ...(name === "corrective" ? { owned: true } : {}),
    ...plan,
  };
}

/** The facts of a clock that its deadlines are computed from. */
export interface ClockFacts {
  readonly name: ClockName;
  readonly startedAt: Instant;
  readonly givenDueAt?: Instant | undefined;
  readonly pauses: readonly Pause[];
  readonly extension?: ClockExtension | undefined;
  /** The variant it has run by so far, and from when, if not from the start. */
  readonly since?: { readonly variant: ClockVariant; readonly from?: Instant | undefined } | undefined;
  readonly now: Instant;
}

/**
 * Limits and rungs of a clock under these rules. Urgency or a grave level that becomes known later shortens from that
 * moment on: nobody is late for what nobody could know.
 */
export function planClock(facts: ClockFacts, timing: Timing, rules: Rules): ClockPlan {
  const { policy, calendar, calendarVersion } = rules;
  const { urgent, grave = false, quietExempt } = timing;
  const rule = policy.clocks[facts.name];
  const { variant, limits } = limitsFor(rule, { urgent, grave });
  const since = variant === "ordinary" ? undefined : variantSince(variant, facts);
  const chosen =
    since === undefined
      ? timed(limits, facts.startedAt, facts, timing, rules)
      : earlierDue(
          timed(limits, since, facts, timing, rules),
          timed(rule.limits, facts.startedAt, facts, timing, rules),
        );
  const ladder = ladderOf(policy, (urgent ? rule.urgentLadder : undefined) ?? rule.ladder);
  const frame = { ...chosen, quietExempt, grave, pauses: facts.pauses };
  return {
    limits: chosen.limits,
    rungs: rungsOf(ladder, frame, policy, calendar),
    ...(variant === "ordinary" ? {} : { variant }),
    ...defined({ variantFrom: since }),
    policyVersion: policy.version,
    calendarVersion,
  };
}

interface Timed {
  readonly startedAt: Instant;
  readonly limits: readonly DueLimit[];
  readonly countsWorkingTime: boolean;
}

function timed(
  limits: readonly LimitRule[],
  startedAt: Instant,
  facts: ClockFacts,
  { notAfter }: Timing,
  { policy, calendar }: Rules,
): Timed {
  const kind = limits[0]?.limit.kind;
  if (kind === undefined) throw new RangeError(`policy ${policy.version}: clock ${facts.name} has no limit`);
  return {
    startedAt,
    limits: dueLimits(limits, { ...facts, startedAt, notAfter }, calendar),
    countsWorkingTime: kind === "working-days" || kind === "working-time",
  };
}

function earlierDue(short: Timed, long: Timed): Timed {
  const [first] = short.limits;
  const [other] = long.limits;
  return first !== undefined && other !== undefined && other.dueAt < first.dueAt
    ? { ...long, startedAt: short.startedAt }
    : short;
}

/** Since when a variant holds; undefined: from the clock's start. */
function variantSince(variant: ClockVariant, { since, startedAt, now }: ClockFacts): Instant | undefined {
  if (since?.variant === variant) return since.from;
  return now > startedAt ? now : undefined;
}
