import { type Audience, audienceOf } from "../../domain/clocks/audience.ts";
import {
  type Clock,
  type ClockExtension,
  type ClockOutcome,
  type ClockPause,
  clockOutcome,
  type DueLimit,
  dueAt,
  ownRungs,
  pausedSince,
  type Rung,
} from "../../domain/clocks/clock.ts";
import { type Explanation, explainClock } from "../../domain/clocks/explain.ts";
import type { Rules } from "../../domain/clocks/start.ts";
import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import { LATE_AFTER_SECONDS } from "../../domain/complaint/rules/rungs.ts";
import type { Post } from "../../domain/organisation/organisation.ts";
import type { Policy, RungKind, RungRule } from "../../domain/policy/policy.ts";
import { ruleIdOf } from "../../domain/policy/rung-id.ts";
import { defined } from "../../domain/present.ts";
import { type Instant, secondsBetween } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";

/** A clock's promise, as every answer of the API shows it. */
export interface ClockSummary {
  readonly name: string;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  /** Absent while it runs. */
  readonly stoppedAt?: Instant;
  /** Set while it stands. */
  readonly pausedSince?: Instant;
}

/** A clock with everything that led to its due instant, and the rungs past and to come. */
export interface ClockDetail extends ClockSummary {
  readonly cycle: number;
  /** Tells apart the clocks of one name and cycle: time nodes, corrective actions, days. */
  readonly key?: string;
  readonly startedAt: Instant;
  readonly outcome: ClockOutcome;
  readonly limits: readonly DueLimit[];
  /** The instant somebody set, for clocks without a counted limit. */
  readonly givenDueAt?: Instant;
  /** safety and 紧急, or levels A and B; absent: ordinary. */
  readonly variant?: "urgent" | "grave";
  readonly pauses: readonly ClockPause[];
  readonly extensions: readonly ClockExtension[];
  readonly rungs: readonly RungDetail[];
  readonly explanation: Explanation;
  readonly policyVersion: string;
  readonly calendarVersion: string;
}

export interface RungDetail extends Omit<Rung, "told"> {
  /** Set where the quiet hours split a rung: at its own instant for whoever is on duty, shifted for the others. */
  readonly audience?: Audience;
  /** to come, decided in time, decided late, or no longer to be decided. */
  readonly state: "pending" | "decided" | "late" | "dropped";
  readonly kind?: RungKind;
  readonly posts?: readonly Post[];
}

/** The clocks of the latest cycle. */
export function clockSummaries(complaint: Complaint): ClockSummary[] {
  return complaint.clocks
    .filter((clock) => !complaint.clocks.some((c) => c.name === clock.name && c.cycle > clock.cycle))
    .map(summary);
}

/** Every clock with its explanation, by the rules it is stamped with. */
export async function clockDetails(
  ports: Pick<Ports, "rules">,
  complaint: Complaint,
  now: Instant,
): Promise<ClockDetail[]> {
  const details: ClockDetail[] = [];
  for (const clock of complaint.clocks) details.push(await detail(ports, complaint, clock, now));
  return details;
}

async function detail(
  ports: Pick<Ports, "rules">,
  complaint: Complaint,
  clock: Clock,
  now: Instant,
): Promise<ClockDetail> {
  const { projectId, timeZone } = complaint.registration;
  const rules = await ports.rules.stamped(clock, projectId, timeZone);
  const { key, givenDueAt, variant, pauses = [], extensions = [] } = clock;
  return {
    ...summary(clock),
    cycle: clock.cycle,
    ...defined({ key }),
    startedAt: clock.startedAt,
    outcome: clockOutcome(clock, now, complaint.endedAt),
    limits: clock.limits,
    ...defined({ givenDueAt, variant }),
    pauses,
    extensions,
    rungs: rungDetails(clock, complaint, rules),
    explanation: explainClock(clock, rules),
    policyVersion: clock.policyVersion,
    calendarVersion: clock.calendarVersion,
  };
}

function rungDetails(clock: Clock, complaint: Complaint, { policy }: Rules): RungDetail[] {
  const pending = new Set(isOpen(complaint) ? ownRungs(clock, complaint.group?.since) : []);
  return clock.rungs.map((full) => {
    const { told: _, ...rung } = full;
    const late = rung.decidedAt !== undefined && secondsBetween(rung.at, rung.decidedAt) > LATE_AFTER_SECONDS;
    const state = pending.has(full) ? "pending" : rung.decidedAt === undefined ? "dropped" : "decided";
    const rule = knownRung(policy, rung.id);
    const audience = audienceOf(full, clock.rungs);
    return {
      ...rung,
      ...defined({ audience }),
      state: late ? "late" : state,
      ...(rule === undefined ? {} : { kind: rule.kind, posts: rule.posts }),
    };
  });
}

/** A rung decided under an earlier policy may not be on the ladder any more. */
function knownRung(policy: Policy, id: string): RungRule | undefined {
  return Object.values(policy.ladders)
    .flat()
    .find((rule) => rule.id === ruleIdOf(id));
}

function summary(clock: Clock): ClockSummary {
  const paused = pausedSince(clock);
  return {
    name: clock.name,
    dueAt: dueAt(clock),
    provisional: clock.limits[0]?.provisional ?? false,
    ...defined({ stoppedAt: clock.stoppedAt, pausedSince: paused }),
  };
}
