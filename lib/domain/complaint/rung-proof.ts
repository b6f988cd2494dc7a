import {
  type Clock,
  type ClockKey,
  type ClockPlan,
  clockId,
  isSameClock,
  pausedSince,
  type Rung,
} from "../clocks/clock.ts";
import { type RungDifference, recountRungs } from "../clocks/recount-rungs.ts";
import type { Rules } from "../clocks/start.ts";
import { isRepeat, ruleIdOf, wholeOf } from "../policy/rung-id.ts";
import { type Instant, millisecondsOf, plusSeconds } from "../time/instant.ts";
import { type Complaint, timedClocks } from "./document.ts";
import type { RungDecided, StoredEvent } from "./events.ts";
import { evolve } from "./evolve.ts";
import { timingFor } from "./rules/timing.ts";

/**
 * A rung that a history and a second count do not agree about. place: it stands at another instant than the rules give;
 * early: it was recorded before its instant; lateness: it is said to be otherwise late than it was; missed: its instant has
 * passed and nothing is recorded of it.
 */
export interface RungFault extends RungDifference {
  readonly seq?: number;
  readonly what: "place" | "early" | "lateness" | "missed";
}

/** The versions a plan was made with lead to its rules. */
export type RulesOf = (stamp: Pick<ClockPlan, "policyVersion" | "calendarVersion">) => Rules;

/** The sweep looks for what was lost every five minutes; what nobody has rung by then was forgotten. */
const FORGOTTEN_SECONDS = 900;
/** Timers have whole seconds. */
const TOLERANCE_SECONDS = 2;

/** When a clock's plan was made, and since when its rungs are not the complaint's own to ring any more. */
interface Span {
  readonly from: Instant;
  readonly until?: Instant;
}

/** The plans that the events of a history hold, each with the clock that it is for. */
export function plansIn(events: readonly StoredEvent[]): readonly (ClockPlan & ClockKey)[] {
  return events.flatMap(({ fact }) => (isPlan(fact) ? [fact] : []));
}

/**
 * Follows a whole history and counts a second time when each rung had to ring: against where it was put whenever its clock
 * was planned, against when it was recorded, and against the present for what was never recorded.
 */
export function rungFaults(events: readonly StoredEvent[], rulesOf: RulesOf, now: Instant): RungFault[] {
  const spans = new Map<string, Span>();
  const faults: RungFault[] = [];
  let complaint: Complaint | undefined;
  for (const command of byCommand(events)) {
    const steps: Step[] = [];
    for (const event of command) {
      const before = complaint;
      complaint = evolve(complaint, event);
      steps.push({ event, before, after: complaint });
    }
    for (const step of steps) {
      const { event, before, after } = step;
      const { fact } = event;
      if (isPlan(fact)) {
        spans.set(clockId(fact), { from: event.recordedAt });
        // A command says what moves the deadlines before or after it plans them.
        if (!isOverAtOnce(command, fact))
          faults.push(
            ...misplaced(step, fact, complaint ?? after, rulesOf(fact), keptIn(command, step, fact)),
          );
      }
      if (fact.type === "rungDecided") faults.push(...misrung(before?.clocks, event, fact));
      endSpans(after, spans, event.recordedAt);
    }
  }
  return complaint === undefined ? [] : [...faults, ...missed(complaint, spans, now)];
}

interface Step {
  readonly event: StoredEvent;
  readonly before: Complaint | undefined;
  readonly after: Complaint;
}

/** Events in a row that one command recorded. */
function byCommand(events: readonly StoredEvent[]): StoredEvent[][] {
  const commands: StoredEvent[][] = [];
  for (const event of events) {
    const last = commands.at(-1);
    if (last !== undefined && last[0]?.commandId === event.commandId) last.push(event);
    else commands.push([event]);
  }
  return commands;
}

function isPlan<F extends StoredEvent["fact"]>(fact: F): fact is F & ClockPlan & ClockKey {
  const { type } = fact;
  return (
    type === "clockStarted" || type === "clockResumed" || type === "clockExtended" || type === "clockRetimed"
  );
}

/** True for a clock that the same command stops: what it would have reminded of is done. */
function isOverAtOnce(command: readonly StoredEvent[], clock: ClockKey): boolean {
  return command.some(({ fact }) => fact.type === "clockStopped" && isSameClock(fact, clock));
}

/** What a group's level moves comes no later for it (D11): what stood earlier before may stay there. */
function keptIn(command: readonly StoredEvent[], { before }: Step, clock: ClockKey): readonly Rung[] {
  const isGroups = command.some(({ fact }) => fact.type === "joinedGroup" || fact.type === "leftGroup");
  return isGroups ? (before?.clocks.find((one) => isSameClock(one, clock))?.rungs ?? []) : [];
}

