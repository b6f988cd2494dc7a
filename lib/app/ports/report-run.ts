import type { FigureChange } from "../../domain/statistics/index.ts";
import { type Instant, plusSeconds } from "../../domain/time/instant.ts";

/** One build of a month's reports: started by the schedule or by a person, done project by project. */
export interface ReportRun {
  readonly id: string;
  /** The reporting period, `YYYY-MM`. */
  readonly month: string;
  /** Another period than the month's own. */
  readonly span?: ReportSpan;
  /** The one project that was asked for; absent: the company. */
  readonly only?: string;
  /** The bulletin's (D14), with what projects have submitted: the one of its day, or the one that headquarters issue. */
  readonly bulletin?: true;
  /** Of subscriptions: nothing is issued, whoever takes the files of a part of the tree gets them by mail. */
  readonly delivery?: "day" | "week";
  /** 截止到: nothing that happened later counts. Lies in the period, or at its end. */
  readonly asOf: Instant;
  /** 收录至: what was recorded later does not exist for this run; absent in runs of before: `asOf`. */
  readonly recordedUntil?: Instant;
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly projectIds: readonly string[];
  readonly doneProjectIds: readonly string[];
  /** Attempts that failed, by project; a project that is done later stays listed. */
  readonly failures: Readonly<Record<string, PartFailure>>;
  /** The last edition the run issued. */
  readonly edition?: number;
  /** How many projects were done when the company's files were last built; 0 when none was and nothing was issued. */
  readonly built?: number;
  /** When the company's files were last built. */
  readonly finishedAt?: Instant;
}

/** The instant until which records count. */
export function recordedUntilOf({ asOf, recordedUntil }: Pick<ReportRun, "asOf" | "recordedUntil">): Instant {
  return recordedUntil ?? asOf;
}

/**
 * What an edition is among those of its period: interim, before it has ended; preliminary, before the bulletin takes in
 * what was recorded late; the bulletin's own; or built again later.
 */
export type EditionStage = "interim" | "preliminary" | "bulletin" | "rebuilt";

/** What the company's files of a run were built from; no edition where no project had a part. */
export type RunEnd = Required<Pick<ReportRun, "built" | "finishedAt">> & Pick<ReportRun, "edition">;

/** Local dates, both included. */
export interface ReportSpan {
  readonly from: string;
  readonly to: string;
}

export interface PartFailure {
  readonly attempts: number;
  /** Name of the last error; never its message, which may quote data. */
  readonly error: string;
}

/** A project that a run could not count, and why. */
export interface MissingProject {
  readonly projectId: string;
  readonly name: string;
  /** failed: every attempt ended with the error; not-in-time: it was not done when the company's files were due. */
  readonly reason: "failed" | "not-in-time";
  readonly error?: string;
}

/** After so many failed attempts a project is missing. */
export const MAX_ATTEMPTS = 3;
/** The company's files do not wait longer for projects, in seconds. */
export const DEADLINE_SECONDS = 1800;

/** The longest step towards the deadline: a queue delays no longer. */
export const DEADLINE_STEP_SECONDS = 900;

export function deadlineOf(run: Pick<ReportRun, "startedAt">): Instant {
  return plusSeconds(run.startedAt, DEADLINE_SECONDS);
}

/** True when no project of the run is still on its way. */
export function isSettled(run: ReportRun): boolean {
  return missingIds(run).every((id) => (run.failures[id]?.attempts ?? 0) >= MAX_ATTEMPTS);
}

/** The projects of a run that have no part. */
export function missingIds({ projectIds, doneProjectIds }: ReportRun): readonly string[] {
  return projectIds.filter((id) => !doneProjectIds.includes(id));
}

/** Why a project has no part. */
export function whyMissing(run: ReportRun, projectId: string): Pick<MissingProject, "reason" | "error"> {
  const failure = run.failures[projectId];
  if (failure === undefined) return { reason: "not-in-time" };
  return { reason: failure.attempts >= MAX_ATTEMPTS ? "failed" : "not-in-time", error: failure.error };
}

/** True when the company's files have every part that there is. */
export function isUpToDate({ built, doneProjectIds }: ReportRun): boolean {
  return built === doneProjectIds.length;
}

/** An issued file set of a month: frozen, a correction is another edition. */
export interface ReportEdition {
  readonly month: string;
  readonly edition: number;
  readonly runId: string;
  readonly span?: ReportSpan;
  readonly only?: string;
  readonly bulletin?: true;
  /** 截止到 and 收录至, as of the run. */
  readonly asOf: Instant;
  readonly recordedUntil?: Instant;
  /** When it was issued. */
  readonly madeAt: Instant;
  /** Who asked for it: a person id, or "schedule". */
  readonly issuedBy: string;
  /** The projects it counts. */
  readonly projectIds: readonly string[];
  /** The projects it should count and does not. */
  readonly missing: readonly MissingProject[];
  readonly files: readonly ReportFile[];
  /** Names of the files that go with the announcement, small as they are; absent: none, it links to them. */
  readonly attached?: readonly string[];
  readonly figures: KeyFigures;
  /** How the projects' submissions stood when it was issued (D14). */
  readonly submitted: Submitted;
  /** The same figures without the cases whose objection was upheld; absent while nothing is contested. */
  readonly contested?: Contested;
  /** Against the edition before of the same period and projects; the files have the whole list. */
  readonly correction?: Correction;
  /** How often somebody's personal values were taken out of its files; its figures stand. */
  readonly masked?: number;
}

/** Projects of an edition by how their submission stood. */
export interface Submitted {
  readonly inTime: readonly string[];
  readonly late: readonly string[];
  readonly missing: readonly string[];
}

/** Cases that projects contested, by ruling, and the second figures. */
export interface Contested {
  readonly upheld: number;
  readonly rejected: number;
  readonly pending: number;
  readonly figures: KeyFigures;
}

/** What an edition says otherwise than an earlier one. */
export interface Correction {
  /** The earlier edition's number. */
  readonly of: number;
  /** Figures of the sheet over all its projects that differ. */
  readonly figures: readonly FigureChange[];
  /** How many complaints count otherwise. */
  readonly complaints: number;
}

export interface ReportFile {
  /** The one project it is about; absent: the company's. */
  readonly projectId?: string;
  readonly name: string;
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  readonly contentType: string;
}

/** The figures that the announcement carries (D8's rates; null where nothing can be divided). */
export interface KeyFigures {
  readonly received: number;
  readonly done: number;
  readonly open: number;
  readonly handlingRate: number | null;
  readonly timelyRate: number | null;
  readonly firstFollowUpSatisfaction: number | null;
}
