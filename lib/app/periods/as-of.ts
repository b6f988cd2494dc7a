import type { Complaint } from "../../domain/complaint/document.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import { evolve } from "../../domain/complaint/evolve.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { FactRow } from "../../domain/statistics/fact-row.ts";
import type { AnalysisTask } from "../../domain/statistics/index.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** What counts for an edition: what happened until one instant, as it was recorded until another. */
export interface Instants {
  readonly happenedUntil: Instant;
  readonly recordedUntil: Instant;
}

/**
 * The complaint as it stood at `happenedUntil`, by what was recorded until `recordedUntil`; undefined if it
 * had not been received or was not recorded. A command counts as a whole, by what it tells of: a result told on the 30th
 * and recorded on the 2nd counts on the 30th, with the clocks it stopped. A correction tells what was so from the
 * beginning and counts by its recording alone. Personal values are kept as they are now, so that an erasure holds for
 * old cut-offs too.
 */
export function asKnownAt(complaint: Complaint, instants: Instants): Complaint | undefined {
  const { happenedUntil, recordedUntil } = instants;
  // Most documents have not changed since: nothing to tell again.
  if (
    complaint.events.every(
      ({ recordedAt, occurredAt }) => recordedAt <= recordedUntil && occurredAt <= happenedUntil,
    )
  )
    return complaint;
  let known: Complaint | undefined;
  let leading: StoredEvent | undefined;
  for (const event of complaint.events) {
    if (event.recordedAt > recordedUntil) break;
    if (leading?.commandId !== event.commandId || event.by.kind === "timer") leading = event;
    if (!counts(leading, happenedUntil)) continue;
    // Whatever else was recorded, it is nothing without its registration.
    if (known === undefined && event.fact.type !== "registered") return undefined;
    known = evolve(known, event);
  }
  return known === undefined ? undefined : { ...known, personal: complaint.personal };
}

function counts({ occurredAt, fact }: StoredEvent, happenedUntil: Instant): boolean {
  return occurredAt <= happenedUntil || fact.type === "corrected" || fact.type === "erased";
}

/** A fact row as a task of the sheet; one nobody has judged yet counts as valid. */
export function taskOf(id: string, fact: FactRow, policy: Policy): AnalysisTask {
  return {
    id,
    projectId: fact.projectId,
    estateClass: fact.estateClass,
    receivedAt: fact.receivedAt,
    dueAt: fact.dueAt ?? fact.receivedAt,
    // An old ledger that names no limit: done, but nobody knows whether in time.
    ...(fact.dueAt === undefined && fact.completedAt !== undefined ? { historical: true as const } : {}),
    completedAt: fact.completedAt ?? null,
    validity: validityOf(fact.validity),
    recordKind: fact.kind,
    endedAt: fact.endedAt ?? null,
    firstFollowUpSatisfied:
      fact.firstGrade === undefined ? null : fact.firstGrade >= policy.followUp.satisfiedFrom,
    ...(fact.firstGrade === undefined ? {} : { reached: true as const }),
  };
}

function validityOf(validity: string | undefined): AnalysisTask["validity"] {
  return validity === "invalid" || validity === "assisted" ? validity : "valid";
}
