import type { RosterPattern } from "../../../lib/contracts/roster-pattern.ts";
import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

const [HOUR, DAY, SHANGHAI] = [3_600_000, 86_400_000, 8 * 3_600_000];
const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const clock = (time: string) => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * 60_000;

export interface Moment {
  readonly projectId: string;
  readonly post: string;
  readonly departmentId: string | undefined;
  readonly at: number;
}

/** Who is on shift for a post at a moment, day by day from the patterns of the week. */
function onShift(
  patterns: readonly RosterPattern[],
  { projectId, post, departmentId, at }: Moment,
): string[] {
  const shifts = patterns.find((one) => one.projectId === projectId)?.shifts ?? [];
  const today = Math.floor((at + SHANGHAI) / DAY);
  return [today - 1, today].flatMap((day) => {
    const midnight = day * DAY - SHANGHAI;
    const date = new Date(day * DAY);
    const ofYear = day - Date.UTC(date.getUTCFullYear(), 0, 1) / DAY + 1;
    return shifts.flatMap(({ post: held, departmentId: of, days, from, to, people }) => {
      if (held !== post || of !== departmentId || !days.some((one) => one === names[date.getUTCDay()]))
        return [];
      const end = clock(to) > clock(from) ? clock(to) : clock(to) + DAY;
      const person = people[ofYear % people.length];
      return at >= midnight + clock(from) && at < midnight + end && person !== undefined ? [person] : [];
    });
  });
}

/** Whoever is on shift hears, and nobody else of that post; the moment is when it is decided, give or take the clocks. */
export function checkOnShift(
  about: string,
  { recipients }: Json,
  patterns: readonly RosterPattern[],
  place: {
    readonly projectId: string;
    readonly departmentId?: string;
    readonly handlers: ReadonlySet<string>;
  },
  at: number,
  say: Say,
): void {
  for (const { personId, post, insteadOf, substituteFor } of recipients) {
    if (insteadOf !== undefined || substituteFor !== undefined) continue;
    if (post === "handler" && place.handlers.size > 0) continue;
    const own = post === "handler" || post === "department-head";
    const moment = { projectId: place.projectId, post, departmentId: own ? place.departmentId : undefined };
    const there = [-60_000, 0, 60_000].map((by) => onShift(patterns, { ...moment, at: at + by }));
    if (there.every((shift) => shift.length > 0 && !shift.includes(personId)))
      say("whoever-is-on-shift-hears", `${about}: ${personId}, not ${there.flat().join()}`);
  }
}
