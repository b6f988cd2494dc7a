import type { Temporal } from "temporal-polyfill";
import type { CalendarEdition } from "../domain/calendar/index.ts";
import type { Complaint } from "../domain/complaint/document.ts";
import type { GroupLevel } from "../domain/complaint/events.ts";
import type {
  DueReport,
  Emergency,
  EmergencyRegistration,
  EmergencyStatus,
  Harm,
} from "../domain/emergencies/emergency.ts";
import type { Evidence } from "../domain/groups/evidence.ts";
import type { Group, GroupStatus } from "../domain/groups/group.ts";
import type { Sighting } from "../domain/groups/sighting.ts";
import type { Adapter, Notice, Rejection } from "../domain/notices/notice.ts";
import type { ChannelSystem } from "../domain/organisation/channel-system.ts";
import type { Contractor } from "../domain/organisation/contractor.ts";
import type { HouseholdList } from "../domain/organisation/households.ts";
import type { Company, Household, Person, Project } from "../domain/organisation/organisation.ts";
import type { ProjectMonth } from "../domain/organisation/project-months.ts";
import type { RosterEdition } from "../domain/organisation/roster.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { PolicyEdition } from "../domain/policy/scope.ts";
import type { CompanyTexts } from "../domain/submissions/company-texts.ts";
import type { Submission } from "../domain/submissions/submission.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { FactRow } from "./fact-row.ts";
import type { Job, JobPart } from "./jobs/job.ts";
import type { PolledMailbox, PollPositions } from "./mail/polled-mailbox.ts";
import type { PersonChange, PersonRecord } from "./organisation/person-change.ts";
import type { ProjectRecord } from "./organisation/project-record.ts";
import type { PaperPrinter } from "./papers/paper-facts.ts";
import type { PaperLog } from "./papers/paper-log.ts";
import type { ChartPainter, ReportWriter } from "./reports/document-input.ts";
import type { ReportEdition, ReportRun, RunEnd } from "./reports/run.ts";
import type { MonthlyWorkbookInput } from "./reports/workbook-input.ts";
import type { Published, RuleBook } from "./rules/published.ts";
import type { Upload } from "./uploads/upload.ts";

/** The only source of time for everything that means business time (handbook 3.8). */
export interface Clock {
  now(): Temporal.Instant;
}

/** Randomness and hashing; `keyedHash` uses the installation's secret key. */
export interface Crypto {
  /** SHA-256, base64url. */
  digest(text: string): string;
  /** SHA-256 of a file, hex. */
  checksum(body: Uint8Array): Promise<string>;
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
  /** The same for a complaint with pending reactions; undefined for one that has none, which is not even decoded. */
  loadPending(id: string): Promise<Complaint | undefined>;
  /** Documents by id, in any order; missing ones are left out. */
  loadMany(ids: readonly string[]): Promise<readonly Complaint[]>;
  /** Writes a new document; "exists" returns the one that stands there. */
  insert(complaint: Complaint): Promise<{ readonly exists?: Complaint }>;
  /** Replaces the document if it still has `expectedRevision`; else returns the current one. */
  replace(complaint: Complaint, expectedRevision: number): Promise<{ readonly conflict?: Complaint }>;
  /** Lets the complaint be found under one more number (报修转投诉 keeps both). Doing it again is no error. */
  addNumber(id: string, number: string): Promise<void>;
  idByNumber(number: string): Promise<string | undefined>;
  /** Open complaints of a project, next due first. */
  openByProject(
    projectId: string,
    page: PageRequest & { dueBefore?: Instant },
  ): Promise<Page<ListedComplaint>>;
  /** Open complaints of the company, one shard of them. */
  openInShard(shard: number, page: PageRequest): Promise<Page<ListedComplaint>>;
  /** Complaints received in a month (`YYYY-MM` in the project's zone), oldest first. */
  receivedInMonth(projectId: string, month: string, page: PageRequest): Promise<Page<ListedComplaint>>;
  /** Ids of the complaints of a household (building/unit/room prefix) or contact (keyed hash), newest first. */
  idsByHousehold(projectId: string, prefix: string, limit: number): Promise<readonly string[]>;
  idsByContact(contactKey: string, limit: number): Promise<readonly string[]>;
  /** The complaints and opinions of a project with one problem point, received from..to (both included), oldest first. */
  sightings(
    projectId: string,
    code: string,
    received: { readonly from: Instant; readonly to: Instant },
    limit: number,
  ): Promise<readonly Sighting[]>;
}

