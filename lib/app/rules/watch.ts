import { loadChineseCalendar } from "../../domain/calendar/index.ts";
import { type CalendarEdition, noticesInForce } from "../../domain/editions/calendars.ts";
import { type PolicyEdition, scopesOf } from "../../domain/editions/scope.ts";
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
  | "alarms"
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
  let outdated = 0;
  const { shards } = ports.alarms;
  for (const shard of isQuiet ? Array(shards).keys() : shardsOfLook(turn / LOOK_TURNS, shards)) {
    outdated += await findOutdated(ports, projects, shard);
  }
  return { outdated };
}

/** As many shards of the open complaints as there were turns since the last look, one after the other round and round. */
function shardsOfLook(look: number, shards: number): Set<number> {
  return new Set(Array.from({ length: LOOK_TURNS }, (_, index) => (look * LOOK_TURNS + index) % shards));
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

async function findOutdated(ports: WatchPorts, projects: readonly Project[], shard: number): Promise<number> {
  const stamps = new Map<string, string>();
  for (const { id, timeZone } of projects) {
    const { policy, calendarVersion } = await ports.rules.forProject(id, timeZone);
    stamps.set(id, rulesStamp(policy.version, calendarVersion));
  }
  let outdated = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.complaints.openInShard(shard, {
      limit: PAGE,
      ...defined({ cursor }),
    });
    for (const { id, fact } of page.items) {
      const inForce = stamps.get(fact.projectId);
      if (fact.rules === undefined || inForce === undefined || fact.rules === inForce) continue;
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
