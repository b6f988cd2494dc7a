import { type CellValue, Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";

installChartSupport();

export type Shown = string | number | null;
export type Rows = readonly Readonly<Record<string, Shown>>[];

/** A workbook as somebody reads it: values, with a dash and an empty cell for nothing. */
export class Opened {
  readonly #workbook: Workbook;
  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  static async of(body: Uint8Array): Promise<Opened> {
    const workbook = new Workbook();
    await workbook.xlsx.load(body);
    return new Opened(workbook);
  }

  sheet(name: string): Worksheet {
    const sheet = this.#workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name} among ${this.names().join(" ")}`);
    return sheet;
  }

  names(): string[] {
    return this.#workbook.worksheets.map(({ name }) => name);
  }

  /** The rows under the headings of this row, up to the foot. */
  table(name: string, headingRow = 3): Rows {
    const sheet = this.sheet(name);
    const headings = cellsOf(sheet, headingRow).map((cell) => String(cell ?? ""));
    const rows: Record<string, Shown>[] = [];
    for (let row = headingRow + 1; row <= sheet.rowCount; row += 1) {
      const cells = cellsOf(sheet, row);
      if (cells.some((cell) => String(cell ?? "").startsWith("统计期间"))) break;
      if (cells.every((cell) => cell === null)) continue;
      rows.push(Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? null])));
    }
    return rows;
  }

  /** D1: eight rows of twenty columns under their letters. */
  statistics(name: string): Rows {
    const sheet = this.sheet(name);
    return Array.from({ length: 8 }, (_, index) => {
      const [label, ...cells] = cellsOf(sheet, 4 + index);
      const letters = "BCDEFGHIJKLMNOPQRSTU".split("");
      return {
        name: label ?? "",
        ...Object.fromEntries(letters.map((letter, at) => [letter, cells[at] ?? null])),
      };
    });
  }
}

function cellsOf(sheet: Worksheet, row: number): Shown[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => shown(sheet.getCell(row, index + 1).value));
}

function shown(value: CellValue): Shown {
  if (value === null || value === undefined || value === "" || value === "–") return null;
  if (typeof value === "number" || typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && "result" in value) return shown(value.result);
  if (typeof value === "object" && "text" in value) return value.text;
  throw new TypeError("a cell holds what nobody can read");
}
