import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { GovernmentRow } from "../../domain/statistics/government.ts";
import { liveRate } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type Live, type Ref, type TableColumn, writeTable } from "./table-sheet.ts";

type Count = Exclude<
  keyof GovernmentRow,
  "system" | "onTimeRate" | "responseRate" | "resolutionRate" | "satisfactionRate"
>;

const counts: readonly (readonly [Count, string])[] = [
  ["received", "本期接收"],
  ["excluded", "剔除合计"],
  ["returned", "其中退单"],
  ["merged", "其中并单"],
  ["withdrawn", "其中诉求人撤回"],
  ["referred", "其中转有权部门"],
  ["platformWithdrew", "其中平台撤单"],
  ["notOwners", "其中非业主事项"],
  ["unreasonable", "其中诉求不合理"],
  ["counted", "计入"],
  ["signedInTime", "按时签收"],
  ["answeredInTime", "按时回复"],
  ["waiting", "未到期或随主单"],
  ["handedBack", "退回重办"],
  ["rated", "本期平台评价"],
  ["contacted", "已响应"],
  ["notContacted", "未响应"],
  ["solved", "已解决"],
  ["notSolved", "未解决"],
  ["satisfied", "满意"],
  ["dissatisfied", "不满意"],
];

/** A rate: the count it begins with, and the sum of counts that it is of, each added or taken away. */
interface Rate {
  readonly key: string;
  readonly header: string;
  readonly of: Count;
  readonly among: readonly (readonly ["+" | "-", Count])[];
}

const rates: readonly Rate[] = [
  {
    key: "onTimeRate",
    header: "按时回复率",
    of: "answeredInTime",
    among: [
      ["+", "counted"],
      ["-", "waiting"],
    ],
  },
  { key: "responseRate", header: "响应率", of: "contacted", among: plus("contacted", "notContacted") },
  { key: "resolutionRate", header: "解决率", of: "solved", among: plus("solved", "notSolved") },
  { key: "satisfactionRate", header: "满意率", of: "satisfied", among: plus("satisfied", "dissatisfied") },
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
        ...counts.map(
          ([key, header]): TableColumn<GovernmentRow> => ({
            key,
            header,
            width: 9,
            format: "count",
            value: (row) => row[key],
            total: "sum",
          }),
        ),
        ...rates.map((one): TableColumn<GovernmentRow> => {
          const live = (row: GovernmentRow, ref: Ref) => liveOf(one, row, ref);
          return {
            key: one.key,
            header: one.header,
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
  const parts = among.map(([sign, key], index) => `${index === 0 ? "" : sign}${ref(key)}`).join("");
  let whole = 0;
  for (const [sign, key] of among) whole += sign === "+" ? row[key] : -row[key];
  return liveRate(ref(of), `(${parts})`, [row[of], whole]);
}

function plus(one: Count, other: Count): Rate["among"] {
  return [
    ["+", one],
    ["+", other],
  ];
}
