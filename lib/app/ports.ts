import type { Temporal } from "temporal-polyfill";
import type { Complaint } from "../domain/complaint/document.ts";
import type { Notice } from "../domain/notices/notice.ts";
import type { Household, Person, Project } from "../domain/organisation/organisation.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { FactRow } from "./fact-row.ts";
import type { ReportEdition, ReportRun } from "./reports/run.ts";

/** The only source of time for everything that means business time (handbook 3.8). */
export interface Clock {
  now(): Temporal.Instant;
}

/** Randomness and hashing; `keyedHash` uses the installation's secret key. */
export interface Crypto {
  /** SHA-256, base64url. */
  digest(text: string): string;
  /** HMAC-SHA-256 with the installation's key, base64url. */
  keyedHash(text: string): string;
  /** 128 random bits, base64url. */
  salt(): string;
  randomId(): string;
}

/** A page of a list; `cursor` is opaque. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** A row of a work list or of the fact index. */
export interface ListedComplaint {
  readonly id: string;
  readonly fact: FactRow;
}

/** One complaint is one item; every change is one conditional write. */
export interface ComplaintStore {
  /** Strongly consistent. */
  load(id: string): Promise<Complaint | undefined>;
  /** Documents by id, in any order; missing ones are left out. */
  loadMany(ids: readonly string[]): Promise<readonly Complaint[]>;
  /** Writes a new document; "exists" returns the one that stands there. */
  insert(complaint: Complaint): Promise<{ readonly exists?: Complaint }>;
  /** Replaces the document if it still has `expectedRevision`; else returns the current one. */
  replace(complaint: Complaint, expectedRevision: number): Promise<{ readonly conflict?: Complaint }>;
  idByNumber(number: string): Promise<string | undefined>;
  /** Open complaints of a project, next due first. */
  openByProject(
    projectId: string,
    page: PageRequest & { dueBefore?: Instant },
  ): Promise<Page<ListedComplaint>>;
  /** Complaints received in a month (`YYYY-MM` in the project's zone), oldest first. */
  receivedInMonth(projectId: string, month: string, page: PageRequest): Promise<Page<ListedComplaint>>;
  /** Ids of the complaints of a household (building/unit/room prefix) or contact (keyed hash), newest first. */
  idsByHousehold(projectId: string, prefix: string, limit: number): Promise<readonly string[]>;
  idsByContact(contactKey: string, limit: number): Promise<readonly string[]>;
}

/** Something whose alarm is in the past: a complaint or a notice not handed over. */
export interface OverdueAlarm {
  readonly kind: "complaint" | "notice";
  readonly ref: ItemRef;
  readonly alarmKey: string;
}

/** Address of an item for queues and the sweep. */
export interface ItemRef {
  readonly pk: string;
  readonly sk: string;
}

export interface AlarmStore {
  readonly shards: number;
  overdue(shard: number, before: Instant, page: PageRequest): Promise<Page<OverdueAlarm>>;
  /** Counts one more rescue of the same alarm; returns how often it was rescued. */
  countRescue(alarm: OverdueAlarm): Promise<number>;
  /** Takes the item out of the sweep until its next write; it stays listed as put aside. */
  putAside(alarm: OverdueAlarm): Promise<void>;
  /** Rescues of all time and items put aside, for people. */
  totals(): Promise<{ readonly rescues: number; readonly aside: number }>;
}

export interface Counters {
  /** The next running number of a prefix, company-wide; never the same twice, gaps allowed (D10). */
  next(prefix: string): Promise<number>;
}

export interface OrganisationStore {
  project(id: string): Promise<Project | undefined>;
  projects(): Promise<readonly Project[]>;
  people(): Promise<readonly Person[]>;
  person(id: string): Promise<Person | undefined>;
  putProject(project: Project): Promise<void>;
  putPerson(person: Person): Promise<void>;
  putHouseholds(households: readonly Household[]): Promise<void>;
  channelKey(keyHash: string): Promise<ChannelKey | undefined>;
  putChannelKey(key: ChannelKey): Promise<void>;
}

/** A channel system's key; the system outlives the rotation of its keys. */
export interface ChannelKey {
  readonly keyHash: string;
  readonly system: string;
  readonly channels: readonly string[];
  readonly projectIds?: readonly string[];
}

export interface NoticeStore {
  /** Writes the notice unless it is already there. */
  plan(notice: Notice): Promise<void>;
  load(ref: ItemRef): Promise<Notice | undefined>;
  /** Replaces it if attempt and state are still those of `before`. */
  replace(before: Notice, after: Notice): Promise<boolean>;
  ofComplaint(id: string): Promise<readonly Notice[]>;
  refOf(notice: Pick<Notice, "subject" | "key">): ItemRef;
}

/** Mail that could not become a complaint, kept raw and listed. */
export interface Quarantined {
  readonly id: string;
  readonly at: Instant;
  readonly reason: string;
  readonly rawKey: string;
  readonly from?: string;
  readonly subject?: string;
}

export interface QuarantineStore {
  put(item: Quarantined): Promise<void>;
  list(page: PageRequest): Promise<Page<Quarantined>>;
}

/** One opening of a complaint box (投诉箱). */
export interface BoxRound {
  readonly boxId: string;
  readonly roundId: string;
  readonly projectId: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly slips: number;
}

export interface BoxStore {
  putRound(round: BoxRound): Promise<void>;
}

export interface ReportStore {
  /** Writes the run unless it exists; returns the one that stands. */
  start(run: ReportRun): Promise<ReportRun>;
  run(id: string): Promise<ReportRun | undefined>;
  /** Marks a project as done; returns the run after it. Idempotent. */
  projectDone(runId: string, projectId: string): Promise<ReportRun>;
  /** Takes the next edition number for the run's month, or returns the one the run already has. */
  addEdition(edition: Omit<ReportEdition, "edition">): Promise<ReportEdition>;
  finish(runId: string, edition: number): Promise<void>;
  editions(month: string): Promise<readonly ReportEdition[]>;
}

/** A queue that carries JSON messages to one of our functions. */
export interface Outgoing<T> {
  send(message: T, options?: { readonly delaySeconds?: number }): Promise<void>;
}

export interface ReactMessage {
  readonly id: string;
}

export interface AlarmMessage {
  readonly id: string;
  /** The epoch the timer was set for; absent when the sweep asks. */
  readonly epoch?: number;
}

export type ReportMessage =
  | { readonly kind: "project"; readonly runId: string; readonly projectId: string }
  | { readonly kind: "company"; readonly runId: string };

export interface Timers {
  /** Sets a one-time schedule that sends the message to the alarm queue. Setting the same one again is no error. */
  schedule(name: string, at: Instant, message: AlarmMessage): Promise<void>;
  /** Deletes a schedule; a missing one is no error. */
  unschedule(name: string): Promise<void>;
}

export interface ObjectStore {
  put(key: string, body: Uint8Array, contentType: string): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
  /** Objects under a prefix last written before an instant, oldest first, at most `limit`. */
  listOlderThan(prefix: string, before: Instant, limit: number): Promise<readonly string[]>;
  /** A link that works for `seconds`. */
  presign(key: string, seconds: number, now: Temporal.Instant, downloadName: string): Promise<string>;
}

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Our own thread id, kept in References because SES replaces Message-ID. */
  readonly threadId: string;
}

/** Thrown by a mailer when trying again cannot help (address refused). */
export class PermanentMailError extends Error {
  override readonly name = "PermanentMailError";
}

export interface Mailer {
  /** Hands a mail over and returns the provider's id. Throws PermanentMailError or a transient error. */
  send(mail: OutgoingMail): Promise<string>;
}
