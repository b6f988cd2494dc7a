import type { Project } from "../../domain/organisation/organisation.ts";
import type { RetentionReport } from "../../domain/person-data/retention.ts";
import { tracesOf } from "../../domain/person-data/traces.ts";
import { type NightlyKind, privacyPolicyOf } from "../../domain/policy/privacy-policy.ts";
import {
  DEFAULT_TIME_ZONE,
  fromInstant,
  type Instant,
  localDate,
  plusSeconds,
  toInstant,
} from "../../domain/time/instant.ts";
import { eachOf, monthsAround } from "../paging/pages.ts";
import type { Ports } from "../ports/index.ts";
import { RECORDINGS } from "../ports/upload.ts";
import { forgetRecording } from "../recordings/copy.ts";
import { eraseComplaint } from "./complaint.ts";
import { eraseOfGroups } from "./groups.ts";
import { noteErasure } from "./list.ts";
import type { ErasurePorts } from "./ports.ts";
import { maskReports } from "./reports.ts";

export type RetentionPorts = ErasurePorts & Pick<Ports, "personRequests" | "retention">;

const DAY = 86_400;
/** The run begins in this local hour of the company (`default`): nobody works, and the month's report is done. */
export const HOUR = 3;
/** A complaint ends within so many months of its receipt, or is looked at when it is found by somebody (`default`). */
const MONTHS_BACK = 13;
/** Erased together: their files and forms are read once. */
const TOGETHER = 20;
const MOST_OBJECTS = 1_000_000;

/**
 * Once a night: removes what has been kept as long as the policy says, and writes down what it removed. A night that broke off is
 * gone on with by the next call; what is done twice removes nothing twice. Undefined: it is not the time, or the night is done.
 */
export async function keepNoLonger(ports: RetentionPorts): Promise<RetentionReport | undefined> {
  const now = toInstant(ports.clock.now());
  const zone = (await ports.organisation.company())?.timeZone ?? DEFAULT_TIME_ZONE;
  if (fromInstant(now).toZonedDateTimeISO(zone).hour !== HOUR) return undefined;
  const date = localDate(now, zone);
  const [last] = await ports.retention.latest(1);
  if (last?.date === date && last.finishedAt !== undefined) return undefined;
  return removeKept(ports, date, now);
}

/** The night's run itself, whenever it is. */
export async function removeKept(
  ports: RetentionPorts,
  date: string,
  now: Instant,
): Promise<RetentionReport> {
  const [last] = (await ports.retention.latest(30)).filter(
    ({ complaintsUntil }) => complaintsUntil !== undefined,
  );
  const removed: Partial<Record<NightlyKind, number>> = {};
  const begun: RetentionReport = { date, startedAt: now, removed };
  await ports.retention.put(begun);
  const keep = await keptDays(ports);
  removed.rawMails = await removeRawMails(ports, plusSeconds(now, -keep.rawMails * DAY));
  removed.quarantine = await removeOldQuarantined(ports, plusSeconds(now, -keep.quarantine * DAY));
  removed.requests = await removeRequests(ports, plusSeconds(now, -keep.requests * DAY));
  removed.recordings = await removeRecordings(ports, plusSeconds(now, -keep.recordings * DAY));
  removed.complaints = 0;
  for (const project of await ports.organisation.projects()) {
    removed.complaints += await eraseEnded(ports, project, now, last?.complaintsUntil);
  }
  const report = { ...begun, finishedAt: toInstant(ports.clock.now()), complaintsUntil: now, removed };
  await ports.retention.put(report);
  ports.telemetry.info("kept no longer", { date, ...removed });
  return report;
}

/** Of company-wide kinds the longest that any project's policy keeps counts. */
export async function keptDays({
  organisation,
  rules,
}: Pick<RetentionPorts, "organisation" | "rules">): Promise<Record<NightlyKind, number>> {
  const projects = await organisation.projects();
  const policies = await Promise.all(
    projects.map(
      async ({ id, timeZone }) => privacyPolicyOf((await rules.forProject(id, timeZone)).policy).keepDays,
    ),
  );
  const longest = (kind: NightlyKind) =>
    Math.max(
      ...policies.map((days) => days[kind]),
      privacyPolicyOf({}).keepDays[kind] * Number(policies.length === 0),
    );
  return {
    complaints: longest("complaints"),
    rawMails: longest("rawMails"),
    quarantine: longest("quarantine"),
    requests: longest("requests"),
    recordings: longest("recordings"),
  };
}

