import { addWorkingDays, isProvisional, nextOpening, type WorkingCalendar } from "../calendar/index.ts";
import type { Personal } from "../document/personal.ts";
import { movedTo } from "../document/timer.ts";
import type { FindRecipients } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import type { ReportingPolicy } from "../policy/reporting-policy.ts";
import { fromInstant, type Instant, localDate, toInstant } from "../time/instant.ts";
import type { Contest, ContestReason, Submission, SubmissionAnnouncement } from "./submission.ts";

/** What a submission is opened with. */
export interface Opening
  extends Pick<Submission, "month" | "projectId" | "timeZone" | "policyVersion" | "calendarVersion"> {
  /** The last instant of the period. */
  readonly periodEnd: Instant;
  readonly now: Instant;
}

/** When a month's submissions are due and its bulletin is issued: close of business of working days after the period. */
export function reportingDates(
  periodEnd: Instant,
  calendar: WorkingCalendar,
  policy: ReportingPolicy,
): { readonly dueAt: Instant; readonly bulletinAt: Instant; readonly provisional: boolean } {
  const bulletin = addWorkingDays(calendar, fromInstant(periodEnd), policy.bulletinWorkingDay);
  return {
    dueAt: closeOf(policy.submitWorkingDay, periodEnd, calendar),
    bulletinAt: toInstant(bulletin),
    provisional: isProvisional(calendar, bulletin),
  };
}

/** A new submission with its dates and reminders as facts; revision 1. Rungs already past are not announced later. */
export function openSubmission(
  { periodEnd, now, ...given }: Opening,
  calendar: WorkingCalendar,
  policy: ReportingPolicy,
): Submission {
  const rungs = policy.rungs
    .map(({ workingDay, ...rung }) => ({ ...rung, at: closeOf(workingDay, periodEnd, calendar) }))
    .filter(({ at }) => at >= now);
  return timed({
    schema: 1,
    ...given,
    openedAt: now,
    ...reportingDates(periodEnd, calendar, policy),
    rungs,
    contests: [],
    announcements: [],
    personal: {},
    version: 1,
    alarm: { epoch: 0 },
    armed: { epoch: 0 },
    outbox: [],
    revision: 1,
    writtenAt: now,
  });
}

function closeOf(workingDay: number, periodEnd: Instant, calendar: WorkingCalendar): Instant {
  const end = fromInstant(periodEnd);
  return toInstant(workingDay === 0 ? nextOpening(calendar, end) : addWorkingDays(calendar, end, workingDay));
}

/** Announces each rung whose time has come, once; the same object when there is nothing to announce. */
export function announceDue(submission: Submission, now: Instant, recipients: FindRecipients): Submission {
  return pending(submission)
    .filter(({ at }) => at <= now)
    .reduce(
      (next, { id, kind, posts }) =>
        announced(next, { kind: "rung", rung: id, tone: kind }, posts, now, recipients),
      submission,
    );
}

/**
 * Asks the project's manager for what is missing, as region or headquarters want it: once a local day, however many ask. The
 * same object where it was asked for today; nothing that people write becomes stale by it.
 */
export function remind(
  submission: Submission,
  { by, now }: { readonly by: string; readonly now: Instant },
  recipients: FindRecipients,
): Submission | { readonly refused: SubmissionRefusal } {
  const { confirmed, reminded, timeZone } = submission;
  if (confirmed !== undefined) return { refused: "submitted-already" };
  if (reminded !== undefined && localDate(reminded.at, timeZone) === localDate(now, timeZone))
    return submission;
  const asked: Submission = { ...submission, reminded: { at: now, by } };
  return announced(asked, { kind: "reminded", by }, ["project-manager"], now, recipients);
}

export type SubmissionRefusal =
  | "submitted-already"
  | "submission-confirmed"
  | "submission-empty"
  | "contest-too-late"
  | "contested-already"
  | "too-many-contests"
  | "not-contested";

/** A submission's document has room for so many. */
export const MAX_CONTESTS = 60;

