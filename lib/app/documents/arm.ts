import type { ArmedTimer, Complaint } from "../../domain/complaint/document.ts";
import { type Instant, secondsBetween, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage, ReactMessage } from "../ports/queues.ts";
import { ThrottledError } from "../ports/timers.ts";

type TimerPorts = Pick<Ports, "clock" | "alarmQueue" | "reactQueue" | "timers">;

/** How a document's timers are called and what they say when they come. */
export interface Timer {
  readonly name: (epoch: number) => string;
  readonly message: (epoch: number) => AlarmMessage;
  /** Asks for the document's reactions once more. */
  readonly again: ReactMessage;
}

/** SQS delays at most 15 minutes; anything later is a one-time schedule. */
const QUEUE_DELAY_LIMIT_SECONDS = 900;
/**
 * Sets the timer of the current epoch and deletes the schedule it supersedes. When schedules are throttled the standing
 * state comes back and the reactions are asked for again a little later, each document at a moment of its own.
 */
export async function arm(
  ports: TimerPorts,
  { alarm, armed }: Pick<Complaint, "alarm" | "armed">,
  timer: Timer,
): Promise<ArmedTimer> {
  if (armed.epoch === alarm.epoch) return armed;
  const now = toInstant(ports.clock.now());
  const superseded = armed.via === "schedule" && armed.at !== undefined && armed.at > now;
  const { epoch, at } = alarm;
  try {
    const [via] = await Promise.all([
      at === undefined ? undefined : setTimer(ports, timer, epoch, at, now),
      superseded ? ports.timers.unschedule(timer.name(armed.epoch)) : undefined,
    ]);
    return at === undefined || via === undefined ? { epoch } : { epoch, at, via };
  } catch (cause) {
    if (!(cause instanceof ThrottledError)) throw cause;
    await ports.reactQueue.send(timer.again, { delaySeconds: backOffSeconds(timer.name(alarm.epoch)) });
    return armed;
  }
}

/** 10 to 69 seconds, the same for the same timer: a burst that was throttled comes back spread over a minute. */
function backOffSeconds(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 60;
  return 10 + sum;
}

async function setTimer(
  ports: TimerPorts,
  timer: Timer,
  epoch: number,
  at: Instant,
  now: Instant,
): Promise<"queue" | "schedule"> {
  const delaySeconds = Math.max(0, secondsBetween(now, at) + 1);
  if (delaySeconds <= QUEUE_DELAY_LIMIT_SECONDS) {
    await ports.alarmQueue.send(timer.message(epoch), { delaySeconds: at <= now ? 0 : delaySeconds });
    return "queue";
  }
  await ports.timers.schedule(timer.name(epoch), at, timer.message(epoch));
  return "schedule";
}
