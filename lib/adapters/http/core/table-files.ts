import type { FileGiven } from "../../../contracts/core/route.ts";
import type { RowFault, TextTable } from "../../../domain/organisation/table.ts";
import { readTable } from "../../tables/read-table.ts";
import { type Template, templateCsv, templateXlsx } from "../../tables/template.ts";
import { UnreadableTable } from "../../tables/unreadable-table.ts";
import { RefusedRequest } from "./refusal.ts";
import { file } from "./reply.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The table in a file that came in base64. Throws unreadable-file (422). */
export async function tableIn(content: string): Promise<TextTable> {
  try {
    return await readTable(Buffer.from(content, "base64"));
  } catch (error) {
    if (error instanceof UnreadableTable)
      throw new RefusedRequest(
        "unreadable-file",
        { errors: [{ path: "file.content", code: "bad-format", message: error.reason }] },
        error,
      );
    throw error;
  }
}

/** The refusal of a file whose faults nobody confirmed, with every one of them. */
export function rowsAtFault(faults: readonly RowFault[]): RefusedRequest {
  return new RefusedRequest("rows-at-fault", { errors: faults.map(rowError) });
}

function rowError({ row, column, code, message }: RowFault) {
  return { path: `rows.${row}${column === undefined ? "" : `.${column}`}`, code, message };
}

/** An empty file, xlsx unless csv is asked for. */
export async function templateFile(template: Template, format: "xlsx" | "csv" = "xlsx"): Promise<FileGiven> {
  return format === "csv"
    ? file(`${template.name}.csv`, "text/csv; charset=utf-8", new TextEncoder().encode(templateCsv(template)))
    : file(`${template.name}.xlsx`, xlsxType, await templateXlsx(template));
}
