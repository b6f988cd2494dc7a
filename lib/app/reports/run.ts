import type { Instant } from "../../domain/time/instant.ts";

/** One build of a month's reports: started by the schedule or by a person, done project by project. */
export interface ReportRun {
  readonly id: string;
  /** The reporting period, `YYYY-MM`. */
  readonly month: string;
  /** Cut-off: what was recorded later does not exist for this run. */
  readonly asOf: Instant;
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly projectIds: readonly string[];
  readonly doneProjectIds: readonly string[];
  readonly edition?: number;
  readonly finishedAt?: Instant;
}

/** An issued file set of a month. */
export interface ReportEdition {
  readonly month: string;
  readonly edition: number;
  readonly runId: string;
  readonly asOf: Instant;
  readonly madeAt: Instant;
  readonly files: readonly ReportFile[];
  readonly figures: KeyFigures;
}

export interface ReportFile {
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
