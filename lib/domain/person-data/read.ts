import type { Instant } from "../time/instant.ts";

/** By which way the personal values of a complaint were shown: `shown` and `call` in full, by a call of their own. */
export const readWays = ["complaint", "history", "file", "form", "shown", "call"] as const;
export type ReadWay = (typeof readWays)[number];

/** What somebody wants to be shown who complained for: to reach or visit them, to check who it is, to enter, to answer for it. */
export const shownReasons = ["contact", "visit", "identify", "register", "oversee"] as const;
export type ShownReason = (typeof shownReasons)[number];

/** Somebody was shown a complaint's personal values; what is read again within the hour is counted in the same entry. */
export interface DataRead {
  readonly complaintId: string;
  readonly number: string;
  readonly projectId: string;
  /** Person id. */
  readonly by: string;
  readonly way: ReadWay;
  /** Of what was shown by a call of its own. */
  readonly reason?: ShownReason;
  /** The first time within the hour, and the last. */
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
}

/** `default`: whoever reads so many complaints within an hour reads more than the work asks for. */
export const UNUSUAL_READS = 200;

/** How long it is known who read what, in days: three years (`default`; 个人信息保护法 56 asks for three of the records beside it). */
export const READ_LOG_DAYS = 1095;

/** The hour of an instant, `YYYY-MM-DDTHH`. */
export function hourOf(at: Instant): string {
  return at.slice(0, 13);
}
