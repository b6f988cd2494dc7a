import { noticesInForce } from "../../domain/calendar/index.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { type PolicyEdition, scopesOf } from "../../domain/policy/scope.ts";
import {
  fromInstant,
  type Instant,
  plusSeconds,
  secondsBetween,
  toInstant,
} from "../../domain/time/instant.ts";
import { rulesStamp } from "../fact-row.ts";
import { kickJob, startJob } from "../jobs/start.ts";
import type { Ports } from "../ports.ts";
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
/** The sweep comes every five minutes; each time another shard of the open complaints is looked through. */
const TURN_SECONDS = 300;
const PAGE = 200;
/** From November on next year's holiday notice is expected (it was published by then in every year so far). */
const NOTICE_MONTH = 11;

export interface WatchResult {
  readonly outdated: number;
  readonly noticeMissing: boolean;
}

/**
 * Looks after the rules: policies that have taken effect get their job, an unfinished job is sent round again, open
 * complaints computed with other rules than those in force are timed again, a missing holiday notice calls people.
 */
export async function watchRules(ports: WatchPorts): Promise<WatchResult> {
  const now = toInstant(ports.clock.now());
  const projects = await ports.organisation.projects();
  const { policies, calendars } = await ports.ruleStore.published();
  for (const edition of policies) await followUp(ports, edition, projects, now);
  for (const { version, publishedAt } of calendars) {
    const job = isRecent(publishedAt, now)
      ? await ports.jobs.job(retimeJobId(ports, `calendar ${version}`))
      : undefined;
    if (job !== undefined) await kickUnfinished(ports, job.id);
  }
  const outdated = await findOutdated(ports, projects, now);
  const noticeMissing = isNoticeMissing(
    Math.max(...noticesInForce(calendars).map(({ year }) => year)),
    now,
    projects,
  );
  if (noticeMissing) ports.telemetry.count("HolidayNoticeMissing");
  return { outdated, noticeMissing };
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

async function findOutdated(ports: WatchPorts, projects: readonly Project[], now: Instant): Promise<number> {
  const turn = Math.floor(fromInstant(now).epochMilliseconds / 1000 / TURN_SECONDS);
  const stamps = new Map<string, string>();
  for (const { id, timeZone } of projects) {
    const { policy, calendarVersion } = await ports.rules.forProject(id, timeZone);
    stamps.set(id, rulesStamp(policy.version, calendarVersion));
  }
  let outdated = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.complaints.openInShard(turn % ports.alarms.shards, {
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { id, fact } of page.items) {
      const inForce = stamps.get(fact.projectId);
      if (fact.rules === undefined || inForce === undefined || fact.rules === inForce) continue;
      outdated += 1;
      await ports.alarmQueue.send({ id });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return outdated;
}

function isNoticeMissing(lastYear: number, now: Instant, [first]: readonly Project[]): boolean {
  const { year, month } = fromInstant(now).toZonedDateTimeISO(first?.timeZone ?? "Asia/Shanghai");
  return lastYear < (month >= NOTICE_MONTH ? year + 1 : year);
}
