import { createHash } from "node:crypto";
import { packedJson } from "../../../lib/adapters/dynamodb/core/packed-json.ts";
import type { Attributes } from "../services/dynamodb/values.ts";

/*
 * Plain ways of computing what the product computes cleverly: nothing here is shared with it but the form in which
 * documents are packed.
 */

// A document is looked at as the JSON it is, not as the types that the product gives it.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** The document in an item, unpacked. */
export function documentIn(item: Attributes | undefined): Json {
  const packed = item?.["doc"];
  if (packed === undefined) return undefined;
  if ("S" in packed) return JSON.parse(packed.S);
  if (!("B" in packed)) return undefined;
  return withHashes(packedJson.parse(Buffer.from(packed.B, "base64")));
}

/** What is left out because it follows from the rest (ADR 0021), worked out anew. */
function withHashes(document: Json): Json {
  if (!Array.isArray(document?.events)) return document;
  let previous = "";
  for (const event of document.events) {
    if (event.digests === 1) {
      const own = Object.entries<Json>(document.personal).filter(([ref]) => ref.startsWith(`${event.seq}.`));
      event.digests = Object.fromEntries(
        own.map(([ref, { salt, value }]) => [ref.slice(ref.indexOf(".") + 1), sha(`${salt}\0${value}`)]),
      );
    }
    event.hash ??= sha(`${previous}\n${inOrder(event)}`);
    previous = event.hash;
  }
  return document;
}

export const sha = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** JSON with its keys in order. */
export function inOrder(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : 1));
  return `{${fields.map((key) => `${JSON.stringify(key)}:${inOrder(value[key])}`).join(",")}}`;
}

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;
const dayOf = (at: number) => Math.floor((at + SHANGHAI) / DAY);
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** The State Council's notice for 2026, date by date. */
const holidays = new Set(
  [
    "01-01..01-03",
    "02-15..02-23",
    "04-04..04-06",
    "05-01..05-05",
    "06-19..06-21",
    "09-25..09-27",
    "10-01..10-07",
  ].flatMap((span) => {
    const [from = "", to = ""] = span.split("..");
    const dates: string[] = [];
    for (let day = Date.parse(`2026-${from}`) / DAY; day <= Date.parse(`2026-${to}`) / DAY; day += 1)
      dates.push(dateOf(day));
    return dates;
  }),
);
const workedWeekends = new Set(
  ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"].map((date) => `2026-${date}`),
);

/** True if people work on this day (days since 1970 in Shanghai). */
export function isWorkday(day: number): boolean {
  const date = dateOf(day);
  if (holidays.has(date)) return false;
  if (workedWeekends.has(date)) return true;
  const weekday = new Date(day * DAY).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** True while people work as the built-in rules have it: nine to six in Shanghai. */
export function isOffice(at: number): boolean {
  const day = dayOf(at);
  const hour = (at - (day * DAY - SHANGHAI)) / 3_600_000;
  return isWorkday(day) && hour >= 9 && hour < 18;
}

/** 18:00 of the n-th workday after the start's date. */
export function workingDaysAfter(at: number, days: number): number {
  let day = dayOf(at);
  for (let left = days; left > 0; ) {
    day += 1;
    if (isWorkday(day)) left -= 1;
  }
  return day * DAY + 18 * 3_600_000 - SHANGHAI;
}

/** So many minutes of working time , day by day. */
export function workingMinutesAfter(
  at: number,
  minutes: number,
  periods: readonly (readonly [number, number])[],
): number {
  let left = minutes * 60_000;
  let now = at;
  for (;;) {
    const day = dayOf(now);
    const midnight = day * DAY - SHANGHAI;
    if (isWorkday(day)) {
      for (const [from, to] of periods) {
        const begin = Math.max(now, midnight + from * 3_600_000);
        const end = midnight + to * 3_600_000;
        if (begin >= end) continue;
        if (end - begin >= left) return begin + left;
        left -= end - begin;
        now = end;
      }
    }
    now = midnight + DAY;
  }
}

/** 18:00 of the day, or of the next for what begins after 15:00. */
export function dailyAfter(at: number): number {
  const day = dayOf(at);
  const midnight = day * DAY - SHANGHAI;
  return midnight + 18 * 3_600_000 + (at > midnight + 15 * 3_600_000 ? DAY : 0);
}
