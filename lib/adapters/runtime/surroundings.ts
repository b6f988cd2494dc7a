import { randomBytes, randomUUID } from "node:crypto";
import type { TimeSource } from "../../app/ports/clock.ts";
import { systemClock } from "./clock.ts";

/** What a function gets from the machine it runs on and cannot compute: time and randomness. */
export interface Surroundings {
  readonly clock: TimeSource;
  /** So many random bytes. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** A random UUID. */
  readonly randomId: () => string;
}

/** The machine itself; another one stands in where a run must be repeatable (docs/simulation.md). */
export const machine: Surroundings = {
  clock: systemClock,
  randomBytes: (size) => randomBytes(size),
  randomId: () => randomUUID(),
};