/** A row of the list of groups. */
export interface GroupRow {
  readonly id: string;
  readonly code: string;
  readonly status: GroupStatus;
  readonly level: GroupLevel;
  readonly members: number;
  readonly evidence: Evidence;
  readonly proposedAt: Instant;
  readonly endedAt?: Instant;
}

/** One group is one item; every change is one conditional write, and at most one of a series is open. */
export interface GroupStore {
  /** Strongly consistent. */
  load(id: string): Promise<Group | undefined>;
  /** The last group of a series (one project and problem point), strongly consistent. */
  latest(series: string): Promise<Group | undefined>;
  /** Writes a new group; "exists" returns the one that stands there. */
  insert(group: Group): Promise<{ readonly exists?: Group }>;
  /** Replaces the group if it still has `expectedRevision`; else returns the current one. */
  replace(group: Group, expectedRevision: number): Promise<{ readonly conflict?: Group }>;
  /** Groups of a project, newest first. */
  ofProject(projectId: string, page: PageRequest): Promise<Page<GroupRow>>;
}

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
export interface EmergencyStore {
  /** Strongly consistent. */
  load(id: string): Promise<Emergency | undefined>;
  /** Writes a new event; "exists" returns the one that stands there. */
  insert(event: Emergency): Promise<{ readonly exists?: Emergency }>;
  /** Replaces the event if it still has `expectedRevision`; else returns the current one. */
  replace(event: Emergency, expectedRevision: number): Promise<{ readonly conflict?: Emergency }>;
  /** Events that occurred in a month (`YYYY-MM` in the project's zone), oldest first. */
  inMonth(projectId: string, month: string, page: PageRequest): Promise<Page<EmergencyRow>>;
}

/** Something whose alarm is in the past: a complaint, a group, an emergency event, a notice not handed over, a report run, a job. */
export type OverdueAlarm = {
  readonly ref: ItemRef;
  readonly alarmKey: string;
} & (
  | { readonly kind: "complaint" | "notice" }
  | { readonly kind: "group"; readonly groupId: string }
  | { readonly kind: "emergency"; readonly emergencyId: string }
  | { readonly kind: "submission"; readonly submissionId: string }
  | { readonly kind: "run"; readonly runId: string }
  | { readonly kind: "job"; readonly jobId: string }
);

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
  /** Counts one more of something that is forgotten after `expiresAt`; returns how many there were. */
  hit(name: string, expiresAt: Instant): Promise<number>;
}

export interface OrganisationStore {
  company(): Promise<Company | undefined>;
  putCompany(company: Company): Promise<void>;
  project(id: string): Promise<Project | undefined>;
  projects(): Promise<readonly Project[]>;
  people(): Promise<readonly Person[]>;
  person(id: string): Promise<Person | undefined>;
  /** Writes over whatever stood there: for imports. */
  putProject(project: Project): Promise<void>;
  projectRecord(id: string): Promise<ProjectRecord | undefined>;
  /** Makes the change if the record still is one version lower; false if not. */
  changeProject(record: Required<ProjectRecord>): Promise<boolean>;
  contractor(id: string): Promise<ContractorRecord | undefined>;
  contractors(): Promise<readonly ContractorRecord[]>;
  /** Writes the contractor if it stands one version lower; false if not. */
  changeContractor(record: ContractorRecord): Promise<boolean>;
  /** Writes over whatever stood there: for imports. */
  putPerson(person: Person): Promise<void>;
  personRecord(id: string): Promise<PersonRecord | undefined>;
  /** Every change that was tried, in any order. */
  personChanges(id: string): Promise<readonly PersonChange[]>;
  recordChange(change: PersonChange): Promise<void>;
  /** Makes the change if the record still is one version lower; false if not. */
  changePerson(change: PersonChange): Promise<boolean>;
  /** Every edition of a project's occupied households and area, in any order. */
  projectMonths(projectId: string): Promise<readonly ProjectMonth[]>;
  /** Adds an edition; false if one of this version is there already. */
  addProjectMonth(month: ProjectMonth): Promise<boolean>;
  /** The roster in force for a project and month `YYYY-MM`. */
  roster(projectId: string, month: string): Promise<RosterEdition | undefined>;
  /** The months from this one on that have a roster, `YYYY-MM`, oldest first. */
  rosterMonths(projectId: string, from: string): Promise<readonly string[]>;
  /** Adds an edition; false if one of this version is there already. */
  addRoster(edition: RosterEdition): Promise<boolean>;
}

