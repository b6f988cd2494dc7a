import type { DefectList } from "./defects.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAMED_ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  cst: 480,
  hkt: 480,
  edt: -240,
  est: -300,
  cdt: -300,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  jst: 540,
  kst: 540,
  bst: 60,
  cet: 60,
  cest: 120,
};
// "CST" is China Standard Time here, as it is in nearly every mail this desk receives.
const CHINA_OFFSET_MINUTES = 480;

/**
 * A Date field as an ISO 8601 instant in UTC, or null. RFC 5322, ISO and Chinese spellings; a date
 * without a zone is read as Asia/Shanghai.
 */
export function parseDate(field: string | null, defects: DefectList): string | null {
  if (field === null || field.trim() === "") {
    defects.add("date-missing");
    return null;
  }
  const instant = readDate(field, defects);
  if (instant === null) defects.add("date-unreadable");
  return instant;
}

function readDate(field: string, defects: DefectList): string | null {
  const text = field.slice(0, 200);
  const day = readDay(text);
  const time =
    /(?:^|[\sT,])(上午|下午|am|pm)?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(am|pm)?/i.exec(text);
  if (day === null || time === null) return null;
  const half = (time[1] ?? time[5] ?? "").toLowerCase();
  const clockHour = Number(time[2]);
  const hour = half === "" ? clockHour : (clockHour % 12) + (half === "pm" || half === "下午" ? 12 : 0);
  const minute = Number(time[3]);
  const second = Math.min(Number(time[4] ?? "0"), 59);
  if (hour > 23 || minute > 59) return null;
  const offset = readOffset(text.slice(time.index + time[0].length), defects);
  const utc = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second) - offset * 60_000;
  return new Date(utc).toISOString();
}

function readDay(text: string): { year: number; month: number; day: number } | null {
  const named = /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})\b/i.exec(text) ?? null;
  const american =
    /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,|\s+\d{1,2}:\d{2}:\d{2}(?:\s+[a-z+\d-]+)?)\s+(\d{4})/i.exec(text);
  const numeric = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  const found =
    named !== null
      ? {
          year: Number(named[3]),
          month: MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1,
          day: Number(named[1]),
        }
      : american !== null
        ? {
            year: Number(american[3]),
            month: MONTHS.indexOf((american[1] ?? "").toLowerCase()) + 1,
            day: Number(american[2]),
          }
        : numeric !== null
          ? { year: Number(numeric[1]), month: Number(numeric[2]), day: Number(numeric[3]) }
          : null;
  if (found === null || found.month < 1 || found.month > 12 || found.day < 1 || found.day > 31) return null;
  // Two-digit years by RFC 5322 4.3.
  const year = found.year < 50 ? found.year + 2000 : found.year < 1000 ? found.year + 1900 : found.year;
  return { ...found, year };
}

/** Minutes east of UTC. */
function readOffset(rest: string, defects: DefectList): number {
  const numeric = /^\s*(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d{2})/i.exec(rest);
  if (numeric !== null) return (numeric[1] === "-" ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  const named = NAMED_ZONES[/^\s*\(?([a-z]{1,4})\b/i.exec(rest)?.[1]?.toLowerCase() ?? ""];
  if (named !== undefined) return named;
  defects.add("date-zone-missing");
  return CHINA_OFFSET_MINUTES;
}
