import { classChange } from "../../../domain/statistics/class-change.ts";
import { periodWords } from "../../../domain/statistics/period-name.ts";
import type { Chart, MonthFigures } from "../../ports/document-input.ts";
import type { ReportEdition, ReportFile } from "../../ports/report-run.ts";
import type { MonthlyWorkbookInput } from "../../ports/workbook-input.ts";
import type { EditionFiles } from "./edition-files.ts";

/** How the files with charts begin. */
export const CHART = "chart";

/** What a project's or the company's chart shows: the same records as its workbook. */
export function figuresOf(input: MonthlyWorkbookInput): MonthFigures {
  const cases = input.cases.flatMap((project) => project.cases);
  return { trend: input.views.trend, classes: classChange(cases, input), words: periodWords(input) };
}

/** The company's chart is a file of the edition: the announcement shows it. */
export function addChart(files: EditionFiles, { png }: Chart): Promise<void> {
  return files.add(CHART, "png", png);
}

/** The company's chart; undefined in an edition from before there were charts. */
export function chartFileOf({ files }: Pick<ReportEdition, "files">): ReportFile | undefined {
  return files.find(({ name, contentType }) => name.startsWith(`${CHART}-`) && contentType === "image/png");
}
