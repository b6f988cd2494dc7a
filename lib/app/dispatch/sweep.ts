import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { isStuck, resumeJob } from "../jobs/watch.ts";
import { sweepMails } from "../mail/sweep-mails.ts";
import type { OverdueAlarm } from "../ports/alarms.ts";
import type { Ports } from "../ports/index.ts";
import { watchRules } from "../rules/watch.ts";

type SweepPorts = Parameters<typeof watchRules>[0] &
  Parameters<typeof sweepMails>[0] &
  Pick<Ports, "noticeQueue" | "reportQueue" | "jobs">;

/** Only what is later than this is rescued: earlier, the ordinary way may still be at work. */
const GRACE_SECONDS = 180;
/** After so many rescues of the same alarm an item is put aside for people instead of being tried for ever. */
const MAX_RESCUES = 5;
const PAGE = 100;

export interface SweepResult {
  readonly rescued: number;
  readonly putAside: number;
  readonly mails: number;
  /** Open complaints that were computed with rules no longer in force. */
  readonly outdated: number;
}

/** Finds what lost messages missed: late alarms, reactions and notices not handed over, jobs that stand still, raw mails not taken. */
export async function sweep(ports: SweepPorts): Promise<SweepResult> {
  const before = plusSeconds(toInstant(ports.clock.now()), -GRACE_SECONDS);
  const shards = Array.from({ length: ports.alarms.shards }, (_, shard) => sweepShard(ports, shard, before));
  const [mails, { outdated }, ...swept] = await Promise.all([
    sweepMails(ports),
    watchRules(ports),
    ...shards,
  ]);
  const rescued = sum(swept.map((shard) => shard.rescued));
  const putAside = sum(swept.map((shard) => shard.putAside));
  if (rescued > 0) ports.telemetry.count("SweepRescues", rescued);
  if (putAside > 0) ports.telemetry.count("PutAside", putAside);
  return { rescued, putAside, mails, outdated };
}

async function sweepShard(ports: SweepPorts, shard: number, before: string) {
  let rescued = 0;
  let putAside = 0;
  for await (const alarm of overdue(ports, shard, before)) {
    if (alarm.kind === "job" && !(await isStuck(ports, alarm.jobId))) continue;
    if (await rescue(ports, alarm)) rescued += 1;
    else putAside += 1;
  }
  return { rescued, putAside };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function* overdue(ports: SweepPorts, shard: number, before: string): AsyncGenerator<OverdueAlarm> {
  let cursor: string | undefined;
  do {
    const page = await ports.alarms.overdue(shard, before, {
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

async function rescue(ports: SweepPorts, alarm: OverdueAlarm): Promise<boolean> {
  const times = await ports.alarms.countRescue(alarm);
  if (times > MAX_RESCUES) {
    await ports.alarms.putAside(alarm);
    ports.telemetry.error("put aside after repeated rescues", { pk: alarm.ref.pk, sk: alarm.ref.sk });
    return false;
  }
  switch (alarm.kind) {
    case "notice":
      await ports.noticeQueue.send(alarm.ref);
      return true;
    case "document":
      await ports.reactQueue.send(alarm.document);
      await ports.alarmQueue.send(alarm.document);
      return true;
    case "run":
      await ports.reportQueue.send({ kind: "deadline", runId: alarm.runId });
      return true;
    case "job":
      await resumeJob(ports, alarm.jobId);
      return true;
  }
}
