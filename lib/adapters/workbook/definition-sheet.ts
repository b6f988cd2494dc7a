import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { definitions, type FigureDefinition } from "../../domain/statistics/definitions.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { writeTable } from "./table-sheet.ts";

/** 口径说明: what the words of all files of the edition mean. */
export function writeDefinitionSheet(workbook: WorkbookWriter, frame: SheetFrame): void {
  const wrapped = (key: keyof FigureDefinition, header: string, width: number) => ({
    key,
    header,
    width,
    format: "wrapped" as const,
    value: (row: FigureDefinition) => row[key],
  });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      columns: [wrapped("word", "用词", 26), wrapped("meaning", "含义", 78), wrapped("where", "出现在", 46)],
    },
    definitions,
  );
}
