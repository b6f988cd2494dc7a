import { estateClasses, totalName } from "../classification/estate.ts";
import { type MonthlySheet, rate, type SheetRow } from "./sheet.ts";

/** A sheet that contradicts itself: which row, which rule, and the figures found. */
export interface IdentityViolation {
  readonly row: string;
  readonly rule: string;
  readonly found: string;
}

const additive = ["B", "C", "D", "E", "F", "J", "K", "M", "N", "P", "Q", "S", "T"] as const;

const sums = [
  ["F", "D", "E"],
  ["N", "K", "M"],
  ["T", "Q", "S"],
] as const;

/** Each left count is a part of the right one: completed ≤ tasks, month ≤ year ≤ all. */
const parts = [
  ["F", "C"],
  ["N", "J"],
  ["T", "P"],
  ["B", "J"],
  ["C", "J"],
  ["J", "P"],
  ["D", "K"],
  ["E", "M"],
  ["K", "Q"],
  ["M", "S"],
] as const;

const rates = [
  ["G", "D", "C"],
  ["H", "E", "C"],
  ["I", "F", "C"],
  ["L", "K", "J"],
  ["O", "N", "J"],
  ["R", "Q", "P"],
  ["U", "T", "P"],
] as const;

/**
 * What every D1 sheet must satisfy: the eight rows in order, classes adding up to 汇总, subtotals, parts not
 * above their whole, rates equal to their quotients. Checked in every build; an empty list means none is broken.
 */
export function checkIdentities(sheet: MonthlySheet): IdentityViolation[] {
  const names = [...estateClasses, totalName].join(" ");
  const found = sheet.rows.map((row) => row.name).join(" ");
  if (found !== names) return [{ row: "", rule: `rows are ${names}`, found }];
  return [...sheet.rows.flatMap(checkRow), ...checkTotals(sheet.rows)];
}

function checkRow(row: SheetRow): IdentityViolation[] {
  const violations: IdentityViolation[] = [];
  const demand = (holds: boolean, rule: string, found: string) => {
    if (!holds) violations.push({ row: row.name, rule, found });
  };
  for (const column of additive) {
    const value = row[column];
    demand(Number.isSafeInteger(value) && value >= 0, `${column} is a count`, String(value));
  }
  for (const [sum, a, b] of sums) {
    demand(row[sum] === row[a] + row[b], `${sum} = ${a}+${b}`, `${row[sum]} ≠ ${row[a]}+${row[b]}`);
  }
  for (const [part, whole] of parts) {
    demand(row[part] <= row[whole], `${part} ≤ ${whole}`, `${row[part]} > ${row[whole]}`);
  }
  for (const [column, part, whole] of rates) {
    const expected = rate(row[part], row[whole]);
    demand(row[column] === expected, `${column} = ${part}/${whole}`, `${row[column]} ≠ ${expected}`);
  }
  return violations;
}

function checkTotals(rows: readonly SheetRow[]): IdentityViolation[] {
  const total = rows.at(-1);
  if (!total) return [];
  return additive.flatMap((column) => {
    const sum = rows.slice(0, -1).reduce((before, row) => before + row[column], 0);
    if (sum === total[column]) return [];
    const rule = `${column} of ${totalName} is the sum of the classes`;
    return [{ row: totalName, rule, found: `${total[column]} ≠ ${sum}` }];
  });
}