/** Replaces the narratives; confirmed ones can only be replaced by confirmed ones, and empty ones are none. */
export function writeNarratives(
  submission: Submission,
  texts: Readonly<Record<string, Personal>>,
  { confirm, by, now }: { readonly confirm: boolean; readonly by: string; readonly now: Instant },
): Submission | { readonly refused: SubmissionRefusal } {
  if (submission.confirmed !== undefined && !confirm) return { refused: "submission-confirmed" };
  if (confirm && Object.keys(texts).length === 0) return { refused: "submission-empty" };
  const kept = Object.entries(submission.personal).filter(([ref]) => /^(?:contest|ruling)\./.test(ref));
  const late = submission.dueAt < now;
  return written(submission, now, {
    personal: { ...texts, ...Object.fromEntries(kept) },
    // The first confirmation tells whether it came in time.
    ...(confirm ? { confirmed: submission.confirmed ?? { at: now, by, late } } : {}),
  });
}

export interface GivenContest {
  readonly complaintId: string;
  readonly number: string;
  readonly reason: ContestReason;
  readonly text: Personal;
  readonly by: string;
  readonly now: Instant;
}

/** Contests a case, once, before the bulletin; the region is told. */
export function contestCase(
  submission: Submission,
  { text, now, ...given }: GivenContest,
  recipients: FindRecipients,
): Submission | { readonly refused: SubmissionRefusal } {
  if (submission.bulletinAt < now) return { refused: "contest-too-late" };
  if (contestOf(submission, given.number) !== undefined) return { refused: "contested-already" };
  if (submission.contests.length >= MAX_CONTESTS) return { refused: "too-many-contests" };
  const next = written(submission, now, {
    contests: [...submission.contests, { ...given, at: now }],
    personal: { ...submission.personal, [`contest.${given.number}`]: text },
  });
  return announced(next, { kind: "contested", number: given.number }, ["region"], now, recipients);
}

export interface GivenRuling {
  readonly number: string;
  readonly upheld: boolean;
  readonly text: Personal;
  readonly by: string;
  readonly now: Instant;
}

/** Rules on a contested case; a later ruling replaces an earlier one. The project manager is told. */
export function ruleOnCase(
  submission: Submission,
  { number, upheld, text, by, now }: GivenRuling,
  recipients: FindRecipients,
): Submission | { readonly refused: SubmissionRefusal } {
  if (contestOf(submission, number) === undefined) return { refused: "not-contested" };
  const next = written(submission, now, {
    contests: submission.contests.map((contest) =>
      contest.number === number ? { ...contest, ruling: { upheld, at: now, by } } : contest,
    ),
    personal: { ...submission.personal, [`ruling.${number}`]: text },
  });
  return announced(next, { kind: "ruled", number }, ["project-manager"], now, recipients);
}

export function contestOf({ contests }: Pick<Submission, "contests">, number: string): Contest | undefined {
  return contests.find((contest) => contest.number === number);
}

/** Rungs still to come; none once the project has confirmed. */
function pending({ confirmed, rungs, announcements }: Submission): Submission["rungs"] {
  if (confirmed !== undefined) return [];
  return rungs.filter(
    ({ id }) => !announcements.some(({ about }) => about.kind === "rung" && about.rung === id),
  );
}

function announced(
  submission: Submission,
  about: SubmissionAnnouncement["about"],
  posts: readonly Post[],
  now: Instant,
  recipients: FindRecipients,
): Submission {
  const seq = (submission.announcements.at(-1)?.seq ?? 0) + 1;
  const announcement = { seq, about, at: now, recipients: recipients(posts) };
  return timed({
    ...submission,
    announcements: [...submission.announcements, announcement],
    outbox: [...submission.outbox, seq],
    // Contests and rulings are writings, which have raised it.
    revision: submission.revision + (about.kind === "contested" || about.kind === "ruled" ? 0 : 1),
    writtenAt: now,
  });
}

/** What a person wrote: version and revision rise. */
function written(submission: Submission, now: Instant, changes: Partial<Submission>): Submission {
  const { version, revision } = submission;
  return timed({ ...submission, ...changes, version: version + 1, revision: revision + 1, writtenAt: now });
}

/** Sets the timer to the next rung; its epoch rises only when that instant changes. */
function timed(submission: Submission): Submission {
  const at = pending(submission)
    .map((rung) => rung.at)
    .sort()[0];
  return { ...submission, alarm: movedTo(submission.alarm, at) };
}
