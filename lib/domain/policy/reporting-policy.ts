import type { Post } from "../organisation/organisation.ts";

/** A message about a month's submission that is still open; sent once. */
export interface SubmissionRung {
  readonly id: string;
  /** At close of business of this working day after the period; 0: when work begins after it. */
  readonly workingDay: number;
  readonly posts: readonly Post[];
  readonly kind: "reminder" | "escalation";
}

/** How a month is closed: projects submit, headquarters issue the bulletin (D14). All of it `default`. */
export interface ReportingPolicy {
  /** Submissions are due at close of business of this working day after the period. */
  readonly submitWorkingDay: number;
  /** The bulletin is issued then; until then cases may be contested. */
  readonly bulletinWorkingDay: number;
  readonly rungs: readonly SubmissionRung[];
  /** The announcement carries its files where they are no larger together, in KB; 0: links only; absent: 3072 (`default`). */
  readonly attachKilobytes?: number;
  /** So many records are counted while somebody waits for a page; more when an edition is built; absent: 40,000 (`default`). */
  readonly recordsAtOnce?: number;
}

/** Mail servers of offices take some megabytes; base64 adds a third. */
const ATTACH_KILOBYTES = 3072;

/** How large the files of an announcement may be together, in bytes. */
export function attachableBytes({ attachKilobytes = ATTACH_KILOBYTES }: ReportingPolicy): number {
  return attachKilobytes * 1024;
}

/** A page's function answers within seconds: as many records as it reads and counts in that time. */
const RECORDS_AT_ONCE = 40_000;

/** How many records are counted while somebody waits. */
export function recordsAtOnce({ recordsAtOnce: records = RECORDS_AT_ONCE }: ReportingPolicy): number {
  return records;
}

export const builtInReportingPolicy: ReportingPolicy = {
  submitWorkingDay: 3,
  bulletinWorkingDay: 6,
  rungs: [
    { id: "opened", workingDay: 0, posts: ["project-manager"], kind: "reminder" },
    { id: "day-before", workingDay: 2, posts: ["project-manager"], kind: "reminder" },
    { id: "limit", workingDay: 3, posts: ["project-manager", "region"], kind: "escalation" },
    { id: "plus-1d", workingDay: 4, posts: ["headquarters"], kind: "escalation" },
  ],
};

/** The rules in force: the policy's, or the built-in ones where it says nothing. */
export function reportingPolicyOf({ reporting }: { readonly reporting?: ReportingPolicy }): ReportingPolicy {
  return reporting ?? builtInReportingPolicy;
}
