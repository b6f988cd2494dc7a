import type { Instant } from "../time/instant.ts";

/** How a complainant learned what is done with personal data, where it was not by a tick of the own. */
export const notifiedBys = ["announced", "told", "posted", "linked", "sender", "others"] as const;
export type NotifiedBy = (typeof notifiedBys)[number];

/** What somebody agreed to before sending, or how the notice in force reached the complainant: no personal value, so it outlives an erasure. */
export interface Consent {
  readonly notice: string;
  readonly at: Instant;
  /** Absent: agreed to with a tick. */
  readonly how?: NotifiedBy;
}
