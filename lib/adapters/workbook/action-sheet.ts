import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { ActionLine } from "./input.ts";
import type { SheetClock } from "./moments.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type SheetColumn, writeTable } from "./table-sheet.ts";

/** 整改 (D15): corrective actions with cause, measure, owner, limit, and whether they are verified. */
export function writeActionSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  actions: readonly ActionLine[],
  clock: SheetClock,
): void {
  const column = (
    key: string,
    header: string,
    width: number,
    format: SheetColumn<ActionLine>["format"],
    value: SheetColumn<ActionLine>["value"],
  ): SheetColumn<ActionLine> => ({ key, header, width, format, value });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 2,
      columns: [
        column("project", "项目", 15, "text", ({ project }) => project),
        column("number", "投诉编号", 10, "text", ({ number }) => number),
        column("point", "投诉点", 16, "text", ({ point }) => point),
        column("cause", "原因", 26, "wrapped", ({ cause }) => cause),
        column("measure", "整改措施", 32, "wrapped", ({ measure }) => measure),
        column("owner", "责任人", 10, "text", ({ owner }) => owner),
        column("openedAt", "提出日期", 12, "date", ({ openedAt }) => clock.date(openedAt)),
        column("dueAt", "限期", 16, "moment", ({ dueAt }) => clock.moment(dueAt)),
        column("evidencedAt", "提交证据", 16, "moment", ({ evidencedAt }) => clock.optional(evidencedAt)),
        column("verifiedAt", "验证通过", 16, "moment", ({ verifiedAt }) => clock.optional(verifiedAt)),
        column("state", "状态", 12, "text", stateOf),
      ],
    },
    actions,
  );
}

function stateOf({ verifiedAt, onTime }: ActionLine): string {
  if (verifiedAt !== null) return onTime === true ? "按时完成" : "超期完成";
  return onTime === false ? "超期未完成" : "进行中";
}
