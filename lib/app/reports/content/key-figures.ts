import { type AnalysisTask, monthlyAnalysis, type SheetOptions } from "../../../domain/statistics/index.ts";
import type { KeyFigures } from "../../ports/report-run.ts";

/** The figures that the announcement and the list of editions carry. */
export function keyFigures(tasks: readonly AnalysisTask[], options: SheetOptions): KeyFigures {
  const { received, done, open, handlingRate, timelyRate, firstFollowUpSatisfaction } = monthlyAnalysis(
    tasks,
    options,
  );
  return { received, done, open, handlingRate, timelyRate, firstFollowUpSatisfaction };
}
