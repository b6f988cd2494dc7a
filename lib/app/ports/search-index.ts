import type { Instant } from "../../domain/time/instant.ts";
import type { Page, PageRequest } from "./page.ts";

/** What one complaint may be found by, as bits that only the installation's key can read. */
export interface SearchEntry {
  readonly id: string;
  readonly projectId: string;
  readonly receivedAt: Instant;
  readonly bits: Uint8Array;
}

/** The words of the last twelve months' complaints, month by month; older ones are forgotten by themselves. */
export interface SearchIndex {
  /** Writes an entry over what stood there. `month` is `YYYY-MM` in the project's zone. */
  put(month: string, entry: SearchEntry, until: Instant): Promise<void>;
  /** The entries of a month, of one project or of the company, in any order. */
  inMonth(month: string, projectId: string | undefined, page: PageRequest): Promise<Page<SearchEntry>>;
}
