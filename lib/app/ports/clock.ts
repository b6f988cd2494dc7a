import type { Temporal } from "temporal-polyfill";

/** The only source of time for everything that means business time. */
export interface TimeSource {
  now(): Temporal.Instant;
}
