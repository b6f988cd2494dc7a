import type { RetentionReport } from "../../domain/person-data/retention.ts";

/** What the nightly runs removed. */
export interface RetentionStore {
  put(report: RetentionReport): Promise<void>;
  /** Newest first. */
  latest(limit: number): Promise<readonly RetentionReport[]>;
}