/** A contractor as the table has it: the version is the optimistic lock. */
export interface ContractorRecord {
  readonly contractor: Contractor;
  readonly version: number;
}

/** The systems that may post; a key's digest leads to its system, and the system says which keys are in force. */
export interface ChannelSystemStore {
  /** Strongly consistent: a revoked key is refused from the next request on. */
  find(system: string): Promise<ChannelSystem | undefined>;
  list(): Promise<readonly ChannelSystem[]>;
  /** Writes the system if it stands one version lower (not at all for version 1); false if not. */
  put(system: ChannelSystem): Promise<boolean>;
  /** The system that a key's digest leads to. */
  holder(keyHash: string): Promise<string | undefined>;
  /** Lets a key's digest lead to a system. */
  point(keyHash: string, system: string): Promise<void>;
}

/** Households (房产) of a project, always a whole list at a time. */
export interface HouseholdStore {
  /** The list that counts; its rows are those of its import. */
  list(projectId: string): Promise<HouseholdList | undefined>;
  /** Writes the rows of an import, to be forgotten after `until` unless they are kept; doing it again changes nothing. */
  stage(projectId: string, importId: string, households: readonly Household[], until: Instant): Promise<void>;
  /** The rows of an import, by address. */
  households(projectId: string, importId: string): Promise<readonly Household[]>;
  /** One part of them (0, 1, 2 …); empty behind the last one. */
  part(projectId: string, importId: string, index: number): Promise<readonly Household[]>;
  /** Keeps the rows of an import until then, or for good. */
  keep(projectId: string, importId: string, until?: Instant): Promise<void>;
  /** Makes a list the one that counts if the one before still is; false if not. */
  activate(list: HouseholdList): Promise<boolean>;
}

export interface NoticeStore {
  /** Writes the notice unless it is already there. */
  plan(notice: Notice): Promise<void>;
  load(ref: ItemRef): Promise<Notice | undefined>;
  /** Replaces it if attempt and state are still those of `before`. */
  replace(before: Notice, after: Notice): Promise<boolean>;
  ofComplaint(id: string): Promise<readonly Notice[]>;
  /** Notices that were given up or came back, newest first. */
  failed(page: PageRequest): Promise<Page<ItemRef>>;
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
  readonly accepted?: Acceptance;
}

/** Somebody made a quarantined mail a complaint; the complaint follows a moment later. */
export interface Acceptance {
  readonly at: Instant;
  readonly by: string;
  readonly projectId: string;
  readonly complaintId?: string;
  readonly number?: string;
}

export interface QuarantineStore {
  /** Lists the mail unless it is listed already. */
  put(item: Quarantined): Promise<void>;
  find(id: string): Promise<Quarantined | undefined>;
  /** Records an acceptance; false if somebody accepted it before. */
  accept(item: Quarantined): Promise<boolean>;
  /** Records the complaint that an accepted mail became. */
  finish(item: Quarantined): Promise<void>;
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
  /** Counts a failed attempt of a project; returns the run after it. */
  projectFailed(runId: string, projectId: string, error: string): Promise<ReportRun>;
  /** Takes the next edition number of a month for the holder, or returns the one it already has. */
  reserveEdition(month: string, holder: string): Promise<number>;
  /** Writes an edition unless it is there: an issued edition never changes. */
  issueEdition(edition: ReportEdition): Promise<void>;
  /** Records what the company's files were built from; takes the run out of the sweep. */
  finish(runId: string, end: RunEnd): Promise<void>;
  editions(month: string): Promise<readonly ReportEdition[]>;
  /** The runs of a month, in the order of their ids. */
  runs(month: string): Promise<readonly ReportRun[]>;
}

