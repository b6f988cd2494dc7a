import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { Case } from "../../domain/statistics/case.ts";
import { ticketAnswerWords, ticketExclusionWords } from "../../domain/words/tickets.ts";
import type { SheetClock } from "./moments.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type SheetColumn, writeTable } from "./table-sheet.ts";
import { cellText } from "./text.ts";

/** A ticket with the project it is of. */
export interface TicketLine {
  readonly project: string;
  readonly case: Case;
}

/** 政府工单: the raw tickets that 政府转办 counts. */
export function writeTicketSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  lines: readonly TicketLine[],
  clock: SheetClock,
): void {
  const column = (
    key: string,
    header: string,
    width: number,
    format: SheetColumn<TicketLine>["format"],
    value: SheetColumn<TicketLine>["value"],
  ): SheetColumn<TicketLine> => ({ key, header, width, format, value });
  const rated = (question: "contacted" | "solved" | "satisfied") => (line: TicketLine) => {
    const answer = ticketOf(line)?.rating?.[question];
    return answer === undefined ? null : ticketAnswerWords[answer].zh;
  };
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 3,
      columns: [
        column("system", "转办平台", 11, "text", ({ case: { external } }) =>
          cellText(external?.system ?? "其他"),
        ),
        column("ticketNo", "工单号", 17, "text", ({ case: { external } }) =>
          external?.ticketNo === undefined ? null : cellText(external.ticketNo),
        ),
        column("number", "编号", 9, "text", ({ case: { number } }) => cellText(number)),
        column("project", "项目", 15, "text", ({ project }) => cellText(project)),
        column("receivedAt", "收到", 15, "moment", ({ case: one }) => clock.moment(one.receivedAt)),
        column("signBy", "签收时限", 15, "moment", (line) => clock.optional(ticketOf(line)?.signBy)),
        column("signedAt", "签收", 15, "moment", (line) => clock.optional(ticketOf(line)?.signedAt)),
        column("dueAt", "办理时限", 15, "moment", ({ case: { external } }) =>
          clock.optional(external?.dueAt),
        ),
        column("repliedAt", "回复件报送", 15, "moment", (line) => clock.optional(ticketOf(line)?.repliedAt)),
        column("returns", "退回重办次数", 6.5, "count", (line) => ticketOf(line)?.returns ?? 0),
        column("ratedAt", "平台评价", 15, "moment", (line) => clock.optional(ticketOf(line)?.rating?.at)),
        column("contacted", "响应", 6, "text", rated("contacted")),
        column("solved", "解决", 6, "text", rated("solved")),
        column("satisfied", "满意", 6, "text", rated("satisfied")),
        column("exclusion", "剔除", 12, "text", (line) => {
          const why = ticketOf(line)?.exclusion;
          return why === undefined ? null : ticketExclusionWords[why].zh;
        }),
      ],
    },
    lines,
  );
}

function ticketOf({ case: { external } }: TicketLine) {
  return external?.ticket;
}
