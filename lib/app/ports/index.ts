import type { Adapter } from "../../domain/policy/notice-policy.ts";
import type { AlarmStore, ItemRef } from "./alarms.ts";
import type { CallLog } from "./call-log.ts";
import type { TimeSource } from "./clock.ts";
import type { ComplaintStore } from "./complaints.ts";
import type { Counters } from "./counters.ts";
import type { Crypto } from "./crypto.ts";
import type { DigestStore } from "./digests.ts";
import type { ChartPainter, ReportWriter } from "./document-input.ts";
import type { DraftStore } from "./drafts.ts";
import type { EmergencyStore } from "./emergencies.ts";
import type { Errand, FleetingStore, FollowerFile, Lookup, Visitor } from "./errands.ts";
import type { FileMasker } from "./file-masker.ts";
import type { GroupStore } from "./groups.ts";
import type { HeldStore } from "./held.ts";
import type { BoxStore } from "./intake.ts";
import type { JobStore } from "./jobs.ts";
import type { MailParser, QuarantineStore, RawMailMessage, SenderRuleStore } from "./mail.ts";
import type { Mailer, Messenger } from "./messages.ts";
import type { NoticeRenderer, NoticeStore } from "./notices.ts";
import type { Followers, OfficialAccount } from "./official-account.ts";
import type { ChannelSystemStore, HouseholdStore, OrganisationStore } from "./organisation.ts";
import type { PaperPrinter } from "./paper-facts.ts";
import type { PaperLog } from "./paper-log.ts";
import type { PersonRequestStore } from "./person-requests.ts";
import type { PolledMailbox, PollPositions } from "./polled-mailbox.ts";
import type { RuleBook } from "./published.ts";
import type { AlarmMessage, Outgoing, ReactMessage, ReportMessage } from "./queues.ts";
import type { ReadLog } from "./read-log.ts";
import type { ReportStore, WorkbookBuilder, ZipWriter } from "./reports.ts";
import type { RetentionStore } from "./retention.ts";
import type { RuleStore } from "./rules.ts";
import type { SearchIndex } from "./search-index.ts";
import type { ServiceStore, ServiceTest } from "./services.ts";
import type { SetupCodeStore } from "./setup.ts";
import type { Members } from "./sign-in.ts";
import type { ObjectStore } from "./storage.ts";
import type { CompanyTextsStore, SubmissionStore } from "./submissions.ts";
import type { SubscriptionStore } from "./subscriptions.ts";
import type { Telemetry } from "./telemetry.ts";
import type { Timers } from "./timers.ts";
import type { TypeSniffer, UploadStore } from "./uploads.ts";
import type { OutboundFetch, OutboundPost, WebhookStore } from "./webhooks.ts";

/** Everything a use case may ask for; each takes only what it needs (`Pick`). */
export interface Ports {
  readonly clock: TimeSource;
  readonly crypto: Crypto;
  readonly complaints: ComplaintStore;
  readonly groups: GroupStore;
  readonly emergencies: EmergencyStore;
  readonly alarms: AlarmStore;
  readonly counters: Counters;
  readonly organisation: OrganisationStore;
  readonly households: HouseholdStore;
  readonly setupCodes: SetupCodeStore;
  /** What complaints of the last twelve months may be found by. */
  readonly searchIndex: SearchIndex;
  readonly channelSystems: ChannelSystemStore;
  readonly notices: NoticeStore;
  readonly quarantine: QuarantineStore;
  readonly senderRules: SenderRuleStore;
  readonly personRequests: PersonRequestStore;
  readonly readLog: ReadLog;
  readonly retention: RetentionStore;
  readonly boxes: BoxStore;
  readonly reports: ReportStore;
  readonly subscriptions: SubscriptionStore;
  readonly submissions: SubmissionStore;
  readonly companyTexts: CompanyTextsStore;
  readonly ruleStore: RuleStore;
  readonly rules: RuleBook;
  readonly jobs: JobStore;
  /** What people have said and may still call back. */
  readonly held: HeldStore;
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
  /** Older history and long texts of documents. */
  readonly besideDocuments: ObjectStore;
  /** What stood at the end of every history, day by day. */
  readonly digests: DigestStore;
  /** Files of complaints. */
  readonly attachments: ObjectStore;
  readonly uploads: UploadStore;
  readonly webhooks: WebhookStore;
  readonly webhookQueue: Outgoing<ItemRef>;
  readonly outboundPost: OutboundPost;
  readonly outboundFetch: OutboundFetch;
  /** Whose recordings of calls are copied; none: nobody's. */
  readonly recordingHosts: readonly string[];
  /** What residents are still writing. */
  readonly drafts: DraftStore;
  /** Who looks for a complaint with a code by text message. */
  readonly lookups: FleetingStore<Lookup>;
  /** Files of followers that wait to be fetched. */
  readonly followerFiles: FleetingStore<FollowerFile>;
  readonly errandQueue: Outgoing<Errand>;
  /** Test messages on their way and what became of them. */
  readonly serviceTests: FleetingStore<ServiceTest>;
  /** How messengers and mail servers are reached. */
  readonly services: ServiceStore;
  readonly sniffType: TypeSniffer;
  readonly mailer: Mailer;
  readonly messenger: (adapter: Exclude<Adapter, "email">) => Messenger;
  readonly renderer: NoticeRenderer;
  readonly workbook: WorkbookBuilder;
  /** `madeAt`: wall time without a zone (`wallTime`). */
  readonly zip: (madeAt: string) => ZipWriter;
  readonly parseMail: MailParser;
  readonly maskFile: FileMasker;
  readonly papers: PaperPrinter;
  readonly documents: ReportWriter;
  readonly charts: ChartPainter;
  readonly paperLog: PaperLog;
  readonly callLog: CallLog;
  readonly telemetry: Telemetry;
  /** Ways of reaching people that this installation has set up. */
  readonly adapters: readonly Adapter[];
  /** Base address of links for people; no trailing slash. */
  readonly publicUrl: string;
  /** Where files of complaints are put with a signed link: the origin alone. */
  readonly filesOrigin: string;
  /** The company's WeChat official account, if it has one. */
  readonly officialAccount: () => Promise<OfficialAccount | undefined>;
  readonly followers: Followers;
  /** Who is a member of the company at WeCom. */
  readonly members: Members;
  /** Followers who came by the menu, until they have told what happened. */
  readonly visitors: FleetingStore<Visitor>;
}
