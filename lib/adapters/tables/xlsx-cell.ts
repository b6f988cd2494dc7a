import type { Cell } from "@cj-tech-master/excelts";
import type { CellMark } from "../../domain/organisation/table.ts";
import { markOfText, visible } from "./text-marks.ts";

/** A cell as text, and what must be known of it beside. */
export interface ReadCell {
  readonly text: string;
  readonly mark?: CellMark;
}

const DAY_MS = 86_400_000;
/** Day 0 of the two date systems. */
const base1900 = Date.UTC(1899, 11, 30);
const base1904 = Date.UTC(1904, 0, 1);
/** Whole numbers above this have lost digits: a spreadsheet keeps fifteen. */
const EXACT = 1e15;

/**
 * The shown value of a cell where it is certain. Of a merged cell each part has the value, unless it was merged across columns:
 * then nobody can say which column it belongs to.
 */
export function cellOf(cell: Cell, date1904: boolean): ReadCell {
  const { master } = cell;
  if (cell.isMerged && master.col !== cell.col) return { text: "", mark: { kind: "merged" } };
  return valueOf(master.value, master, date1904);
}

function valueOf(value: unknown, cell: Cell, date1904: boolean): ReadCell {
  if (value instanceof Date) return dated(value, date1904);
  if (typeof value === "string") return told(value);
  if (typeof value === "boolean") return { text: String(value) };
  if (typeof value === "number") return counted(value, cell);
  if (typeof value !== "object" || value === null) return { text: "" };
  if ("error" in value) return { text: "", mark: { kind: "error" } };
  if ("formula" in value || "sharedFormula" in value) {
    const result: unknown = "result" in value ? value.result : undefined;
    return result === undefined || result === null
      ? { text: "", mark: { kind: "uncomputed" } }
      : valueOf(result, cell, date1904);
  }
  if ("richText" in value && Array.isArray(value.richText)) return told(value.richText.map(textOf).join(""));
  if ("text" in value) return valueOf(value.text, cell, date1904);
  return { text: "" };
}

function textOf(run: unknown): string {
  return typeof run === "object" && run !== null && "text" in run ? String(run.text) : "";
}

function told(value: string): ReadCell {
  const text = visible(value);
  const mark = markOfText(text);
  return mark === undefined ? { text } : { text, mark };
}

/** A number as its format shows it (0101, 03栋); without a format whole, and free of the dust that formulas leave. */
function counted(value: number, cell: Cell): ReadCell {
  const format = typeof cell.numFmt === "string" ? cell.numFmt : "General";
  const exact = Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
  if (!Number.isFinite(value) || Math.abs(value) >= EXACT) return { text: exact, mark: { kind: "damaged" } };
  if (/%|‰|E[+-]|\?\/|[0#],+(?:[^0#]|$)/i.test(bare(format)))
    return { text: exact, mark: { kind: "damaged" } };
  const plain = /^(?:General|@|G\/通用格式)$/i.test(format);
  return { text: plain ? exact : visible(cell.displayText), mark: { kind: "number", exact } };
}

/** A number format without its literal texts. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
}

/** A day as YYYY-MM-DD, with HH:MM where it has a time; less than a day is a time of day, a whole first day 24:00. */
function dated(value: Date, date1904: boolean): ReadCell {
  if (Number.isNaN(value.getTime())) return { text: "", mark: { kind: "error" } };
  const minute = Math.round(value.getTime() / 60_000) * 60_000;
  const since = minute - (date1904 ? base1904 : base1900);
  if (since >= 0 && since <= DAY_MS) {
    const minutes = since / 60_000;
    const [hour, rest] = [Math.floor(minutes / 60), minutes % 60];
    return { text: `${padded(hour)}:${padded(rest)}`, mark: { kind: "time" } };
  }
  const iso = new Date(minute).toISOString();
  const atMidnight = minute % DAY_MS === 0;
  return {
    text: atMidnight ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`,
    mark: { kind: "date" },
  };
}

function padded(value: number): string {
  return String(value).padStart(2, "0");
}
