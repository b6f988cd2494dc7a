import type { CompanyTexts } from "../../domain/submissions/company-texts.ts";
import type { Submission } from "../../domain/submissions/submission.ts";
import type { Archive } from "./archive.ts";
/** One submission of a project for a month is one item; every change is one conditional write. */
export interface SubmissionStore extends Omit<Archive<Submission>, "fit"> {
  /** Strongly consistent. */
  load(month: string, projectId: string): Promise<Submission | undefined>;
  /** Writes a new submission; "exists" returns the one that stands there. */
  insert(submission: Submission): Promise<{ readonly exists?: Submission }>;
  /** Replaces the submission if it still has `expectedRevision`; else returns the current one. */
  replace(submission: Submission, expectedRevision: number): Promise<{ readonly conflict?: Submission }>;
  /** All submissions of a month, strongly consistent. */
  ofMonth(month: string): Promise<readonly Submission[]>;
}

/** What headquarters write of a month (D7): one item; every change is one conditional write. */
export interface CompanyTextsStore {
  /** Strongly consistent. */
  load(month: string): Promise<CompanyTexts | undefined>;
  /**
   * Takes a number of a year's bulletins for a month (`scope` = `month`) or for one period of it; false if another has it.
   * Doing it again changes nothing.
   */
  reserveBulletin(
    year: number,
    number: number,
    holder: { readonly month: string; readonly scope: string },
  ): Promise<boolean>;
  /** Writes over the revision before, or anew; else returns the current one. */
  write(texts: CompanyTexts): Promise<{ readonly conflict?: CompanyTexts }>;
}
