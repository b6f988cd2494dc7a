import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { PointFrequency } from "../../domain/statistics/frequency.ts";
import type { PeriodWords } from "../../domain/statistics/period-name.ts";
import { topPoints } from "../../domain/statistics/top-points.ts";
import { noData } from "../../domain/words/no-data.ts";
import { liveRate, none } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { firstTableRow, writeTable } from "./table-sheet.ts";

interface RankedPoint extends PointFrequency {
  readonly place: number;
  /** 第1、并列第2 …; null for whatever is not among the top three. */
  readonly rank: string | null;
  /** Complaints of this and all rows above. */
  readonly upTo: number;
}

/** 投诉点 (D8): problem points by frequency with share, running share and the month before; the top three set off. */
export function writePointSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  points: readonly PointFrequency[],
  { current, before }: Pick<PeriodWords, "current" | "before">,
): void {
  const total = points.reduce((sum, { count }) => sum + count, 0);
  const totalCell = `$F$${firstTableRow + points.length}`;
  const top = topPoints(points);
  let upTo = 0;
  const rows = points.map((point, index): RankedPoint => {
    upTo += point.count;
    const among = top.find((one) => one.point === point);
    const rank = among === undefined ? null : `${among.tied ? "并列" : ""}第${among.rank}`;
    return { ...point, place: index + 1, rank, upTo };
  });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 3,
      isStrong: ({ rank }) => rank !== null,
      columns: [
        { key: "rank", header: "序号", width: 8, format: "count", value: ({ place }) => place },
        { key: "code", header: "编码", width: 10, format: "text", value: ({ code }) => code ?? null },
        { key: "name", header: "投诉点", width: 26, format: "text", value: ({ name }) => name },
        { key: "class", header: "分类（K8.3-F2）", width: 16, format: "text", value: (row) => row.class },
        { key: "service", header: "属性（D8）", width: 14, format: "text", value: ({ service }) => service },
        {
          key: "count",
          header: `${current}件数`,
          width: 12,
          format: "count",
          value: ({ count }) => count,
          total: "sum",
        },
        {
          key: "share",
          header: "占比",
          width: 12,
          format: "rate",
          value: ({ count }, ref) => liveRate(ref("count"), totalCell, [count, total]),
        },
        {
          key: "running",
          header: "累计占比",
          width: 12,
          format: "rate",
          value: (row, ref) => {
            const sum = `SUM($F$${firstTableRow}:${ref("count")})`;
            return liveRate(sum, totalCell, [row.upTo, total]);
          },
        },
        {
          key: "before",
          header: `${before}件数`,
          width: 12,
          format: "count",
          value: (row) => row.before ?? noData.zh,
          total: "sum",
        },
        {
          key: "change",
          header: "增减",
          width: 12,
          format: "count",
          value: (row, ref) =>
            row.before === null
              ? none
              : { formula: `${ref("count")}-${ref("before")}`, result: row.count - row.before },
          total: "sum",
        },
        { key: "top", header: "前三位", width: 10, format: "text", value: ({ rank }) => rank },
      ],
    },
    rows,
  );
}
