import type { ArchivedRun } from "../document/archive.ts";
import type { Personal } from "../document/personal.ts";
import type { Alarm, ArmedTimer } from "../document/timer.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { SubmissionRung } from "../policy/reporting-policy.ts";
import type { Instant } from "../time/instant.ts";
import {
  type Narratives,
  type SectionField,
  type SectionName,
  sectionFields,
  sectionList,
} from "./sections.ts";

/** Why a project says that a case is not its own: 非我方责任, 重复, 恶意. */
export const contestReasons = ["not-ours", "duplicate", "malicious"] as const;
export type ContestReason = (typeof contestReasons)[number];

/** A case that the project contests; its reason in words stands in `personal`. */
export interface Contest {
  readonly complaintId: string;
  /** Number of the complaint. */
  readonly number: string;
  readonly reason: ContestReason;
  readonly at: Instant;
  readonly by: string;
  /** The region's ruling: upheld cases are left out of the second figures. */
  readonly ruling?: { readonly upheld: boolean; readonly at: Instant; readonly by: string };
}

/** A rung with its instant, computed once when the submission was opened. */
export interface PlannedRung extends Omit<SubmissionRung, "workingDay"> {
  readonly at: Instant;
}

/** Somebody must hear: of a rung whose time has come, of contested cases, of a ruling. Each is decided once. */
export interface SubmissionAnnouncement {
  readonly seq: number;
  readonly about:
    | { readonly kind: "rung"; readonly rung: string; readonly tone: SubmissionRung["kind"] }
    | { readonly kind: "contested" | "ruled"; readonly number: string }
    /** Somebody above has asked for it. */
    | { readonly kind: "reminded"; readonly by: string };
  readonly at: Instant;
  readonly recipients: readonly Recipient[];
}

/**
 * What a project submits for a month: one document. `revision`, `armed`, `outbox` and `writtenAt` belong to the storage
 * protocol (`lib/domain/document`); `version` rises with what people write.
 */
export interface Submission {
  readonly schema: 1;
  readonly month: string;
  readonly projectId: string;
  readonly timeZone: string;
  readonly policyVersion: string;
  readonly calendarVersion: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly bulletinAt: Instant;
  /** The holidays up to the bulletin are not published yet. */
  readonly provisional: boolean;
  readonly rungs: readonly PlannedRung[];
  /** The last time that somebody above asked for it. */
  readonly reminded?: { readonly at: Instant; readonly by: string };
  readonly confirmed?: { readonly at: Instant; readonly by: string; readonly late: boolean };
  readonly contests: readonly Contest[];
  readonly announcements: readonly SubmissionAnnouncement[];
  readonly archive?: readonly ArchivedRun[];
  /** Texts by reference: `<section>.<field>`, `contest.<number>`, `ruling.<number>`. */
  readonly personal: Readonly<Record<string, Personal>>;
  readonly version: number;
  readonly alarm: Alarm;
  readonly armed: ArmedTimer;
  readonly outbox: readonly number[];
  readonly revision: number;
  readonly writtenAt: Instant;
}

/** `<month>.<project>`: the id in messages. */
export function submissionId({ month, projectId }: Pick<Submission, "month" | "projectId">): string {
  return `${month}.${projectId}`;
}

/** The month and project of an id. */
export function submissionKey(id: string): { readonly month: string; readonly projectId: string } {
  return { month: id.slice(0, 7), projectId: id.slice(8) };
}

export type SubmissionStatus = "open" | "overdue" | "confirmed" | "confirmed-late";

export function statusAt(
  { confirmed, dueAt }: Pick<Submission, "confirmed" | "dueAt">,
  now: Instant,
): SubmissionStatus {
  if (confirmed !== undefined) return confirmed.late ? "confirmed-late" : "confirmed";
  return dueAt < now ? "overdue" : "open";
}

/** The texts that were written, by section; what was erased is left out. */
export function narrativesOf({ personal }: Pick<Submission, "personal">): Narratives {
  const found: Partial<Record<SectionName, Partial<Record<SectionField, string>>>> = {};
  for (const section of sectionList) {
    for (const field of sectionFields) {
      const text = personal[textRef(section, field)];
      if (text !== undefined) found[section] = { ...found[section], [field]: text.value };
    }
  }
  return found;
}

export function textRef(section: SectionName, field: SectionField): string {
  return `${section}.${field}`;
}
