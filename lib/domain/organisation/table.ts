/** A table as somebody's file holds it: headings, and rows of trimmed text with their row number in the file. */
export interface TextTable {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** What is wrong with one cell (or, without column, with the row or the file): never repeats more than a short value. */
export interface RowFault {
  /** Row of the file as a spreadsheet counts, 1 = headings. */
  readonly row: number;
  readonly column?: string;
  readonly code: RowFaultCode;
  readonly message: { readonly zh: string; readonly en: string };
}

export type RowFaultCode =
  | "missing-column"
  | "unknown-column"
  | "double-column"
  | "required"
  | "bad-format"
  | "other-month"
  | "unknown-post"
  | "unknown-department"
  | "unknown-person"
  | "ambiguous-person"
  | "double-row"
  | "too-many-rows"
  | "empty";

/** A column of a file: the name we use, and the headings people write. */
export interface Column<Name extends string> {
  readonly name: Name;
  readonly zh: string;
  readonly optional?: true;
}

/** Finds each column by its Chinese or English heading. Missing, unknown and repeated headings are faults of row 1. */
export function columnsOf<Name extends string>(
  { headings }: Pick<TextTable, "headings">,
  columns: readonly Column<Name>[],
): { readonly at: ReadonlyMap<Name, number>; readonly faults: readonly RowFault[] } {
  const at = new Map<Name, number>();
  const faults: RowFault[] = [];
  const fault = (column: string, code: RowFaultCode, zh: string, en: string) =>
    faults.push({ row: 1, column, code, message: { zh, en } });
  for (const [index, heading] of headings.entries()) {
    if (heading === "") continue;
    const column = columns.find(({ name, zh }) => zh === heading || name === heading.toLowerCase());
    if (column === undefined)
      fault(heading.slice(0, 40), "unknown-column", "没有这一列", "There is no such column");
    else if (at.has(column.name))
      fault(column.zh, "double-column", "此列出现两次", "The column is there twice");
    else at.set(column.name, index);
  }
  for (const { name, zh, optional } of columns) {
    if (!at.has(name) && optional !== true) {
      fault(zh, "missing-column", `缺少「${zh}」列`, `The column ${name} is missing`);
    }
  }
  return { at, faults };
}
