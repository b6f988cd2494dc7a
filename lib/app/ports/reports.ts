import type { ReportEdition, ReportRun, RunEnd } from "./report-run.ts";
import type { MonthlyWorkbookInput } from "./workbook-input.ts";
export interface ReportStore {
  /** Writes the run unless it exists; returns the one that stands. */
  start(run: ReportRun): Promise<ReportRun>;
  run(id: string): Promise<ReportRun | undefined>;
  /** Marks a project as done; returns the run after it. Idempotent. */
  projectDone(runId: string, projectId: string): Promise<ReportRun>;
  /** Counts a failed attempt of a project; returns the run after it. */
  projectFailed(runId: string, projectId: string, error: string): Promise<ReportRun>;
  /** Takes the next edition number of a month for the holder, or returns the one it already has. */
  reserveEdition(month: string, holder: string): Promise<number>;
  /** Writes an edition unless it is there: an issued edition never changes. */
  issueEdition(edition: ReportEdition): Promise<void>;
  /** Replaces the files of an issued edition by masked ones (个人信息保护法 47); false if it was masked meanwhile. */
  maskEdition(before: ReportEdition, after: ReportEdition): Promise<boolean>;
  /** Records what the company's files were built from; takes the run out of the sweep. */
  finish(runId: string, end: RunEnd): Promise<void>;
  editions(month: string): Promise<readonly ReportEdition[]>;
  /** The runs of a month, in the order of their ids. */
  runs(month: string): Promise<readonly ReportRun[]>;
}

/** Builds the month's workbook (lib/adapters/workbook): every sheet, or D1's alone, which name no complaint and no person. */
export type WorkbookBuilder = (input: MonthlyWorkbookInput, only?: "statistics") => Promise<Uint8Array>;

/** A zip that grows file by file (lib/adapters/reports). */
export interface ZipWriter {
  add(name: string, body: Uint8Array): void;
  end(): Uint8Array;
}
