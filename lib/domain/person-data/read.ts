import type { Instant } from "../time/instant.ts";

/** By which way the personal values of a complaint were shown. */
export const readWays = ["complaint", "history", "file", "form"] as const;
export type ReadWay = (typeof readWays)[number];

/** Somebody was shown a complaint's personal values; what is read again within the hour is counted in the same entry. */
export interface DataRead {
  readonly complaintId: string;
  readonly number: string;
  readonly projectId: string;
  /** Person id. */
  readonly by: string;
  readonly way: ReadWay;
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
