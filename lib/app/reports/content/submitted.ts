import type { Submission } from "../../../domain/submissions/submission.ts";
import type { Submitted } from "../../ports/report-run.ts";

/** How the submissions of an edition's projects stand; one that nobody opened is missing. */
export function submittedOf(projectIds: readonly string[], submissions: readonly Submission[]): Submitted {
  const confirmed = new Map(submissions.map((one) => [one.projectId, one.confirmed]));
  return {
    inTime: projectIds.filter((id) => confirmed.get(id)?.late === false),
    late: projectIds.filter((id) => confirmed.get(id)?.late === true),
    missing: projectIds.filter((id) => confirmed.get(id) === undefined),
  };
}
