import type { NoticePlan } from "../notices/notice.ts";
import { defined } from "../present.ts";
import type { Submission, SubmissionAnnouncement } from "./submission.ts";

/** The mails of one announcement; the same one always gives the same keys. */
export function submissionNotices(
  { seq, about, recipients }: SubmissionAnnouncement,
  { month, projectId }: Pick<Submission, "month" | "projectId">,
): NoticePlan[] {
  return recipients.map(({ personId, post, insteadOf }) => ({
    key: `submission#${projectId}#${seq}#${personId}#email`,
    subject: { kind: "submission", month, projectId, seq },
    template:
      about.kind === "contested" || about.kind === "ruled" ? "submission-contest" : "submission-awaited",
    recipient: { kind: "person", id: personId, post, ...defined({ insteadOf }) },
    adapter: "email",
  }));
}