/** The clock that was given up and of which this one is the rest: what was rung then is not rung again. */
function beganBefore(before: Complaint | undefined, started: ClockKey): Clock | undefined {
  return before?.clocks.find(
    (one) => one.lapsed === true && one.name === started.name && !isSameClock(one, started),
  );
}

function misplaced(
  { event, before, after }: Step,
  fact: ClockKey & { readonly type: string },
  done: Complaint,
  rules: Rules,
  kept: readonly Rung[],
): RungFault[] {
  const clock = after.clocks.find((one) => isSameClock(one, fact));
  if (clock === undefined) return [];
  const given = beganBefore(before, fact);
  const isRest = given?.startedAt === clock.startedAt;
  const replannedAt = fact.type === "clockStarted" && !isRest ? undefined : event.occurredAt;
  const said = [before, done].flatMap((as) => as ?? []);
  // Until it was told apart, a returned ticket's time moved the clocks from before, too.
  const timings = said.flatMap((as) => [timingFor(clock.name, as, clock.cycle), timingFor(clock.name, as)]);
  const counts = timings.map((timing) => recountRungs(clock, timing, rules, replannedAt, kept));
  const [fewest = []] = counts.toSorted((a, b) => a.length - b.length);
  const isRung = ({ rung, stored }: RungDifference) =>
    isRest && stored === undefined && given.rungs.some(({ id }) => wholeOf(id) === rung);
  return fewest
    .filter((difference) => !isRung(difference))
    .map((difference) => ({ ...difference, seq: event.seq, what: "place" }));
}

/** A decision names the instant that stood on the clock, was not recorded before it, and says how late it is. */
export function misrung(
  clocks: readonly Clock[] | undefined,
  event: Pick<StoredEvent, "seq" | "recordedAt">,
  fact: RungDecided,
): RungFault[] {
  const { seq, recordedAt } = event;
  const clock = clocks?.find((one) => isSameClock(one, fact));
  const stood = clock?.rungs.find(({ id }) => id === fact.rung);
  const named = { seq, clock: clockId(fact), rung: fact.rung, stored: fact.due };
  if (stood?.at !== fact.due || stood.decidedAt !== undefined)
    return [{ ...named, what: "place", recounted: stood === undefined ? [] : [stood.at] }];
  const lateBy = (millisecondsOf(recordedAt) - millisecondsOf(fact.due)) / 1000;
  if (lateBy < 0) return [{ ...named, what: "early", recounted: [recordedAt] }];
  const isAsSaid = Math.abs(lateBy - fact.lateBy) <= TOLERANCE_SECONDS;
  return isAsSaid ? [] : [{ ...named, what: "lateness", recounted: [recordedAt] }];
}

/** A clock that stopped, waits, or rests with its complaint or for its group rings no more from here on. */
function endSpans(complaint: Complaint, spans: Map<string, Span>, at: Instant): void {
  const timed = new Set(timedClocks(complaint));
  for (const clock of complaint.clocks) {
    const span = spans.get(clockId(clock));
    if (span === undefined || span.until !== undefined) continue;
    const isOver =
      clock.stoppedAt !== undefined ||
      pausedSince(clock) !== undefined ||
      !timed.has(clock) ||
      (complaint.group !== undefined && clock.owned !== true);
    if (isOver) spans.set(clockId(clock), { ...span, until: at });
  }
}

function missed({ clocks }: Complaint, spans: ReadonlyMap<string, Span>, now: Instant): RungFault[] {
  return clocks.flatMap((clock) => {
    const span = spans.get(clockId(clock));
    if (span === undefined) return [];
    const until = span.until ?? now;
    return clock.rungs.flatMap((rung): RungFault[] => {
      if (rung.decidedAt !== undefined || isSilenced(rung.id, clock)) return [];
      const from = rung.at > span.from ? rung.at : span.from;
      if (plusSeconds(from, FORGOTTEN_SECONDS) >= until) return [];
      return [{ what: "missed", clock: clockId(clock), rung: rung.id, stored: rung.at, recounted: [] }];
    });
  });
}

/** Repeats end once somebody has acknowledged. */
function isSilenced(rung: string, { rungs }: Clock): boolean {
  const isOfRule = ({ id }: { readonly id: string }) => ruleIdOf(id) === ruleIdOf(rung);
  return isRepeat(rung) && rungs.some((one) => isOfRule(one) && one.acknowledgedAt !== undefined);
}
