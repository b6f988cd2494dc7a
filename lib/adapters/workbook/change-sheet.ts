import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { ChangeLine } from "../../app/ports/change-line.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type SheetColumn, writeTable } from "./table-sheet.ts";

/** In a workbook only where an edition before it is corrected. */
export const changeName = "更正";

/** 更正: what this edition says otherwise than the one before, figures first, then case by case. */
export function writeChangeSheet(
  workbook: WorkbookWriter,
  frame: Omit<SheetFrame, "note">,
  { of, lines }: { readonly of: number; readonly lines: readonly ChangeLine[] },
): void {
  const column = (
    key: Exclude<keyof ChangeLine, "projectId">,
    header: string,
    width: number,
  ): SheetColumn<ChangeLine> => ({ key, header, width, format: "text", value: (line) => line[key] });
  writeTable(
    workbook,
    {
      ...frame,
      note: `与第${of}版相比，本版数字和案件的变化；没有列出的与第${of}版相同。打开案件：在“明细”按编号筛选。`,
      frozen: 2,
      columns: [
        column("project", "项目", 18),
        column("number", "投诉编号", 12),
        column("what", "更正项", 26),
        column("from", "原值", 20),
        column("to", "现值", 20),
      ],
    },
    lines,
  );
}
