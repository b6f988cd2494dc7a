import type {
  DueReport,
  Emergency,
  EmergencyRegistration,
  EmergencyStatus,
  Harm,
} from "../../domain/emergencies/emergency.ts";
import type { Archive } from "./archive.ts";
import type { Page, PageRequest } from "./page.ts";

/** A row of the list of emergency events; holds no personal value and no free text. */
export interface EmergencyRow
  extends Harm,
    Pick<
      EmergencyRegistration,
      | "id"
      | "category"
      | "outcome"
      | "outsourced"
      | "accident"
      | "press"
      | "departmentId"
      | "occurredAt"
      | "discoveredAt"
    > {
  readonly status: EmergencyStatus;
  readonly version: number;
  /** Reports given after their limit. */
  readonly late: number;
  /** The next report that is awaited. */
  readonly next?: DueReport;
}

/** One emergency event is one item; every change is one conditional write. */
export interface EmergencyStore extends Omit<Archive<Emergency>, "fit"> {
  /** Strongly consistent. */
  load(id: string): Promise<Emergency | undefined>;
  /** Writes a new event; "exists" returns the one that stands there. */
  insert(event: Emergency): Promise<{ readonly exists?: Emergency }>;
  /** Replaces the event if it still has `expectedRevision`; else returns the current one. */
  replace(event: Emergency, expectedRevision: number): Promise<{ readonly conflict?: Emergency }>;
  /** Events that occurred in a month (`YYYY-MM` in the project's zone), oldest first. */
  inMonth(projectId: string, month: string, page: PageRequest): Promise<Page<EmergencyRow>>;
}