/** One submission of a project for a month is one item; every change is one conditional write. */
export interface SubmissionStore {
  /** Strongly consistent. */
  load(month: string, projectId: string): Promise<Submission | undefined>;
  /** Writes a new submission; "exists" returns the one that stands there. */
  insert(submission: Submission): Promise<{ readonly exists?: Submission }>;
  /** Replaces the submission if it still has `expectedRevision`; else returns the current one. */
  replace(submission: Submission, expectedRevision: number): Promise<{ readonly conflict?: Submission }>;
  /** All submissions of a month, strongly consistent. */
  ofMonth(month: string): Promise<readonly Submission[]>;
}

/** What headquarters write of a month (D7): one item; every change is one conditional write. */
export interface CompanyTextsStore {
  /** Strongly consistent. */
  load(month: string): Promise<CompanyTexts | undefined>;
  /** Writes over the revision before, or anew; else returns the current one. */
  write(texts: CompanyTexts): Promise<{ readonly conflict?: CompanyTexts }>;
}

/** Published policies and calendars; nothing published is ever changed (handbook 3.1). */
export interface RuleStore {
  published(): Promise<Published>;
  policy(version: string): Promise<Policy | undefined>;
  /** Publishes unless the version is taken; true if it was published. */
  publishPolicy(edition: PolicyEdition, policy: Policy): Promise<boolean>;
  publishCalendar(edition: CalendarEdition): Promise<boolean>;
}

/** Files that were announced. */
export interface UploadStore {
  insert(upload: Upload): Promise<void>;
  find(id: string): Promise<Upload | undefined>;
  /** Gives the upload to a complaint; false if another has it, or nobody announced it. */
  bind(upload: Upload, complaintId: string): Promise<boolean>;
}

/** A queue that carries JSON messages to one of our functions. */
export interface Outgoing<T> {
  send(message: T, options?: { readonly delaySeconds?: number }): Promise<void>;
  /** Sends messages without delay in as few calls as may be. Throws if one was not taken; others may be on their way. */
  sendAll(messages: readonly T[]): Promise<void>;
}

/** A document that changed; `again`: complaints that arrived at once did not see each other and look once more. */
export type ReactMessage =
  | { readonly id: string; readonly again?: true | undefined }
  | { readonly groupId: string }
  | { readonly emergencyId: string }
  | { readonly submissionId: string }
  | JobMessage;

/** A page of a job. */
export interface JobMessage {
  readonly jobId: string;
  readonly projectId: string;
  /** Number of the page; only the next one of its project is done. */
  readonly page: number;
}

/** Long work in pages (handbook 3.11). */
export interface JobStore {
  /** Writes the job unless it exists; says which one stands and whether it is this one. */
  start(job: Job): Promise<{ readonly job: Job; readonly started: boolean }>;
  job(id: string): Promise<Job | undefined>;
  part(jobId: string, projectId: string): Promise<JobPart | undefined>;
  parts(jobId: string): Promise<readonly JobPart[]>;
  /**
   * Notes how many pages the job had done when the sweep looked, and that it looks again at `next`; false, and nothing
   * noted, if it had done as many the last time.
   */
  watch(jobId: string, pages: number, next: Instant): Promise<boolean>;
  /** The job is done: the sweep need not look any more. */
  unwatch(jobId: string): Promise<void>;
  /** Writes the part if it follows on the one that stands (`pages` one higher); false if another did before. */
  advance(jobId: string, part: JobPart): Promise<boolean>;
}

export interface AlarmMessage {
  /** Absent: a complaint's timer. */
  readonly kind?: "group" | "emergency" | "submission" | undefined;
  readonly id: string;
  /** The epoch the timer was set for; absent when the sweep asks. */
  readonly epoch?: number | undefined;
}

export type ReportMessage =
  | { readonly kind: "project"; readonly runId: string; readonly projectId: string }
  /** deadline: build with what there is once the run has waited long enough. */
  | { readonly kind: "company" | "deadline"; readonly runId: string };

/** Thrown by timers when too many schedules are made at once (EventBridge allows 250 a second in some regions). */
export class ThrottledError extends Error {
  override readonly name = "ThrottledError";
}

