import type { Instant } from "../../domain/time/instant.ts";
export interface Counters {
  /** The next running number of a prefix, company-wide; never the same twice, gaps allowed (D10). */
  next(prefix: string): Promise<number>;
  /** Lets a prefix go on behind a number that was given elsewhere; never back. */
  raise(prefix: string, to: number): Promise<void>;
  /** How far a prefix has come; 0 before its first number. */
  last(prefix: string): Promise<number>;
  /** Counts one more of something that is forgotten after `expiresAt`; returns how many there were. */
  hit(name: string, expiresAt: Instant): Promise<number>;
}
