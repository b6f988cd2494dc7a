import type { SheetRow } from "../../domain/statistics/index.ts";

/** A contested case as files and sheets print it. */
export interface ContestLine {
  readonly projectId: string;
  readonly project: string;
  readonly number: string;
  readonly reason: string;
  readonly text: string | null;
  readonly ruling: "成立" | "不成立" | "未裁定";
  readonly rulingText: string | null;
}

/** What a workbook shows of it: the lines, and D1 once more without the upheld cases. */
export interface RuledSheet {
  readonly lines: readonly ContestLine[];
  readonly rows: readonly SheetRow[];
}
