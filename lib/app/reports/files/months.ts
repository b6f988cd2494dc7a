import { monthBefore } from "../../../domain/statistics/period.ts";
import { monthOf, toInstant } from "../../../domain/time/instant.ts";
import { monthsBetween } from "../../../domain/time/months.ts";
import { firstMonthOf } from "../../periods/first-month.ts";
import type { Ports } from "../../ports/index.ts";

/** Projects whose noted first month is asked for: those that began first. */
const EARLIEST = 20;

/** Every month (`YYYY-MM`) from the first records to the one that runs, the newest first. */
export async function reportMonths(ports: Pick<Ports, "clock" | "organisation">): Promise<readonly string[]> {
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const now = monthOf(toInstant(ports.clock.now()), company.timeZone);
  const projects = (await ports.organisation.projects()).toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const firsts = await Promise.all(
    projects.slice(0, EARLIEST).map((project) => firstMonthOf(ports, project)),
  );
  const [first = now] = firsts.toSorted();
  return [...monthsBetween(first, now)].reverse();
}

/** The month whose files people look for when they name none: the one that ended last, if there is one. */
export function lastEnded(months: readonly string[]): string {
  const [now = "", before] = months;
  return before ?? (now === "" ? now : monthBefore(now));
}
