import type { components } from "../../../api/schema.ts";

export type Notice = components["schemas"]["Calendar"]["notices"][number];
export type Holiday = Notice["holidays"][number];

const DAY = String.raw`(?:(\d{1,2})月)?(\d{1,2})日(?:[（(][^）)]*[）)])?`;
const ITEM = new RegExp(
  String.raw`^\s*(?:[一二三四五六七八九十]+、)?\s*([^：:，。\s]{1,20})[：:]\s*${DAY}(?:\s*至\s*${DAY})?\s*放假[^。]*?(\d{1,2})天[^。]*。?(.*)$`,
);
const WORKED = new RegExp(String.raw`${DAY}(?=[^。放]*上班)`, "g");

/**
 * The holidays of a notice as the State Council words it, one a line:
 * 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 * Lines that are no holiday are passed over; a person checks what was found before anything is published.
 */
export function holidaysIn(text: string, year: number): readonly Holiday[] {
  return text.split(/\n/).flatMap((line): Holiday[] => {
    const found = ITEM.exec(line);
    if (found === null) return [];
    const [, name = "", month = "", day = "", toMonth, toDay, days = "", rest = ""] = found;
    const from = dateOf(year, month, day);
    const to = toDay === undefined ? from : dateOf(year, toMonth ?? month, toDay);
    return [{ name, from, to, days: Number(days), makeUpWorkdays: workedIn(rest, year, month) }];
  });
}

/** 2月14日（周六）、2月28日（周六）上班: a month that is not said again is the one before. */
function workedIn(text: string, year: number, month: string): string[] {
  let current = month;
  return [...text.matchAll(WORKED)].map(([, said, day = ""]) => {
    current = said ?? current;
    return dateOf(year, current, day);
  });
}

function dateOf(year: number, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** How many days a holiday spans, both ends counted; 0 for dates that are none. */
export function spanOf({ from, to }: Pick<Holiday, "from" | "to">): number {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return Number.isFinite(days) ? days : 0;
}
