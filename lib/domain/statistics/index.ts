/** The month's figures: D1's statistics sheet and D8's analysis, computed from tasks as of a cut-off. */
export {
  type AnalysisFigures,
  type AnalysisTask,
  type MonthlyAnalysis,
  monthlyAnalysis,
} from "./analysis.ts";
export { type EstateClass, estateClasses, isEstateRelated, toEstateClass, totalName } from "./estate.ts";
export { checkIdentities, type IdentityViolation } from "./identities.ts";
export { monthPeriod, type Period, type PeriodOptions, periodDays, yearPeriod } from "./period.ts";
export { type MonthlySheet, monthlySheet, type SheetOptions, type SheetRow } from "./sheet.ts";
export type { StatTask } from "./task.ts";
