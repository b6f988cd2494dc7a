import type { Temporal } from "temporal-polyfill";

/** The only source of time for everything that means business time (handbook 3.8). */
export interface Clock {
  now(): Temporal.Instant;
}
