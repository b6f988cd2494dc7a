import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";
import { checkEveryPost, checkRecipients, type Staff } from "./recipients.ts";

/** D7: minutes from its discovery to the first and to the written report. */
const limits: Readonly<Record<string, number>> = { first: 30, written: 120 };
/** Whoever hears of an ordinary event, and of a report that has not come (docs/emergencies.md). */
const hears = { registered: ["supervisor", "project-manager"], overdue: ["project-manager", "region"] };

/** D7: reports are due as counted, the timer waits for the earliest, and who must hear of it or of one that is late hears once. */
export function checkEmergency(
  { registration, due, reports, announcements, alarm }: Json,
  staff: Staff,
  say: Say,
): void {
  const { id, projectId, discoveredAt, accident, press } = registration;
  for (const { stage, dueAt } of due) {
    const minutes = limits[stage as string];
    if (minutes !== undefined && Date.parse(dueAt) !== Date.parse(discoveredAt) + minutes * 60_000)
      say("a-report-is-due-as-counted", `${id} ${stage}: ${dueAt}, discovered ${discoveredAt}`);
    const isSettled = [
      ...reports.map((one: Json) => one.stage),
      ...announcements.map((one: Json) => one.about),
    ];
    const isWatched = alarm.at !== undefined && Date.parse(alarm.at) <= Date.parse(dueAt) + 1000;
    if (!isSettled.includes(stage) && !isWatched)
      say("the-timer-covers-every-rung", `emergency ${id} ${stage} at ${dueAt}, timer ${alarm.at}`);
  }
  const last = announcements.at(-1);
  for (const { about, at, recipients, seq } of announcements) {
    const where = `emergency ${id} ${about}`;
    if (announcements.some((one: Json) => one.about === about && one.seq !== seq)) say("a-rung-once", where);
    const limit = due.find((one: Json) => one.stage === about);
    if (limit !== undefined && at < limit.dueAt)
      say("no-rung-early", `${where}: ${at} before ${limit.dueAt}`);
    // Whoever holds a post may be another one by now: each is looked at when it is new.
    if (seq !== last.seq) continue;
    const place = { projectId, handlers: new Set<string>(), at };
    checkRecipients(where, { recipients }, place, staff, say);
    const wanted = about === "registered" ? hears.registered : hears.overdue;
    if (accident !== true && press !== true) checkEveryPost(where, { recipients }, wanted, place, staff, say);
  }
}
