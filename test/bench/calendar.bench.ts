/** Speed of the working calendar on one core: `node test/bench/calendar.bench.ts`. */
import { Temporal } from "temporal-polyfill";

import {
  addWorkingDays,
  addWorkingTime,
  loadChineseCalendar,
  type WorkingCalendar,
  workingTimeBetween,
} from "../../lib/domain/calendar/index.ts";

const shifts = [
  ["09:00", "12:00"],
  ["13:30", "18:00"],
] as const;
const china = loadChineseCalendar({ mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts });
const newYork: WorkingCalendar = { ...china, timeZone: "America/New_York" };

// Starts spread over three years, the same ones in every run.
const FIRST = Date.UTC(2023, 11, 1);
const starts = Array.from({ length: 4096 }, (_, index) =>
  Temporal.Instant.fromEpochMilliseconds(FIRST + Math.floor(((index * 2_654_435_761) % 2 ** 32) * 22)),
);
const PAUSE = starts.map((start) => [{ from: start.add({ hours: 1 }), to: start.add({ hours: 30 }) }]);

function measure(name: string, operation: (start: Temporal.Instant, index: number) => unknown): void {
  const rounds = 25;
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4; run++) {
    const began = performance.now();
    for (let round = 0; round < rounds; round++) {
      for (const [index, start] of starts.entries()) operation(start, index);
    }
    best = Math.min(best, performance.now() - began);
  }
  const perSecond = Math.round((rounds * starts.length * 1000) / best);
  console.log(`${name.padEnd(58)} ${perSecond.toLocaleString("en").padStart(12)}/s`);
}

for (const [place, calendar] of [
  ["Asia/Shanghai", china],
  ["America/New_York", newYork],
] as const) {
  measure(`addWorkingDays 3, close of business, ${place}`, (start) => addWorkingDays(calendar, start, 3));
  measure(`addWorkingDays 5, same clock, ${place}`, (start) =>
    addWorkingDays(calendar, start, 5, "same-clock"),
  );
  measure(`addWorkingTime 2 h, ${place}`, (start) => addWorkingTime(calendar, start, 7_200));
  measure(`addWorkingTime 40 h with a pause, ${place}`, (start, index) =>
    addWorkingTime(calendar, start, 144_000, PAUSE[index]),
  );
  measure(`workingTimeBetween over 90 days, ${place}`, (start) =>
    workingTimeBetween(calendar, start, start.add({ hours: 2160 })),
  );
}
