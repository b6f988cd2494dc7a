import type { Instant } from "../../domain/time/instant.ts";

/** Somebody was shown the complainant's number in order to call. */
export interface NumberSeen {
  readonly id: string;
  readonly complaintId: string;
  /** Person id. */
  readonly by: string;
  readonly at: Instant;
}

/** Who was shown the number of a complaint's complainant when; nothing of it is ever changed. */
export interface CallLog {
  record(seen: NumberSeen): Promise<void>;
  /** Oldest first. */
  ofComplaint(complaintId: string): Promise<readonly NumberSeen[]>;
}
