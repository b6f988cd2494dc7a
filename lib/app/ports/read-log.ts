import type { DataRead } from "../../domain/person-data/read.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Page, PageRequest } from "./page.ts";

/** Who was shown whose personal values; nothing of it is ever taken back, it ends by itself. */
export interface ReadLog {
  /** Adds one reading; true for the first of the hour. `until`: when it may be forgotten. */
  record(read: Omit<DataRead, "firstAt" | "lastAt" | "times">, at: Instant, until: Instant): Promise<boolean>;
  /** Newest hour first. */
  ofComplaint(complaintId: string, page: PageRequest): Promise<Page<DataRead>>;
  ofPerson(personId: string, page: PageRequest): Promise<Page<DataRead>>;
}
