import { printed } from "../../../domain/printed.ts";
import type { FileStatement } from "../../../domain/statistics/edition-identities.ts";
import type { SheetRow } from "../../../domain/statistics/index.ts";
import { instantAt, millisecondsOf } from "../../../domain/time/instant.ts";
import { localClock } from "../../../domain/time/local-clock.ts";
import type { LedgerRow, MonthlyWorkbookInput } from "../../ports/workbook-input.ts";
import { ledgerColumns } from "../content/ledger-columns.ts";
import { type CsvColumn, csv, jsonLines } from "./csv.ts";
import type { EditionFiles } from "./edition-files.ts";
import { ledgerStates } from "./statements.ts";

/** A row of D1 with the project it is of; the company's rows name none. */
type ProjectSheetRow = SheetRow & { readonly project: string | null };

const letters = "BCDEFGHIJKLMNOPQRSTU".split("");
const sheetColumns: readonly CsvColumn<ProjectSheetRow>[] = [
  { header: "项目", value: ({ project }) => project ?? "公司" },
  { header: "分类", value: ({ name }) => name },
  ...letters.map(
    (letter): CsvColumn<ProjectSheetRow> => ({ header: letter, value: (row) => figure(row, letter) }),
  ),
];

function figure(row: SheetRow, letter: string): number | null {
  const figures: Readonly<Record<string, string | number | null>> = { ...row };
  const value = figures[letter];
  return typeof value === "number" ? rounded(value, 4) : null;
}

/** The ledger's columns as CSV prints them: local time to the minute, hours to the hundredth. */
function csvColumns(timeZone: string): readonly CsvColumn<LedgerRow>[] {
  const clock = localClock(timeZone);
  const local = (at: string | null) => (at === null ? null : minute(clock(millisecondsOf(at))));
  return ledgerColumns.map((column): CsvColumn<LedgerRow> => {
    const { header, kind, value } = column;
    switch (kind) {
      case "text":
      case "long-text":
      case "count":
        return { header, value };
      case "day":
      case "moment":
        return { header, value: (row) => local(value(row)) };
      case "hours":
        return { header, value: (row) => rounded(value(row), 2) };
    }
  });
}

/** A number as people print it, without the dust of its division. */
function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(printed(value, decimals));
}

/** `YYYY-MM-DD hh:mm` of a wall time. */
function minute(wall: number): string {
  return instantAt(wall).slice(0, 16).replace("T", " ");
}

/** The statistics sheet and the ledger once more, for other programs: CSV as printed, JSON lines as counted. */
export async function addExports(files: EditionFiles, input: MonthlyWorkbookInput): Promise<FileStatement[]> {
  const sheet: readonly ProjectSheetRow[] = [
    ...input.companyRows.map((row) => ({ project: null, ...row })),
    ...input.projects.flatMap(({ name, rows }) => rows.map((row) => ({ project: name, ...row }))),
  ];
  await files.add("sheet", "csv", csv(sheetColumns, sheet));
  await files.add("sheet", "jsonl", jsonLines(sheet));
  const ledger: LedgerRow[] = [];
  for await (const row of input.ledger) ledger.push(row);
  await files.add("ledger", "csv", csv(csvColumns(input.timeZone), ledger));
  await files.add("ledger", "jsonl", jsonLines(ledger));
  return [ledgerStates(ledger)];
}
