import type { Project } from "../../domain/organisation/organisation.ts";
import { monthBefore } from "../../domain/statistics/period.ts";
import { type Instant, monthOf } from "../../domain/time/instant.ts";
import { monthsBetween } from "../../domain/time/months.ts";
import type { Ports } from "../ports/index.ts";

type MonthPorts = Pick<Ports, "organisation">;

/**
 * The first month (`YYYY-MM`, the project's zone) that may hold records: `since`, or an earlier one in which something
 * was received that the desk accepted, such as the backlog of a going live. What is accepted counts.
 */
export async function firstMonthOf({ organisation }: MonthPorts, project: Project): Promise<string> {
  const noted = await organisation.firstMonth(project.id);
  return noted !== undefined && noted < project.since ? noted : project.since;
}

/** Intake takes what was received up to 90 days ago: at most so many months before the one it is registered in. */
const BACKLOG_MONTHS = 4;

/**
 * Every month that may hold records of a project, oldest first, up to the one of an instant. Begins as early as a backlog
 * can, since months are noted only from the time on that the desk does so.
 */
export async function monthsOfRecords(
  ports: MonthPorts,
  project: Project,
  until: Instant,
): Promise<Iterable<string>> {
  let first = project.since;
  for (let months = 0; months < BACKLOG_MONTHS; months += 1) first = monthBefore(first);
  const noted = await firstMonthOf(ports, project);
  return monthsBetween(noted < first ? noted : first, monthOf(until, project.timeZone));
}

/** True if one of the projects may hold records of the month or of an earlier one. */
export async function hasRecords(
  ports: MonthPorts,
  projects: readonly Project[],
  month: string,
): Promise<boolean> {
  if (projects.some(({ since }) => since <= month)) return true;
  for (const project of projects) if ((await firstMonthOf(ports, project)) <= month) return true;
  return false;
}

/**
 * Notes that something received before `since` is about to be registered; to be called before it is written, so that a
 * crash in between leaves a month without records and never records without their month.
 */
export async function noteMonth(
  { organisation }: MonthPorts,
  project: Project,
  receivedAt: Instant,
): Promise<void> {
  const month = monthOf(receivedAt, project.timeZone);
  if (month < project.since) await organisation.noteFirstMonth(project.id, month);
}

/** A project's `since` moves on: the months it leaves out may hold records. To be called before it is written. */
export async function noteEarlierSince(
  { organisation }: MonthPorts,
  before: Project | undefined,
  after: Project,
): Promise<void> {
  if (before !== undefined && before.since < after.since)
    await organisation.noteFirstMonth(after.id, before.since);
}
