/** The month's figures: D1's statistics sheet and D8's analysis, computed from tasks as of a cut-off. */

export { estateClasses, totalName } from "../classification/estate.ts";
export { type AnalysisTask, monthlyAnalysis } from "./analysis.ts";
export { changedFigures, changedTasks, type FigureChange, type TaskChange } from "./corrections.ts";
export { checkIdentities } from "./identities.ts";
export { monthPeriod, periodDays, within } from "./period.ts";
export { type MonthlySheet, monthlySheet, type SheetOptions, type SheetRow } from "./sheet.ts";
export type { StatTask } from "./task.ts";
