import { cut } from "../cut.ts";

/** A table as somebody's file holds it: headings, and rows of trimmed text with their row number in the file. */
export interface TextTable {
  readonly headings: readonly string[];
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** What a cell holds beside its text, by the index of its column. */
  readonly marks?: Readonly<Record<string, CellMark>>;
}

/**
 * What a cell is besides text. `number`: with its value where the shown text is another one (0101 for 101). `error`, `uncomputed`,
 * `merged` (across columns) and `damaged` (digits lost, or a percentage) have no text that anybody could rely on.
 */
export type CellMark =
  | { readonly kind: "date" | "time" | "error" | "uncomputed" | "merged" | "damaged" }
  | { readonly kind: "number"; readonly exact: string };

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
  | "unknown-project"
  | "unknown-source"
  | "out-of-range"
  | "still-open"
  | "number-taken"
  | "other-content"
  | "ambiguous-person"
  | "double-row"
  | "too-many-rows"
  | "date-cell"
  | "error-cell"
  | "uncomputed-formula"
  | "merged-cell"
  | "damaged-number"
  | "empty";

/** A column of a file: the name we use, and the headings people write. */
export interface TableColumn<Name extends string> {
  readonly name: Name;
  readonly zh: string;
  readonly optional?: true;
  /** What its cells hold; absent: text, and a cell that a spreadsheet turned into a date is a fault. */
  readonly holds?: "date" | "time" | "number";
}

/** Finds each column by its Chinese or English heading. Missing, unknown and repeated headings are faults of row 1. */
export function columnsOf<Name extends string>(
  { headings }: Pick<TextTable, "headings">,
  columns: readonly TableColumn<Name>[],
): { readonly at: ReadonlyMap<Name, number>; readonly faults: readonly RowFault[] } {
  const at = new Map<Name, number>();
  const faults: RowFault[] = [];
  const fault = (column: string, code: RowFaultCode, zh: string, en: string) =>
    faults.push({ row: 1, column, code, message: { zh, en } });
  for (const [index, heading] of headings.entries()) {
    if (heading === "") continue;
    const column = columns.find(({ name, zh }) => zh === heading || name === heading.toLowerCase());
    if (column === undefined)
      fault(cut(heading, 40), "unknown-column", "没有这一列", "There is no such column");
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

/** A fault of a file as a whole. */
export function wholeFile(code: RowFaultCode, zh: string, en: string): RowFault {
  return { row: 1, code, message: { zh, en } };
}

/** A row that says the same as one before it, or says something else of the same thing. */
export function doubleRow(row: number): RowFault {
  return { ...wholeFile("double-row", "与前面的行相同", "The same as an earlier row"), row };
}

/** One row of a file, cell by cell; whatever is wrong with it gathers in `faults`. */
export interface RowReader<Name extends string> {
  readonly faults: readonly RowFault[];
  /** What `parse` makes of a cell that is not empty; a parser that cannot returns what `fault` gives. */
  readonly read: <T>(name: Name, parse: (text: string) => T | undefined) => T | undefined;
  readonly fault: (name: Name, code: RowFaultCode, zh: string, en: string) => undefined;
}

/** Begins to read a row: cells that are required and empty are faults at once. */
export function rowReader<Name extends string>(
  columns: readonly TableColumn<Name>[],
  at: ReadonlyMap<Name, number>,
  { number: row, cells, marks = {} }: TextRow,
): RowReader<Name> {
  const faults: RowFault[] = [];
  const mark = (name: Name) => marks[String(at.get(name) ?? -1)];
  const cell = ({ name, holds }: TableColumn<Name>) => {
    const marked = mark(name);
    const text = cells[at.get(name) ?? -1] ?? "";
    if (holds === undefined) return text;
    return holds === "number" && marked?.kind === "number" ? marked.exact : text.normalize("NFKC");
  };
  const fault = (name: Name, code: RowFaultCode, zh: string, en: string) => {
    const column = columns.find((one) => one.name === name)?.zh ?? name;
    faults.push({ row, column, code, message: { zh, en } });
    return undefined;
  };
  const unsure = new Set<Name>();
  for (const column of columns) {
    const { name, optional } = column;
    const wrong = markFault(mark(name), column);
    if (wrong !== undefined) {
      unsure.add(name);
      fault(name, ...wrong);
    } else if (cell(column) === "" && optional !== true) {
      fault(name, "required", "必填", "This cell is required");
    }
  }
  return {
    faults,
    fault,
    read: (name, parse) => {
      const column = columns.find((one) => one.name === name);
      const text = column === undefined || unsure.has(name) ? "" : cell(column);
      return text === "" ? undefined : parse(text);
    },
  };
}

type Wrong = readonly [RowFaultCode, string, string];

/** A cell whose text nobody can rely on: never read as empty, as 0, or as what a spreadsheet made of it. */
function markFault(
  mark: CellMark | undefined,
  { holds }: Pick<TableColumn<string>, "holds">,
): Wrong | undefined {
  switch (mark?.kind) {
    case "error":
      return ["error-cell", "单元格是错误值（如 #N/A），请改正", "The cell holds an error such as #N/A"];
    case "uncomputed":
      return [
        "uncomputed-formula",
        "公式尚未计算，请用 Excel 或 WPS 打开并保存，或改为数值",
        "A formula nobody has computed: open and save the file, or write the value",
      ];
    case "merged":
      return ["merged-cell", "横向合并的单元格，请拆分", "Merged across columns: please split the cell"];
    case "damaged":
      return [
        "damaged-number",
        "数字已被改写（科学计数、百分比或位数丢失），请设为文本重填",
        "A number changed by its format or short of digits: write it as text",
      ];
    case "date":
    case "time":
      // A date in a column of times is told as its wrong form.
      return holds === "date" || holds === "time"
        ? undefined
        : [
            "date-cell",
            "单元格已被转成日期或时间（如 3-1 变为 3月1日），请设为文本重填",
            "Turned into a date or time, such as 3-1 into March 1: write it as text",
          ];
    case "number":
    case undefined:
      return undefined;
  }
}

/** 2026-02-13, 2026/2/13, 2026年2月13日 as `YYYY-MM-DD`; undefined for anything else. */
export function dateOf(text: string): string | undefined {
  const [, year = "", month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = year !== "" && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}
