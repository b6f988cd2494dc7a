import { loadChineseCalendar } from "../../domain/calendar/index.ts";
import { type CalendarEdition, noticesInForce } from "../../domain/editions/calendars.ts";
import { type PolicyEdition, scopesOf } from "../../domain/editions/scope.ts";
import { inBatches } from "../../domain/in-batches.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { rulesStamp } from "../../domain/statistics/fact-row.ts";
import {
  fromInstant,
  type Instant,
  plusSeconds,
  secondsBetween,
  toInstant,
} from "../../domain/time/instant.ts";
import { TURN_SECONDS, turnOf } from "../../domain/time/turn.ts";
import { kickJob, startJob } from "../jobs/start.ts";
import type { Ports } from "../ports/index.ts";
import { retimeJob, retimeJobId } from "./publish.ts";

type WatchPorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "complaints"
  | "organisation"
  | "ruleStore"
  | "rules"
  | "jobs"
  | "reactQueue"
  | "alarmQueue"
  | "telemetry"
>;

const DAY_SECONDS = 86_400;
/** Half an hour between two looks at what is published; nothing about rules is a matter of minutes. */
const LOOK_TURNS = 6;
/** Half a day between two looks at open complaints while nothing has been published. */
const QUIET_TURNS = 144;
const PAGE = 200;
/** Projects are looked through in so many parts, so that a large company's do not all fall to one look. */
const PARTS = 8;
/** So many projects at the same time. */
const AT_ONCE = 8;
/** From November on next year's holiday notice is expected (it was published by then in every year so far). */
const NOTICE_MONTH = 11;

export interface WatchResult {
  readonly outdated: number;
}

/**
 * Looks after the rules: policies that have taken effect get their job, an unfinished job is sent round again, open
 * complaints computed with other rules than those in force are timed again, a missing holiday notice calls people.
 */
export async function watchRules(ports: WatchPorts): Promise<WatchResult> {
  const now = toInstant(ports.clock.now());
  const turn = turnOf(now);
  if (turn % LOOK_TURNS !== 0) return { outdated: 0 };
  const { policies, calendars } = await ports.ruleStore.published();
  if (isNoticeMissing(calendars, now)) ports.telemetry.count("HolidayNoticeMissing");
  // Nothing published: only a new version of the software can have brought other rules. A complaint whose timer comes
  // takes them at once; for the others that may take hours.
  const isQuiet = policies.length + calendars.length === 0;
  if (isQuiet && turn % QUIET_TURNS !== 0) return { outdated: 0 };
  const projects = await ports.organisation.projects();
  for (const edition of policies) await followUp(ports, edition, projects, now);
  for (const { version, publishedAt } of calendars) {
    if (isRecent(publishedAt, now)) await kickUnfinished(ports, retimeJobId(ports, `calendar ${version}`));
  }
  const parts = isQuiet ? undefined : partsOfLook(turn / LOOK_TURNS);
  const looked = projects.filter((_, index) => parts?.has(index % PARTS) ?? true);
  const found = await inBatches(looked, AT_ONCE, (project) => findOutdated(ports, project));
  return { outdated: found.reduce((sum, one) => sum + one, 0) };
}

/** As many parts of the projects as there were turns since the last look, one after the other round and round. */
function partsOfLook(look: number): Set<number> {
  return new Set(Array.from({ length: LOOK_TURNS }, (_, index) => (look * LOOK_TURNS + index) % PARTS));
}

async function followUp(
  ports: WatchPorts,
  edition: PolicyEdition,
  projects: readonly Project[],
  now: Instant,
): Promise<void> {
  if (!isRecent(edition.effectiveFrom, now)) return;
  const own = projects.filter(({ id, city, region }) =>
    scopesOf({ projectId: id, city, region }).includes(edition.scope),
  );
  const job = retimeJob(ports, edition.version, own, now, "sweep");
  if ((await ports.jobs.job(job.id)) === undefined) await startJob(ports, job);
  else await kickUnfinished(ports, job.id);
}

/** A message may have been lost: whatever is left after ten minutes is sent round again. */
async function kickUnfinished(ports: WatchPorts, jobId: string): Promise<void> {
  const job = await ports.jobs.job(jobId);
  if (job === undefined || secondsBetween(job.startedAt, toInstant(ports.clock.now())) < 2 * TURN_SECONDS)
    return;
  const parts = await ports.jobs.parts(jobId);
  if (parts.filter((part) => part.done).length < job.projectIds.length) await kickJob(ports, job);
}

function isRecent(at: Instant, now: Instant): boolean {
  return at <= now && at > plusSeconds(now, -DAY_SECONDS);
}

async function findOutdated(ports: WatchPorts, project: Project): Promise<number> {
  const { policy, calendarVersion } = await ports.rules.forProject(project.id, project.timeZone);
  const inForce = rulesStamp(policy.version, calendarVersion);
  let outdated = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.complaints.openByProject(project.id, { limit: PAGE, ...defined({ cursor }) });
    for (const { id, fact } of page.items) {
      if (fact.rules === undefined || fact.rules === inForce) continue;
      outdated += 1;
      await ports.alarmQueue.send({ kind: "complaint", id });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return outdated;
}

function isNoticeMissing(calendars: readonly CalendarEdition[], now: Instant): boolean {
  const lastYear = Math.max(...noticesInForce(calendars).map(({ year }) => year));
  const { year, month } = fromInstant(now).toZonedDateTimeISO(loadChineseCalendar().timeZone);
  return lastYear < (month >= NOTICE_MONTH ? year + 1 : year);
}
