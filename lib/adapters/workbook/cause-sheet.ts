import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { topClasses } from "../../domain/statistics/case.ts";
import type { CauseRow } from "../../domain/statistics/causes.ts";
import { columnLetter } from "./letters.ts";
import { liveRate } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { firstTableRow, type SheetColumn, writeTable } from "./table-sheet.ts";

/** 人机料法环 (D15): causes × K8.3-F2. */
export function writeCauseSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  rows: readonly CauseRow[],
): void {
  const sum = ({ counts }: CauseRow) => counts.reduce((total, count) => total + count, 0);
  const total = rows.reduce((all, row) => all + sum(row), 0);
  // Factor, detail, the classes, then the sum.
  const sumLetter = columnLetter(3 + topClasses.length);
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 2,
      columns: [
        { key: "factor", header: "因素", width: 8, format: "text", value: ({ factor }) => factor },
        { key: "detail", header: "细项", width: 16, format: "text", value: ({ detail }) => detail },
        ...topClasses.map(
          (name, index): SheetColumn<CauseRow> => ({
            key: name,
            header: name,
            width: 11,
            format: "count",
            value: ({ counts }) => counts[index] ?? 0,
            total: "sum",
          }),
        ),
        {
          key: "sum",
          header: "合计",
          width: 10,
          format: "count",
          value: (row, ref) => ({
            formula: `SUM(${ref(topClasses.at(0) ?? "")}:${ref(topClasses.at(-1) ?? "")})`,
            result: sum(row),
          }),
          total: "sum",
        },
        {
          key: "share",
          header: "占比",
          width: 10,
          format: "rate",
          value: (row, ref) =>
            liveRate(ref("sum"), `$${sumLetter}$${firstTableRow + rows.length}`, [sum(row), total]),
        },
      ],
    },
    rows,
  );
}
