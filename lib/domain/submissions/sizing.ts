import type { Sizing } from "../document/archive.ts";
import type { Submission, SubmissionAnnouncement } from "./submission.ts";

/** A submission keeps its texts, its rungs and its newest announcements; texts that are long lie beside it. */
export const submissionSizing: Sizing<Submission, SubmissionAnnouncement> = {
  place: ({ month, projectId }) => `submission/${month}/${projectId}`,
  entries: ({ announcements }) => announcements,
  leaves: ({ seq, about }, { outbox }) => about.kind !== "rung" && !outbox.includes(seq),
  stays: () => true,
  idle: () => [],
  reduced: (submission, announcements) => ({ ...submission, announcements }),
  joined: (submission, announcements) => ({ ...submission, announcements }),
};
