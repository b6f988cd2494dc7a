import { defined } from "../../domain/present.ts";
import { type Instant, plusSeconds, secondsBetween, toInstant } from "../../domain/time/instant.ts";
import { turnOf } from "../../domain/time/turn.ts";
import { isStuck, resumeJob } from "../jobs/watch.ts";
import { sweepMails } from "../mail/sweep-mails.ts";
import type { OverdueAlarm } from "../ports/alarms.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { tellOfWaiting } from "../quarantine/waiting.ts";
import { watchRules } from "../rules/watch.ts";
import { isHopeless, rescuesDue } from "./patience.ts";

type SweepPorts = Parameters<typeof watchRules>[0] &
  Parameters<typeof sweepMails>[0] &
  Parameters<typeof tellOfWaiting>[0] &
  Pick<Ports, "alarms" | "noticeQueue" | "reportQueue" | "webhookQueue" | "jobs">;

/** Only what is later than this is rescued: earlier, the ordinary way may still be at work. */
const GRACE_SECONDS = 180;
/** What was put aside is tried again every four hours: if it was an outage after all, it comes back by itself. */
const ASIDE_TURNS = 48;
const PAGE = 100;

export interface SweepResult {
  readonly rescued: number;
  readonly putAside: number;
  readonly mails: number;
  /** Open complaints that were computed with rules no longer in force. */
  readonly outdated: number;
  /** Projects with quarantined mails that nobody has looked at; looked up once an hour. */
  readonly waiting: number;
}

/** Finds what lost messages missed: late alarms, reactions and notices not handed over, jobs that stand still, raw mails not taken. */
export async function sweep(ports: SweepPorts): Promise<SweepResult> {
  const now = toInstant(ports.clock.now());
  const length = await ports.alarms.shards();
  const shards = Array.from({ length }, (_, shard) => sweepShard(ports, shard, now));
  const [mails, { outdated }, waiting, ...swept] = await Promise.all([
    sweepMails(ports),
    watchRules(ports),
    tellOfWaiting(ports),
    ...shards,
    lookAside(ports, now),
  ]);
  const rescued = sum(swept.map((shard) => shard.rescued));
  const putAside = sum(swept.map((shard) => shard.putAside));
  if (rescued > 0) ports.telemetry.count("SweepRescues", rescued);
  if (putAside > 0) ports.telemetry.count("PutAside", putAside);
  return { rescued, putAside, mails, outdated, waiting };
}

async function sweepShard(ports: SweepPorts, shard: number, now: Instant) {
  const before = plusSeconds(now, -GRACE_SECONDS);
  let rescued = 0;
  let putAside = 0;
  for await (const alarm of paged((page) => ports.alarms.overdue(shard, before, page))) {
    if (alarm.kind === "job" && !(await isStuck(ports, alarm.jobId))) continue;
    const late = secondsBetween(alarm.at, now) - GRACE_SECONDS;
    const times = await ports.alarms.countRescue(alarm, rescuesDue(late));
    if (times === undefined) continue;
    await rescue(ports, alarm);
    rescued += 1;
    const { pk, sk } = alarm.ref;
    ports.telemetry.info("rescued", { kind: alarm.kind, pk, sk, lateSeconds: late, times });
    if (!isHopeless(late, times)) continue;
    await ports.alarms.putAside(alarm);
    ports.telemetry.error("put aside after a day of rescues", { pk, sk });
    putAside += 1;
  }
  return { rescued, putAside };
}

/** A write of the item takes it out of what is put aside. */
async function lookAside(ports: SweepPorts, now: Instant) {
  let rescued = 0;
  if (turnOf(now) % ASIDE_TURNS === 0) {
    for await (const alarm of paged((page) => ports.alarms.aside(page))) {
      await rescue(ports, alarm);
      rescued += 1;
    }
  }
  return { rescued, putAside: 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function* paged(
  read: (page: PageRequest) => Promise<Page<OverdueAlarm>>,
): AsyncGenerator<OverdueAlarm> {
  let cursor: string | undefined;
  do {
    const page = await read({
      limit: PAGE,
      ...defined({ cursor }),
    });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

async function rescue(ports: SweepPorts, alarm: OverdueAlarm): Promise<void> {
  switch (alarm.kind) {
    case "notice":
      await ports.noticeQueue.send(alarm.ref);
      return;
    case "delivery":
      await ports.webhookQueue.send(alarm.ref);
      return;
    case "document":
      await ports.reactQueue.send(alarm.document);
      await ports.alarmQueue.send(alarm.document);
      return;
    case "run":
      await ports.reportQueue.send({ kind: "deadline", runId: alarm.runId });
      return;
    case "held":
      await ports.reactQueue.send(alarm.held);
      return;
    case "job":
      await resumeJob(ports, alarm.jobId);
      return;
  }
}
