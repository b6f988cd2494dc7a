import { Temporal } from "temporal-polyfill";
import type { Ports } from "../../lib/app/ports/index.ts";
import { type RosterPattern, weekdays } from "../../lib/contracts/roster-pattern.ts";
import type { Shift } from "../../lib/domain/organisation/roster.ts";
import { type Instant, monthOf } from "../../lib/domain/time/instant.ts";

/** This month and the next ones get a roster; a shift of the month before may still last. */
const MONTHS = { before: 1, after: 3 };

/** The shifts of one month (`YYYY-MM`): every day of the pattern, people in turn by the day's number. */
export function shiftsOf({ shifts }: Pick<RosterPattern, "shifts">, month: string): Shift[] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const dates = Array.from({ length: first.daysInMonth }, (_, day) => first.add({ days: day }));
  return dates.flatMap((date) =>
    shifts.flatMap(({ days, people, ...shift }) => {
      const personId = people[date.dayOfYear % people.length];
      const worked = days.some((day) => weekdays[date.dayOfWeek - 1] === day);
      return worked && personId !== undefined ? [{ date: date.toString(), ...shift, personId }] : [];
    }),
  );
}

/** Gives the sample company's projects their rosters around an instant. Doing it again changes nothing. */
export async function seedRosters(
  { organisation, crypto }: Pick<Ports, "organisation" | "crypto">,
  patterns: readonly RosterPattern[],
  at: Instant,
): Promise<void> {
  for (const pattern of patterns) {
    const project = await organisation.project(pattern.projectId);
    if (project === undefined) throw new Error(`rosters.json: no project ${pattern.projectId}`);
    const now = Temporal.PlainYearMonth.from(monthOf(at, project.timeZone));
    for (let months = -MONTHS.before; months <= MONTHS.after; months += 1) {
      const month = now.add({ months }).toString();
      const shifts = shiftsOf(pattern, month);
      const contentHash = crypto.digest(JSON.stringify(shifts));
      await organisation.addRoster({
        projectId: project.id,
        month,
        version: 1,
        contentHash,
        at,
        by: "operator",
        shifts,
      });
    }
  }
}
