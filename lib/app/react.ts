import { type ArmedTimer, type Complaint, hasPendingReactions } from "../domain/complaint/document.ts";
import { type NoticePlan, plannedNotice } from "../domain/notices/notice.ts";
import { noticesFor } from "../domain/notices/plan.ts";
import { spreadSeconds } from "../domain/notices/spread.ts";
import { type Instant, secondsBetween, toInstant } from "../domain/time/instant.ts";
import { type ComplaintGroupPorts, reactInGroups } from "./groups/complaint-reactions.ts";
import { type AlarmMessage, type Ports, type ReactMessage, ThrottledError } from "./ports.ts";
import { byFirstWay, noticePolicyFor } from "./ways.ts";

type ReactPorts = ComplaintGroupPorts &
  Pick<Ports, "notices" | "noticeQueue" | "alarmQueue" | "timers" | "telemetry" | "adapters" | "rules">;

type TimerPorts = Pick<ReactPorts, "clock" | "alarmQueue" | "reactQueue" | "timers">;

/** How a document's timers are called and what they say when they come. */
export interface Timer {
  readonly name: (epoch: number) => string;
  readonly message: (epoch: number) => AlarmMessage;
  /** Asks for the document's reactions once more. */
  readonly again: ReactMessage;
}

/** SQS delays at most 15 minutes; anything later is a one-time schedule. */
const QUEUE_DELAY_LIMIT_SECONDS = 900;
const MAX_RACES = 10;

/**
 * Makes the world match the document: plans and queues the messages of its outbox, sets its timer, then clears both
 * in one conditional write. May run twice, late or out of order: every step is idempotent by key.
 */
export async function react(ports: ReactPorts, id: string): Promise<void> {
  let complaint = await ports.complaints.loadPending(id);
  const handled = new Set<number>();
  for (let race = 0; race < MAX_RACES; race += 1) {
    if (complaint === undefined || !hasPendingReactions(complaint)) return;
    const fresh = complaint.outbox.filter((seq) => !handled.has(seq));
    await reactInGroups(ports, complaint, fresh);
    // Neither needs the other, and each may be done again.
    const [armed] = await Promise.all([
      arm(ports, complaint, {
        name: (epoch) => timerName(id, epoch),
        message: (epoch) => ({ id, epoch }),
        again: { id },
      }),
      handOverMessages(ports, complaint, fresh),
    ]);
    for (const seq of fresh) handled.add(seq);
    // Throttled, and nothing else to record: a write would only bring the next message at once.
    if (armed === complaint.armed && complaint.outbox.length === 0) return;
    const { conflict } = await ports.complaints.replace(
      {
        ...complaint,
        outbox: [],
        armed,
        revision: complaint.revision + 1,
        writtenAt: toInstant(ports.clock.now()),
      },
      complaint.revision,
    );
    if (conflict === undefined) return;
    // Somebody wrote meanwhile: what came in between is looked at, what is handed over need not be again.
    complaint = conflict;
  }
  throw new Error(`complaint ${id} changed ${MAX_RACES} times while its reactions were handed over`);
}

async function handOverMessages(
  ports: ReactPorts,
  complaint: Complaint,
  fresh: readonly number[],
): Promise<void> {
  if (fresh.length === 0) return;
  const policy = await noticePolicyFor(ports, complaint.registration);
  for (const seq of fresh) {
    const event = complaint.events.find((e) => e.seq === seq);
    if (event === undefined) throw new Error(`event ${seq} of the outbox is not in the document`);
    await Promise.all(
      noticesFor(event, complaint).map(async (planned) => {
        const plan = await byFirstWay(ports, planned, complaint, policy);
        if (plan !== undefined) await handOver(ports, plan, spreadSeconds(plan.key, event, complaint));
      }),
    );
  }
}

/** Written first: a message about a notice that does not exist would be an error. */
async function handOver(ports: ReactPorts, plan: NoticePlan, delaySeconds: number): Promise<void> {
  const notice = plannedNotice(plan, toInstant(ports.clock.now()), delaySeconds);
  await ports.notices.plan(notice);
  await ports.noticeQueue.send(ports.notices.refOf(notice), {
    // A second more: a message that comes early would find the notice not due.
    delaySeconds: delaySeconds === 0 ? 0 : delaySeconds + 1,
  });
}

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

/** Schedule names have at most 64 characters. */
export function timerName(id: string, epoch: number): string {
  return `c-${id}-${epoch}`;
}
