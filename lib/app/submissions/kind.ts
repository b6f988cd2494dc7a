import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { submissionNotices } from "../../domain/submissions/announcements.ts";
import { announceDue } from "../../domain/submissions/decide.ts";
import { type Submission, submissionId, submissionKey } from "../../domain/submissions/submission.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { submissionTold } from "../../domain/webhooks/submission-event.ts";
import { written } from "../documents/change.ts";
import { countAnnounced } from "../documents/fire.ts";
import { atOnce, type DocumentKind, type ProtocolPorts } from "../documents/kind.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { type PlanPorts, tellSystems } from "../webhooks/plan.ts";

type SubmissionPorts = ProtocolPorts & PlanPorts & Pick<Ports, "submissions" | "organisation">;

/** What a project submits for a month (D7, D8): whoever must hear that it is still open is told, once per rung. */
export const submissionKind: DocumentKind<Submission, SubmissionPorts> = {
  kind: "submission",
  load(ports, id) {
    const { month, projectId } = submissionKey(id);
    return ports.submissions.load(month, projectId);
  },
  replace: (ports) => (submission, revision) => ports.submissions.replace(submission, revision),
  async messages(_, submission, numbers) {
    return submission.announcements
      .filter(({ seq }) => numbers.includes(seq))
      .flatMap((announcement) => submissionNotices(announcement, submission))
      .map(atOnce);
  },
  async follow(ports, submission, numbers) {
    await tellSystems(ports, submission.projectId, () => submissionTold(submission, numbers));
    return submission;
  },
  async fire(ports, submission, early) {
    if (await early()) return;
    const result = await written(
      `timer of submission ${submissionId(submission)}`,
      submission,
      (standing) => announced(ports, standing),
      (next, revision) => ports.submissions.replace(next, revision),
    );
    countAnnounced(ports, result);
  },
};

async function announced(ports: SubmissionPorts, submission: Submission): Promise<Submission> {
  const project = await ports.organisation.project(submission.projectId);
  if (project === undefined) throw new Error(`unknown project ${submission.projectId} of a submission`);
  const now = toInstant(ports.clock.now());
  const staffing = await staffingOf(ports, project, now);
  return announceDue(submission, now, (posts) => recipientsOf(posts, {}, project, now, staffing));
}
