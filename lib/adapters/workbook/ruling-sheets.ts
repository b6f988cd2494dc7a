import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { ContestLine, RuledSheet } from "../../app/ports/contest-line.ts";
import { periodWords } from "../../domain/statistics/period-name.ts";
import type { MonthlyWorkbookInput } from "./input.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { writeStatisticsSheet } from "./statistics-sheet.ts";
import { type SheetColumn, writeTable } from "./table-sheet.ts";
import type { SheetTitles } from "./titles.ts";

/** The sheets of contested cases; in a workbook only where something is contested. */
export const rulingNames = ["裁定后", "异议"] as const;

/**
 * 裁定后: D1 without the cases whose objection the region upheld, and below it as it is counted otherwise; 异议: the cases.
 * Both figures are shown, neither takes the other's place.
 */
export function writeRulings(
  workbook: WorkbookWriter,
  input: MonthlyWorkbookInput,
  ruled: RuledSheet,
  { titles, nameOf }: { readonly titles: SheetTitles; readonly nameOf: (name: string) => string },
): void {
  const { period, madeAt } = titles;
  const [statistics, contests] = rulingNames;
  const title = input.project === undefined ? titles.company : titles.project(input.project);
  writeStatisticsSheet(workbook, {
    name: nameOf(statistics),
    title: `${title} 异议裁定后`,
    period,
    madeAt,
    current: periodWords(input).current,
    rows: ruled.rows,
    below: { heading: "异议裁定前", rows: input.companyRows },
  });
  const footer = `${period}  ${madeAt}`;
  writeContestSheet(
    workbook,
    { name: nameOf(contests), title: titles.view(contests), footer, opensIn: nameOf("明细") },
    ruled.lines,
  );
}

/** 异议: what the projects contest, why, and how the region ruled. */
function writeContestSheet(
  workbook: WorkbookWriter,
  frame: Omit<SheetFrame, "note">,
  lines: readonly ContestLine[],
): void {
  const column = (
    key: Exclude<keyof ContestLine, "projectId">,
    header: string,
    width: number,
    format: "text" | "wrapped",
  ): SheetColumn<ContestLine> => ({ key, header, width, format, value: (line) => line[key] });
  const note =
    "项目提出异议、由区域裁定的投诉；裁定成立的不计入“裁定后”，未裁定和不成立的照常计入。打开案件：在“明细”按编号筛选。";
  writeTable(
    workbook,
    {
      ...frame,
      note,
      frozen: 2,
      columns: [
        column("project", "项目", 16, "text"),
        column("number", "投诉编号", 10, "text"),
        column("reason", "异议理由", 14, "text"),
        column("text", "项目说明", 44, "wrapped"),
        column("ruling", "裁定", 10, "text"),
        column("rulingText", "裁定说明", 44, "wrapped"),
      ],
    },
    lines,
  );
}
