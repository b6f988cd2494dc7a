import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { GovernmentRow } from "../../domain/statistics/government.ts";
import { liveRate } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type Live, type Ref, type TableColumn, writeTable } from "./table-sheet.ts";

const counts = [
  ["received", "接收"],
  ["responded", "按时响应"],
  ["waiting", "待响应(未到期)"],
  ["resolved", "已解决"],
  ["resolvedInTime", "转办时限内解决"],
  ["asked", "回访接通"],
  ["satisfied", "满意"],
] as const;

/** 政府转办: per system the tickets, 响应率, 解决率, 满意率; the last row of the figures is their total. */
export function writeGovernmentSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  rows: readonly GovernmentRow[],
): void {
  const total = rows.at(-1);
  const rateColumn = (
    key: string,
    header: string,
    live: (row: GovernmentRow, ref: Ref) => Live,
  ): TableColumn<GovernmentRow> => ({
    key,
    header,
    width: 12,
    format: "rate",
    value: live,
    ...(total === undefined ? {} : { total: (ref: Ref) => live(total, ref) }),
  });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      columns: [
        { key: "system", header: "转办单位/平台", width: 24, format: "text", value: ({ system }) => system },
        ...counts.map(
          ([key, header]): TableColumn<GovernmentRow> => ({
            key,
            header,
            width: 13,
            format: "count",
            value: (row) => row[key],
            total: "sum",
          }),
        ),
        rateColumn("responseRate", "响应率", (row, ref) => {
          const due = `(${ref("received")}-${ref("waiting")})`;
          return liveRate(ref("responded"), due, [row.responded, row.received - row.waiting]);
        }),
        rateColumn("resolutionRate", "解决率", (row, ref) =>
          liveRate(ref("resolved"), ref("received"), [row.resolved, row.received]),
        ),
        rateColumn("satisfactionRate", "满意率", (row, ref) =>
          liveRate(ref("satisfied"), ref("asked"), [row.satisfied, row.asked]),
        ),
      ],
    },
    rows.slice(0, -1),
  );
}