export interface Timers {
  /**
   * Sets a one-time schedule that sends the message to the alarm queue. Setting the same one again is no error. Throws
   * ThrottledError when it should be tried again later.
   */
  schedule(name: string, at: Instant, message: AlarmMessage): Promise<void>;
  /** Deletes a schedule; a missing one is no error. */
  unschedule(name: string): Promise<void>;
}

export interface ObjectStore {
  /** `lockedUntil`: until then nobody may change or delete what was written. */
  put(
    key: string,
    body: Uint8Array,
    contentType: string,
    options?: { readonly lockedUntil?: Instant },
  ): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
  /** Objects under a prefix last written before an instant, oldest first, at most `limit`. */
  listOlderThan(prefix: string, before: Instant, limit: number): Promise<readonly ListedObject[]>;
  /** A link that takes one file of exactly this type and size (bytes) for `seconds`. */
  presignPut(
    key: string,
    seconds: number,
    now: Temporal.Instant,
    file: { readonly contentType: string; readonly size: number },
  ): Promise<string>;
  /** A link that works for `seconds`. */
  presign(key: string, seconds: number, now: Temporal.Instant, downloadName: string): Promise<string>;
}

export interface ListedObject {
  readonly key: string;
  readonly writtenAt: Instant;
}

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Pictures (PNG) that the HTML part shows as `cid:<name>`. */
  readonly pictures?: readonly { readonly name: string; readonly png: Uint8Array }[];
  /** Our own thread id, kept in References because SES replaces Message-ID. */
  readonly threadId: string;
  /** The notice's own id, beside the thread's in References: a returned mail names it. */
  readonly noticeId?: string;
  /** Where answers go: the project's mailbox (else the sender) with a signed plus part. */
  readonly reply?: { readonly tag: string; readonly mailbox?: string };
}

/** Thrown by a mailer when trying again cannot help (address refused). */
export class PermanentMailError extends Error {
  override readonly name = "PermanentMailError";
}

/** Thrown by a way of sending that surely took nothing over: sending again, or by another server, is no duplicate. */
export class NotTakenError extends Error {
  override readonly name = "NotTakenError";
}

/** A message in a few lines, for cards and text messages. */
export interface BriefMessage {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  /** What the link does. */
  readonly button?: string;
}

/** A way beside mail. `to` is the address there: a WeCom account, a mobile number. */
export interface Messenger {
  /** Hands a message over and returns the provider's id. Throws PermanentMailError, NotTakenError, or anything else when nobody knows whether it went out. */
  send(to: string, message: BriefMessage): Promise<string>;
}

export interface Mailer {
  /** Hands a mail over and returns the provider's id. Throws as a Messenger does. */
  send(mail: OutgoingMail): Promise<string>;
}

/** Everything a use case may ask for; each takes only what it needs (`Pick`). */
export interface Ports {
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly complaints: ComplaintStore;
  readonly groups: GroupStore;
  readonly emergencies: EmergencyStore;
  readonly alarms: AlarmStore;
  readonly counters: Counters;
  readonly organisation: OrganisationStore;
  readonly households: HouseholdStore;
  readonly channelSystems: ChannelSystemStore;
  readonly notices: NoticeStore;
  readonly quarantine: QuarantineStore;
  readonly boxes: BoxStore;
  readonly reports: ReportStore;
  readonly submissions: SubmissionStore;
  readonly companyTexts: CompanyTextsStore;
  readonly ruleStore: RuleStore;
  readonly rules: RuleBook;
  readonly jobs: JobStore;
  readonly reactQueue: Outgoing<ReactMessage>;
  readonly alarmQueue: Outgoing<AlarmMessage>;
  readonly noticeQueue: Outgoing<ItemRef>;
  readonly reportQueue: Outgoing<ReportMessage>;
  readonly mailInQueue: Outgoing<RawMailMessage>;
  readonly timers: Timers;
  readonly mailbox: ObjectStore;
  readonly polledMailbox: PolledMailbox;
  readonly pollPositions: PollPositions;
  readonly reportFiles: ObjectStore;
  /** Files of complaints. */
  readonly attachments: ObjectStore;
  readonly uploads: UploadStore;
  readonly sniffType: TypeSniffer;
  readonly mailer: Mailer;
  readonly messenger: (adapter: Exclude<Adapter, "email">) => Messenger;
  readonly renderer: NoticeRenderer;
  readonly workbook: WorkbookBuilder;
  readonly zip: (madeAt: Instant) => ZipWriter;
  readonly parseMail: MailParser;
  readonly papers: PaperPrinter;
  readonly documents: ReportWriter;
  readonly charts: ChartPainter;
  readonly paperLog: PaperLog;
  readonly telemetry: Telemetry;
  /** Ways of reaching people that this installation has set up. */
  readonly adapters: readonly Adapter[];
  /** Base address of links for people; no trailing slash. */
  readonly publicUrl: string;
}

