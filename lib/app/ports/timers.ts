import type { Instant } from "../../domain/time/instant.ts";
import type { AlarmMessage } from "./queues.ts";

/** Thrown by timers when too many schedules are made at once (EventBridge allows 250 a second in some regions). */
export class ThrottledError extends Error {
  override readonly name = "ThrottledError";
}

export interface Timers {
  /**
   * Sets a one-time schedule that sends the message to the alarm queue. Setting the same one again is no error. Throws
   * ThrottledError when it should be tried again later.
   */
  schedule(name: string, at: Instant, message: AlarmMessage): Promise<void>;
  /** Deletes a schedule; a missing one is no error. */
  unschedule(name: string): Promise<void>;
}
