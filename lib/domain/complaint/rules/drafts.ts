import type { Clock, ClockStart } from "../../clocks/clock.ts";
import { type ClockGiven, type Rules, startClock } from "../../clocks/start.ts";
import type { Personal } from "../../document/personal.ts";
import type { ClockName } from "../../policy/policy.ts";
import type { Instant } from "../../time/instant.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { Fact, FactDraft, StoredFile } from "../events.ts";
import { stopClock } from "./stopping.ts";
import { type TimedComplaint, timingFor } from "./timing.ts";

/** One event, with the values that stand beside it. */
export function draft(
  fact: Fact,
  at: Instant,
  values: Readonly<Record<string, Personal | undefined>> = {},
): FactDraft {
  const personal: Record<string, Personal> = {};
  for (const [field, value] of Object.entries(values)) if (value !== undefined) personal[field] = value;
  return { fact, occurredAt: at, ...(Object.keys(personal).length === 0 ? {} : { personal }) };
}

/** Files that came with a command or message; none, no event. */
export function filesStored(
  { files, personal }: { readonly files: readonly StoredFile[]; readonly personal: FactDraft["personal"] },
  at: Instant,
): FactDraft[] {
  return files.length === 0 ? [] : [draft({ type: "attachmentsStored", files }, at, personal)];
}

/** A decision of exactly one event. */
export function one(
  fact: Fact,
  at: Instant,
  values?: Readonly<Record<string, Personal | undefined>>,
): Decision {
  return { drafts: [draft(fact, at, values)] };
}

export function started(clock: ClockStart, at: Instant): FactDraft {
  return { fact: { type: "clockStarted", ...clock }, occurredAt: at };
}

/** A clock of the complaint's cycle that starts now. */
export function startedNow(
  name: ClockName,
  complaint: TimedComplaint & Pick<Complaint, "cycle">,
  now: Instant,
  rules: Rules,
  given: ClockGiven = {},
): FactDraft {
  return started(startClock(name, complaint.cycle, now, timingFor(name, complaint), rules, given), now);
}

/** Stops every running clock of these names at the moment what they waited for happened. */
export function stopped(
  complaint: Complaint,
  names: readonly ClockName[],
  at: Instant,
  context: Context,
): FactDraft[] {
  return runningOf(complaint, names).flatMap((clock) => stopClock(clock, complaint, at, context));
}

/** Ends every running clock of these names because nobody waits for it any more: not kept, and late only if it was. */
export function lapsed(
  complaint: Complaint,
  names: readonly ClockName[],
  at: Instant,
  context: Context,
): FactDraft[] {
  return runningOf(complaint, names).flatMap((clock) =>
    stopClock(clock, complaint, at, context, { lapsed: true }),
  );
}

function runningOf({ clocks }: Complaint, names: readonly ClockName[]): readonly Clock[] {
  return clocks.filter((clock) => clock.stoppedAt === undefined && names.includes(clock.name));
}
