import type { Project } from "../../domain/organisation/organisation.ts";
import { reportingPolicyOf } from "../../domain/policy/reporting-policy.ts";
import { openSubmission } from "../../domain/submissions/decide.ts";
import type { Submission } from "../../domain/submissions/submission.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { boundsOf } from "../periods/bounds.ts";
import type { Ports } from "../ports/index.ts";

export type OpenPorts = Pick<Ports, "clock" | "rules" | "submissions">;

/** A project's submission for a month: the one that stands, else a new one with the dates of the rules in force. */
export async function openedSubmission(
  ports: OpenPorts,
  project: Project,
  month: string,
): Promise<Submission> {
  const standing = await ports.submissions.load(month, project.id);
  if (standing !== undefined) return standing;
  const { id: projectId, timeZone } = project;
  const { policy, calendar, calendarVersion } = await ports.rules.forProject(projectId, timeZone);
  const { last } = boundsOf({ month, timeZone, startDays: await ports.rules.periodStarts(timeZone) });
  const submission = openSubmission(
    {
      month,
      projectId,
      timeZone,
      policyVersion: policy.version,
      calendarVersion,
      periodEnd: last,
      now: toInstant(ports.clock.now()),
    },
    calendar,
    reportingPolicyOf(policy),
  );
  const { exists } = await ports.submissions.insert(submission);
  return exists ?? submission;
}
