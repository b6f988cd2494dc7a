import type { Instant } from "../../domain/time/instant.ts";
export interface Counters {
  /** The next running number of a prefix, company-wide; never the same twice, gaps allowed (D10). */
  next(prefix: string): Promise<number>;
  /** Counts one more of something that is forgotten after `expiresAt`; returns how many there were. */
  hit(name: string, expiresAt: Instant): Promise<number>;
}
