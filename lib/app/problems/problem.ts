import type { StaffCommandName } from "../../domain/complaint/commands/index.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Refusal, RefusalCode } from "../../domain/complaint/refusal.ts";
import type { Emergency, ReportStage } from "../../domain/emergencies/emergency.ts";
import type { ReportRefusal } from "../../domain/emergencies/report.ts";
import type { GroupRefusalCode } from "../../domain/groups/decision.ts";
import type { Group } from "../../domain/groups/group.ts";
import type { GroupCommandName } from "../../domain/groups/names.ts";
import type { SubmissionRefusal } from "../../domain/submissions/decide.ts";

/** Why a use case refuses; each code has its status and sentences in lib/contracts/problems.ts. */
export type ProblemCode =
  | RefusalCode
  | GroupRefusalCode
  | ReportRefusal
  | SubmissionRefusal
  | "bad-webhook-address"
  | "too-many-webhooks"
  | "no-own-address"
  | "other-sheet"
  | "not-a-signer"
  | "stale-submission"
  | "case-not-in-period"
  | "period-not-ended"
  | "bulletin-number-taken"
  | "not-yours-to-take"
  | "set-up-already"
  | "setup-code-refused"
  | "too-many-requests"
  | "unknown-group"
  | "unknown-earlier-complaint"
  | "repeats-a-later-one"
  | "no-open-group"
  | "not-in-a-group"
  | "unknown-event"
  | "event-time-out-of-range"
  | "unknown-project"
  | "unknown-department"
  | "unknown-person"
  | "same-id-other-content"
  | "key-reused"
  | "stale-version"
  | "busy"
  | "forbidden"
  | "not-your-department"
  | "received-out-of-range"
  | "unknown-report"
  | "period-not-begun"
  | "cut-off-before-period"
  | "cut-off-in-future"
  | "period-reversed"
  | "period-before-records"
  | "analytics-too-large"
  | "edition-not-kept"
  | "unknown-figure"
  | "left-already"
  | "unknown-job"
  | "unknown-mail"
  | "unknown-request"
  | "request-decided"
  | "unknown-file"
  | "not-shown"
  | "way-not-set-up"
  | "mail-accepted"
  | "sender-invalid"
  | "external-required"
  | "no-ticket-to-merge-with"
  | "other-household"
  | "ticket-due-earlier"
  | "ticket-known"
  | "effective-in-past"
  | "unknown-scope"
  | "rated-before"
  | "no-successor"
  | "roster-changed"
  | "organisation-changed"
  | "not-found"
  | "unknown-contractor"
  | "contract-ended"
  | "department-in-use"
  | "mailbox-taken"
  | "unknown-upload"
  | "upload-used"
  | "upload-missing"
  | "file-too-large"
  | "file-type-refused"
  | "too-many-uploads"
  | "too-many-messages"
  | "draft-gone"
  | "draft-frozen"
  | "too-often"
  | "urged-today"
  | "too-many-keys"
  | "reserved-system";

export interface Problem extends Omit<Refusal, "refused" | "allowed"> {
  readonly problem: ProblemCode;
  /** Commands that are possible instead. */
  readonly allowed?: readonly (StaffCommandName | GroupCommandName | ReportStage)[];
  /** Field of the request that is at fault, as a JSON path. */
  readonly path?: string;
  /** The complaint as it stands now, for conflicts. */
  readonly current?: Complaint;
  /** The group as it stands now, for conflicts. */
  readonly currentGroup?: Group;
  /** The emergency event as it stands now, for conflicts. */
  readonly currentEvent?: Emergency;
}

export function problem(code: ProblemCode, more: Omit<Problem, "problem"> = {}): Problem {
  return { problem: code, ...more };
}

/** True for the refusing half of a result. */
export function isProblem(result: object): result is Problem {
  return "problem" in result;
}
