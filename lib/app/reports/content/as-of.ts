import type { Complaint } from "../../../domain/complaint/document.ts";
import { evolve } from "../../../domain/complaint/evolve.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { FactRow } from "../../../domain/statistics/fact-row.ts";
import type { AnalysisTask } from "../../../domain/statistics/index.ts";
import type { Instant } from "../../../domain/time/instant.ts";

/**
 * The complaint as it was known at the cut-off: events recorded later do not exist (handbook 2). Undefined if it was
 * not recorded yet. Personal values are kept as they are now, so that an erasure holds for old cut-offs too.
 */
export function asKnownAt(complaint: Complaint, asOf: Instant): Complaint | undefined {
  // Most documents have not changed since: nothing to tell again.
  if (complaint.events.every(({ recordedAt }) => recordedAt <= asOf)) return complaint;
  let known: Complaint | undefined;
  for (const event of complaint.events) {
    if (event.recordedAt > asOf) break;
    known = evolve(known, event);
  }
  return known === undefined ? undefined : { ...known, personal: complaint.personal };
}

/** A fact row as a task of the sheet; one nobody has judged yet counts as valid. */
export function taskOf(id: string, fact: FactRow, policy: Policy): AnalysisTask {
  return {
    id,
    projectId: fact.projectId,
    estateClass: fact.estateClass,
    receivedAt: fact.receivedAt,
    dueAt: fact.dueAt ?? fact.receivedAt,
    completedAt: fact.completedAt ?? null,
    validity: validityOf(fact.validity),
    recordKind: fact.kind,
    endedAt: fact.endedAt ?? null,
    firstFollowUpSatisfied:
      fact.firstGrade === undefined ? null : fact.firstGrade >= policy.followUp.satisfiedFrom,
  };
}

function validityOf(validity: string | undefined): AnalysisTask["validity"] {
  return validity === "invalid" || validity === "assisted" ? validity : "valid";
}
