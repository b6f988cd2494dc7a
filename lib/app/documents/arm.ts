import type { DocumentKindName, DocumentRef } from "../../domain/document/ref.ts";
import type { ArmedTimer, Reacting } from "../../domain/document/timer.ts";
import { type Instant, secondsBetween, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { ThrottledError } from "../ports/timers.ts";
import { documentDigest } from "./ids.ts";

type TimerPorts = Pick<Ports, "clock" | "crypto" | "alarmQueue" | "reactQueue" | "timers">;

/** SQS delays at most 15 minutes; anything later is a one-time schedule. */
const QUEUE_DELAY_LIMIT_SECONDS = 900;

const prefixes: Readonly<Record<DocumentKindName, string>> = {
  complaint: "c",
  group: "g",
  emergency: "e",
  submission: "s",
};

/** The name of a document's schedule: at most 64 characters of the few that schedules allow. */
export function timerName(
  { crypto }: Pick<Ports, "crypto">,
  { kind, id }: DocumentRef,
  epoch: number,
): string {
  // A submission's id holds its project's, which comes from elsewhere.
  return `${prefixes[kind]}-${kind === "submission" ? documentDigest(crypto, id) : id}-${epoch}`;
}

/**
 * Sets the timer of the current epoch and deletes the schedule it supersedes. When schedules are throttled the standing
 * state comes back and the reactions are asked for again later, each document at a moment of its own.
 */
export async function arm(
  ports: TimerPorts,
  document: Pick<Reacting, "alarm" | "armed" | "writtenAt" | "revision">,
  ref: DocumentRef,
): Promise<ArmedTimer> {
  const { alarm, armed, writtenAt } = document;
  if (armed.epoch === alarm.epoch) return armed;
  const now = toInstant(ports.clock.now());
  const { epoch, at } = alarm;
  try {
    const [via] = await Promise.all([
      at === undefined ? undefined : setTimer(ports, ref, epoch, at, now),
      ...superseded(document, now).map((old) => ports.timers.unschedule(timerName(ports, ref, old))),
    ]);
    return at === undefined || via === undefined ? { epoch } : { epoch, at, via };
  } catch (cause) {
    if (!(cause instanceof ThrottledError)) throw cause;
    const waited = secondsBetween(writtenAt, now);
    const left = at === undefined ? undefined : secondsBetween(now, at);
    const delaySeconds = askAgainSeconds(timerName(ports, ref, epoch), waited, left);
    if (delaySeconds !== undefined) await ports.reactQueue.send(ref, { delaySeconds });
    return armed;
  }
}

/**
 * Epochs whose schedules would ring for nothing: the one that was armed, and those between that nobody says were: whoever
 * set one may have died before it was recorded. The first write of a document cannot have been looked at by anybody before.
 */
function superseded(
  { alarm, armed, revision }: Pick<Reacting, "alarm" | "armed" | "revision">,
  now: Instant,
): number[] {
  const isStanding = armed.via === "schedule" && armed.at !== undefined && armed.at > now;
  const between = revision === 1 ? 0 : alarm.epoch - armed.epoch - 1;
  const unsaid = Array.from({ length: between }, (_, index) => armed.epoch + 1 + index);
  return isStanding ? [armed.epoch, ...unsaid] : unsaid;
}

/**
 * Deletes a schedule that no document will ever name: it was set, and somebody who asked for another instant wrote first.
 * It would ring for nothing; nobody would be told.
 */
export async function takeBack(
  ports: TimerPorts,
  { via, epoch }: ArmedTimer,
  wanted: number,
  ref: DocumentRef,
): Promise<void> {
  if (via === "schedule" && epoch !== wanted) await ports.timers.unschedule(timerName(ports, ref, epoch));
}

/** After this the sweep asks, with growing pauses and once for each document, however many messages had asked before. */
const SWEEP_ASKS_SECONDS = 300;
/** The longest that the sweep takes from one rescue to the next. */
const SWEEP_PAUSE_SECONDS = 1200;

/**
 * When the reactions of a throttled document are asked for again: after 10 to 69 seconds, the same for the same timer, so that
 * a burst comes back spread over a minute. One that has waited longer is left to the sweep, or those who wait would be what
 * keeps it throttled; unless its instant is near, where a message with a delay does and nobody throttles those.
 */
function askAgainSeconds(name: string, waited: number, left: number | undefined): number | undefined {
  let spread = 0;
  for (const character of name) spread = (spread * 31 + (character.codePointAt(0) ?? 0)) % 60;
  const first = 10 + spread;
  if (waited < SWEEP_ASKS_SECONDS) return first;
  if (left === undefined || left > QUEUE_DELAY_LIMIT_SECONDS + SWEEP_PAUSE_SECONDS) return undefined;
  return Math.min(
    QUEUE_DELAY_LIMIT_SECONDS,
    Math.max(first, Math.floor(left) - QUEUE_DELAY_LIMIT_SECONDS + first),
  );
}

async function setTimer(
  ports: TimerPorts,
  ref: DocumentRef,
  epoch: number,
  at: Instant,
  now: Instant,
): Promise<"queue" | "schedule"> {
  const delaySeconds = Math.max(0, secondsBetween(now, at) + 1);
  if (delaySeconds <= QUEUE_DELAY_LIMIT_SECONDS) {
    await ports.alarmQueue.send({ ...ref, epoch }, { delaySeconds: at <= now ? 0 : delaySeconds });
    return "queue";
  }
  await ports.timers.schedule(timerName(ports, ref, epoch), at, { ...ref, epoch });
  return "schedule";
}