/** A raw mail to take (its S3 key under the mailbox bucket's inbox), or a quarantined one that somebody accepted. */
export type RawMailMessage =
  | {
      readonly rawKey: string;
      /** When the object was written: the complaint was received then, however late it is taken. */
      readonly receivedAt: Instant;
    }
  | { readonly quarantineId: string }
  | MailEvent;

/** What the mail service itself tells of a mail it sent for us: it came back, or its reader called it spam. */
export interface MailEvent {
  readonly happened: Rejection;
  /** References of the mail it is about, as sent. */
  readonly references: string;
}

/** Builds the month's workbook (lib/adapters/reports). */
export type WorkbookBuilder = (input: MonthlyWorkbookInput) => Promise<Uint8Array>;

/** A zip that grows file by file (lib/adapters/reports). */
export interface ZipWriter {
  add(name: string, body: Uint8Array): void;
  end(): Uint8Array;
}

/** What a mail turned out to be (lib/adapters/mail-in). */
export interface ParsedMail {
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly quoted: string;
  readonly date: string | null;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly attachments: readonly MailAttachment[];
  /** What the receiving server's scanners said. */
  readonly verdict: "spam" | "virus" | null;
  readonly autoReply: boolean;
  readonly bounce: boolean;
  readonly list: boolean;
  readonly mustNotAnswer: boolean;
  readonly defects: readonly string[];
}

export interface MailAttachment {
  readonly filename: string | null;
  readonly contentType: string;
  readonly size: number;
  readonly content: Uint8Array;
}

/** The type of a file by its bytes; undefined where they do not say (text). */
export type TypeSniffer = (content: Uint8Array) => Promise<string | undefined>;

export type MailParser = (raw: Uint8Array) => Promise<ParsedMail>;

/** The facts a message is written from. */
export interface NoticeFacts {
  readonly notice: Notice;
  readonly project?: Project;
  readonly people: readonly Person[];
  readonly complaint?: Complaint;
  readonly group?: Group;
  readonly emergency?: Emergency;
  readonly trackingUrl?: string;
  /** Where the complainant grades the handling; takes `&grade=1` to `5`. */
  readonly ratingUrl?: string;
  /** Acknowledges the rung in the recipient's name. */
  readonly acknowledgeUrl?: string;
  readonly report?: ReportEdition;
  /** The edition's chart (PNG). */
  readonly chart?: Uint8Array;
  readonly submission?: Submission;
  readonly publicUrl: string;
  readonly now: Instant;
}

export interface NoticeRenderer {
  brief(facts: NoticeFacts): BriefMessage;
  render(facts: NoticeFacts): Pick<OutgoingMail, "subject" | "text" | "html" | "pictures">;
}

/** Counts for alarms and people; names are constants of lib/adapters/telemetry.ts. */
export interface Telemetry {
  count(metric: TelemetryMetric, value?: number): void;
  /** A log line with facts and no personal value. */
  info(message: string, facts: Readonly<Record<string, unknown>>): void;
  error(message: string, facts: Readonly<Record<string, unknown>>, cause?: unknown): void;
}

export type TelemetryMetric =
  | "ComplaintsRegistered"
  | "GroupsProposed"
  | "RungsDecided"
  | "RungsLate"
  | "RungsWithoutRecipient"
  | "NoticesHandedOver"
  | "NoticesFailed"
  | "NoticesPossiblyTwice"
  | "SweepRescues"
  | "PutAside"
  | "MailsQuarantined"
  | "ReportsIssued"
  | "ComplaintsRetimed"
  | "HolidayNoticeMissing"
  | "MailsUnanswered"
  | "NoticesReturned"
  | "MailsPolled";
