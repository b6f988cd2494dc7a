import { defined } from "../present.ts";
import { contestOf } from "../submissions/decide.ts";
import {
  type Submission,
  type SubmissionAnnouncement,
  statusAt,
  submissionId,
} from "../submissions/submission.ts";
import type { Instant } from "../time/instant.ts";
import type { SubmissionWebhookKind, WebhookNews } from "./kinds.ts";

/** In the outbox a confirmation stands under the version it made and this: announcements have the numbers below. */
const CONFIRMATIONS = 1_000_000;

interface SubmissionData {
  readonly month: string;
  readonly projectId: string;
  readonly version: number;
  readonly status: string;
  readonly dueAt: string;
  /** The contested complaint. */
  readonly complaintId?: string;
  readonly number?: string;
  readonly reason?: string;
  readonly upheld?: boolean;
  readonly rung?: string;
}

/** The submission with its confirmation in the outbox, because some system wants to be told of it. */
export function owingConfirmation(submission: Submission): Submission {
  return { ...submission, outbox: [...submission.outbox, CONFIRMATIONS + submission.version] };
}

/** What systems may want to be told of these numbers of a submission's outbox. */
export function submissionTold(submission: Submission, numbers: readonly number[]): readonly WebhookNews[] {
  const announced = submission.announcements
    .filter(({ seq }) => numbers.includes(seq))
    .flatMap((announcement) => ofAnnouncement(submission, announcement));
  const { confirmed } = submission;
  const versions = numbers.filter((number) => number > CONFIRMATIONS).map((number) => number - CONFIRMATIONS);
  if (confirmed === undefined) return announced;
  // Written anew after it was confirmed, it is told once more: what stands is another text.
  const told = versions.map((version) =>
    one(submission, "submission.confirmed", confirmed.at, `version-${version}`),
  );
  return [...announced, ...told];
}

function ofAnnouncement(submission: Submission, { seq, about, at }: SubmissionAnnouncement): WebhookNews[] {
  switch (about.kind) {
    case "reminded":
      return [];
    case "rung":
      return about.tone === "escalation"
        ? [one(submission, "submission.overdue", at, String(seq), { rung: about.rung })]
        : [];
    case "contested":
    case "ruled": {
      const { complaintId, reason, ruling } = contestOf(submission, about.number) ?? {};
      const upheld = about.kind === "ruled" ? ruling?.upheld : undefined;
      const data = { number: about.number, ...defined({ complaintId, reason, upheld }) };
      return [one(submission, `submission.${about.kind}`, at, String(seq), data)];
    }
  }
}

function one(
  submission: Submission,
  kind: SubmissionWebhookKind,
  at: Instant,
  number: string,
  more: Partial<SubmissionData> = {},
): WebhookNews {
  const { month, projectId, version, dueAt } = submission;
  const data: SubmissionData = {
    month,
    projectId,
    version,
    status: statusAt(submission, at),
    dueAt,
    ...more,
  };
  return {
    kind,
    at,
    key: `${submissionId(submission)}#${number}`,
    payload: { type: kind, timestamp: at, data },
  };
}
