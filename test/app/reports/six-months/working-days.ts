/** The State Council's notice for 2026, first half, typed from the notice; close of business is 18:00 in Shanghai. */
const holidays = new Set([
  ...days("2026-01-01", 3),
  ...days("2026-02-15", 9),
  ...days("2026-04-04", 3),
  ...days("2026-05-01", 5),
  ...days("2026-06-19", 3),
]);
const madeUp = new Set(["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09"]);

function days(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The local date and wall time of an instant, for a zone that knows no summer time. */
export function local(instant: string, offsetHours = 8): string {
  return new Date(Date.parse(instant) + offsetHours * 3_600_000).toISOString();
}

/** The instant of a local date and wall time. */
export function instant(localTime: string, offsetHours = 8): string {
  return new Date(Date.parse(`${localTime}Z`) - offsetHours * 3_600_000).toISOString();
}

/** D6: the end of business of the nth working day after that day. */
export function workingDaysAfter(start: string, count: number, offsetHours = 8): string {
  let day = local(start, offsetHours).slice(0, 10);
  for (let left = count; left > 0; ) {
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    if (isWorkday(day)) left -= 1;
  }
  return instant(`${day}T18:00:00.000`, offsetHours);
}

function isWorkday(day: string): boolean {
  const week = new Date(day).getUTCDay();
  return madeUp.has(day) || (week !== 0 && week !== 6 && !holidays.has(day));
}

/** How many working days of 09:00 to 18:00 lie between, to the nearest whole one, halves up. */
export function workedDays(from: string, to: string, offsetHours = 8): number {
  let worked = 0;
  const last = local(to, offsetHours).slice(0, 10);
  for (let day = local(from, offsetHours).slice(0, 10); day <= last; day = nextDay(day)) {
    if (!isWorkday(day)) continue;
    const [opens, closes] = [
      instant(`${day}T09:00:00.000`, offsetHours),
      instant(`${day}T18:00:00.000`, offsetHours),
    ];
    const [begins, ends] = [from > opens ? from : opens, to < closes ? to : closes];
    if (begins < ends) worked += Date.parse(ends) - Date.parse(begins);
  }
  return Math.floor(worked / (9 * 3_600_000) + 0.5);
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** When so many minutes have been worked. */
export function workedAfter(from: string, minutes: number, offsetHours = 8): string {
  let left = minutes * 60_000;
  for (let day = local(from, offsetHours).slice(0, 10); ; day = nextDay(day)) {
    if (!isWorkday(day)) continue;
    const opens = instant(`${day}T09:00:00.000`, offsetHours);
    const closes = instant(`${day}T18:00:00.000`, offsetHours);
    const begins = from > opens ? from : opens;
    const room = Math.max(0, Date.parse(closes) - Date.parse(begins));
    if (left <= room) return plus(begins, left / 3_600_000);
    left -= room;
  }
}

/** So many hours later. */
export function plus(at: string, hours: number): string {
  return new Date(Date.parse(at) + Math.round(hours * 3_600_000)).toISOString();
}
