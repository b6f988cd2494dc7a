import { earlier, type Instant, plusSeconds } from "../time/instant.ts";

/** The timer that must be set for a document; `epoch` rises only when `at` changes. */
export interface Alarm {
  readonly at?: Instant;
  readonly epoch: number;
}

/** A timer set outside: which epoch, for when, and by which service (only schedules can be deleted). */
export interface ArmedTimer {
  readonly epoch: number;
  readonly at?: Instant;
  readonly via?: "queue" | "schedule";
}

/** What every document with a timer and an outbox has. */
export interface Reacting {
  /** Numbers of events or announcements whose messages are not handed over yet. */
  readonly outbox: readonly number[];
  readonly alarm: Alarm;
  /** The timer last set outside; differs from `alarm` until the reactions have armed the new one. */
  readonly armed: ArmedTimer;
  readonly writtenAt: Instant;
  /** The storage lock: rises with every write. */
  readonly revision: number;
}

/** The alarm at this instant, or none; its epoch rises only when that is another instant than before. */
export function movedTo(alarm: Alarm, at: Instant | undefined): Alarm {
  if (at === alarm.at) return alarm;
  const epoch = alarm.epoch + 1;
  return at === undefined ? { epoch } : { at, epoch };
}

/** True while messages or the timer still have to be handed over. */
export function hasPendingReactions({ outbox, armed, alarm }: Omit<Reacting, "revision">): boolean {
  return outbox.length > 0 || armed.epoch !== alarm.epoch;
}

/** Pending reactions are looked at again after this. */
const OUTBOX_CHECK_SECONDS = 120;

/** When the sweep has to look at this document at the latest; undefined when nothing is pending. */
export function nextAlarm(document: Omit<Reacting, "revision">): Instant | undefined {
  const timer = document.alarm.at;
  if (!hasPendingReactions(document)) return timer;
  const check = plusSeconds(document.writtenAt, OUTBOX_CHECK_SECONDS);
  return timer === undefined ? check : earlier(timer, check);
}
