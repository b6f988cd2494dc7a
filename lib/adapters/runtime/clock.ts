import { Temporal } from "temporal-polyfill";
import type { TimeSource } from "../../app/ports/clock.ts";

/** The machine's clock, in milliseconds: the one place where business time enters. */
export const systemClock: TimeSource = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
};
