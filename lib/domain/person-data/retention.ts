import type { NightlyKind } from "../policy/privacy-policy.ts";
import type { Instant } from "../time/instant.ts";

/** What one night's run removed; it names nobody. */
export interface RetentionReport {
  /** Local date of the company. */
  readonly date: string;
  readonly startedAt: Instant;
  /** Absent while it runs, or where it broke off; the next night goes on. */
  readonly finishedAt?: Instant;
  readonly removed: Partial<Readonly<Record<NightlyKind, number>>>;
  /** Complaints that ended before this instant have been looked at. */
  readonly complaintsUntil?: Instant;
}
