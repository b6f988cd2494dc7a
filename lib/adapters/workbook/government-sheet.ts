import type { WorkbookWriter } from "@cj-tech-master/excelts";
import {
  type GovernmentRow,
  type TicketCount,
  ticketCountNames,
} from "../../domain/statistics/government.ts";
import { ticketFigureWords, ticketRateWords } from "../../domain/words/ticket-figures.ts";
import { liveRate } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type Live, type Ref, type SheetColumn, writeTable } from "./table-sheet.ts";

/** A rate: the count it begins with, and the counts whose sum it is of. */
interface Rate {
  readonly key: keyof typeof ticketRateWords;
  readonly of: TicketCount;
  readonly among: readonly TicketCount[];
}

const rates: readonly Rate[] = [
  { key: "onTimeRate", of: "answeredInTime", among: ["answerDue"] },
  { key: "responseRate", of: "contacted", among: ["contacted", "notContacted"] },
  { key: "resolutionRate", of: "solved", among: ["solved", "notSolved"] },
  { key: "satisfactionRate", of: "satisfied", among: ["satisfied", "dissatisfied"] },
];

/** 政府转办: per platform the tickets, what is excluded, and the rates; the last row of the figures is their total. */
export function writeGovernmentSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  rows: readonly GovernmentRow[],
): void {
  const total = rows.at(-1);
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      columns: [
        { key: "system", header: "转办平台", width: 20, format: "text", value: ({ system }) => system },
        ...ticketCountNames.map(
          (key): SheetColumn<GovernmentRow> => ({
            key,
            header: ticketFigureWords[key].zh,
            width: 9,
            format: "count",
            value: (row) => row[key],
            total: "sum",
          }),
        ),
        ...rates.map((one): SheetColumn<GovernmentRow> => {
          const live = (row: GovernmentRow, ref: Ref) => liveOf(one, row, ref);
          return {
            key: one.key,
            header: ticketRateWords[one.key].zh,
            width: 10,
            format: "rate",
            value: live,
            ...(total === undefined ? {} : { total: (ref: Ref) => live(total, ref) }),
          };
        }),
      ],
    },
    rows.slice(0, -1),
  );
}

function liveOf({ of, among }: Rate, row: GovernmentRow, ref: Ref): Live {
  let whole = 0;
  for (const key of among) whole += row[key];
  return liveRate(ref(of), `(${among.map((key) => ref(key)).join("+")})`, [row[of], whole]);
}
