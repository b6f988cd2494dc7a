import type { Pause, WorkingCalendar } from "../calendar/index.ts";
import { type ClockName, ladderOf, type Policy } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { ClockPlan, ClockStart } from "./clock.ts";
import { dueLimit, limitsFor, type OutsidePromise } from "./due.ts";
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
export interface Given {
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
  { key, dueAt }: Given = {},
): ClockStart {
  const plan = planClock({ name, startedAt, givenDueAt: dueAt, pauses: [] }, timing, rules);
  return {
    name,
    cycle,
    ...(key === undefined ? {} : { key }),
    startedAt,
    ...(dueAt === undefined ? {} : { givenDueAt: dueAt }),
    ...plan,
  };
}

/** The facts of a clock that its deadlines are computed from. */
export interface ClockFacts {
  readonly name: ClockName;
  readonly startedAt: Instant;
  readonly givenDueAt?: Instant | undefined;
  readonly pauses: readonly Pause[];
}

/** Limits and rungs of a clock under these rules. */
export function planClock(
  facts: ClockFacts,
  timing: Timing,
  { policy, calendar, calendarVersion }: Rules,
): ClockPlan {
  const rule = policy.clocks[facts.name];
  const grave = timing.grave ?? false;
  const { variant, limits: chosen } = limitsFor(rule, { urgent: timing.urgent, grave });
  const [main] = chosen;
  if (main === undefined) throw new RangeError(`policy ${policy.version}: clock ${facts.name} has no limit`);
  const limits = chosen.map((limit) => dueLimit(limit, { ...facts, notAfter: timing.notAfter }, calendar));
  const name = (timing.urgent ? rule.urgentLadder : undefined) ?? rule.ladder;
  const frame = {
    startedAt: facts.startedAt,
    limits,
    countsWorkingTime: main.limit.kind === "working-days" || main.limit.kind === "working-time",
    quietExempt: timing.quietExempt,
    grave,
  };
  return {
    limits,
    rungs: rungsOf(ladderOf(policy, name), frame, policy, calendar),
    ...(variant === "ordinary" ? {} : { variant }),
    policyVersion: policy.version,
    calendarVersion,
  };
}