async function removeRawMails({ mailbox }: RetentionPorts, before: Instant): Promise<number> {
  const old = await mailbox.listOlderThan("mail/", before, MOST_OBJECTS);
  for (const { key } of old) await mailbox.remove(key);
  return old.length;
}

async function removeRecordings(ports: RetentionPorts, before: Instant): Promise<number> {
  const old = await ports.attachments.listOlderThan(RECORDINGS, before, MOST_OBJECTS);
  for (const { key } of old) {
    const [complaintId = "", fileId = ""] = key.slice(RECORDINGS.length).split("/");
    await forgetRecording(ports, complaintId, fileId);
  }
  return old.length;
}

async function removeOldQuarantined(ports: RetentionPorts, before: Instant): Promise<number> {
  const old: { readonly id: string; readonly rawKey: string; readonly own: boolean }[] = [];
  for await (const { id, at, rawKey, accepted } of eachOf((page) => ports.quarantine.list(page))) {
    // The raw form of an accepted one is its complaint's.
    if (at < before) old.push({ id, rawKey, own: accepted === undefined });
  }
  for (const { id, rawKey, own } of old) {
    if (own) await ports.mailbox.remove(rawKey);
    await ports.quarantine.remove(id);
  }
  return old.length;
}

async function removeRequests({ personRequests }: RetentionPorts, before: Instant): Promise<number> {
  const old: string[] = [];
  for await (const { id, decided } of eachOf((page) => personRequests.list(page))) {
    if (decided !== undefined && decided.at < before) old.push(id);
  }
  for (const id of old) await personRequests.remove(id);
  return old.length;
}

/** Erases the complaints of a project that ended between the last run's reach and this one's. */
async function eraseEnded(
  ports: RetentionPorts,
  project: Project,
  now: Instant,
  lastRun: Instant | undefined,
): Promise<number> {
  const { policy } = await ports.rules.forProject(project.id, project.timeZone);
  const seconds = privacyPolicyOf(policy).keepDays.complaints * DAY;
  const until = plusSeconds(now, -seconds);
  // A month more than since the last run: what is done is closed some days later.
  const since = lastRun === undefined ? undefined : plusSeconds(lastRun, -seconds - 31 * DAY);
  const first = since === undefined ? `${project.since}-01T00:00:00Z` : monthsBefore(since);
  const ended: string[] = [];
  for (const month of monthsAround(first, until)) {
    for await (const { id, fact } of eachOf((page) =>
      ports.complaints.receivedInMonth(project.id, month, page),
    )) {
      const at = fact.endedAt ?? fact.completedAt;
      if (at !== undefined && at < until && (since === undefined || at >= since)) ended.push(id);
    }
  }
  let erased = 0;
  for (let from = 0; from < ended.length; from += TOGETHER)
    erased += await eraseTogether(ports, ended.slice(from, from + TOGETHER), until);
  return erased;
}

async function eraseTogether(ports: RetentionPorts, ids: readonly string[], until: Instant): Promise<number> {
  const found = await ports.complaints.loadMany(ids);
  const over = found.filter(
    ({ closedAt, endedAt, personal, registration }) =>
      // Done is not closed: what is still asked about (回访) is kept.
      (closedAt ?? endedAt ?? "9999") < until &&
      (Object.keys(personal).length > 0 || registration.contactKey !== undefined),
  );
  if (over.length === 0) return 0;
  await noteErasure(ports, over);
  const whole = await Promise.all(over.map((one) => ports.complaints.whole(one)));
  // The flat's owner and the rules about a sender may be as true as ever: only what the complaints told goes.
  const traces = tracesOf(whole);
  for (const key of traces.rawMails) await ports.mailbox.remove(key);
  await eraseOfGroups(ports, traces);
  await maskReports(ports, traces);
  for (const { registration } of over) await eraseComplaint(ports, registration.id);
  return over.length;
}

function monthsBefore(at: Instant): Instant {
  return toInstant(fromInstant(at).toZonedDateTimeISO("UTC").subtract({ months: MONTHS_BACK }).toInstant());
}
