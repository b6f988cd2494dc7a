import { fromInstant, type Instant } from "./instant.ts";

/** The sweep comes every five minutes. */
export const TURN_SECONDS = 300;

/** Which turn of the sweep an instant falls into, counted from 1970. */
export function turnOf(now: Instant): number {
  return Math.floor(fromInstant(now).epochMilliseconds / 1000 / TURN_SECONDS);
}
