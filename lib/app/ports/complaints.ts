import type { Complaint } from "../../domain/complaint/document.ts";
import type { Sighting } from "../../domain/groups/sighting.ts";
import type { FactRow } from "../../domain/statistics/fact-row.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Archive } from "./archive.ts";
import type { Freshness } from "./freshness.ts";
import type { Page, PageRequest } from "./page.ts";

/** A row of a work list or of the fact index. */
export interface ListedComplaint {
  readonly id: string;
  readonly fact: FactRow;
}

/** A version of a complaint, and when its last event was recorded. */
export interface ChangeMark {
  readonly id: string;
  readonly at: Instant;
  readonly version: number;
}

/** One complaint is one item; every change is one conditional write. */
export interface ComplaintStore extends Omit<Archive<Complaint>, "fit"> {
  /** Strongly consistent. */
  load(id: string): Promise<Complaint | undefined>;
  /** The same for a complaint with pending reactions; undefined for one that has none, which is not even decoded. */
  loadPending(id: string): Promise<Complaint | undefined>;
  /**
   * Documents by id, in any order; missing ones are left out. Without a freshness as a replica has them: whoever decides
   * something that no condition on their revisions guards asks for "now".
   */
  loadMany(ids: readonly string[], freshness?: Freshness): Promise<readonly Complaint[]>;
  /** Writes a new document; "exists" returns the one that stands there. */
  insert(complaint: Complaint): Promise<{ readonly exists?: Complaint }>;
  /** Replaces the document if it still has `expectedRevision`; else returns the current one. */
  replace(complaint: Complaint, expectedRevision: number): Promise<{ readonly conflict?: Complaint }>;
  /**
   * Lets the complaint be found under one more number (报修转投诉 keeps both), or under that of its government ticket, which
   * is asked for as `ticketNumber(…)`. Doing it again is no error.
   */
  addNumber(id: string, number: string, of?: "ticket"): Promise<void>;
  /** Lets the complaint be found by one more contact (keyed hash) beside its own. Doing it again is no error. */
  addContact(complaint: Complaint, contactKey: string): Promise<void>;
  /** The further contact leads to the complaint no more. Doing it again is no error. */
  dropContact(id: string): Promise<void>;
  idByNumber(number: string): Promise<string | undefined>;
  /** Open complaints of a project, next due first. */
  openByProject(
    projectId: string,
    page: PageRequest & { dueBefore?: Instant },
  ): Promise<Page<ListedComplaint>>;
  /**
   * The complaints of a project that changed last, open or not, newest first. Eventually consistent, and by the clocks of
   * those who wrote: an entry may come in a few seconds behind a newer one.
   */
  changedLast(projectId: string, limit: number): Promise<readonly ChangeMark[]>;
  /** Open complaints of the company, one shard of them. */
  /** Complaints received in a month (`YYYY-MM` in the project's zone), oldest first. */
  receivedInMonth(projectId: string, month: string, page: PageRequest): Promise<Page<ListedComplaint>>;
  /** Ids of the complaints of a household (building/unit/room prefix) or contact (keyed hash), newest first. */
  idsByHousehold(projectId: string, prefix: string, limit: number): Promise<readonly string[]>;
  /** Ids of the complaints of a room in any building, or in one; among the project's first 2,000 complaints with a room. */
  idsByRoom(
    projectId: string,
    wanted: { readonly room: string; readonly building?: string },
    limit: number,
  ): Promise<readonly string[]>;
  idsByContact(contactKey: string, limit: number): Promise<readonly string[]>;
  /**
   * The complaints and opinions of a project with one problem point, received from..to (both included), oldest first:
   * those that are over or in a group (`taken`), or the others.
   */
  sightings(
    projectId: string,
    code: string,
    received: { readonly from: Instant; readonly to: Instant; readonly taken: boolean },
    limit: number,
  ): Promise<readonly Sighting[]>;
}
