import type { ItemRef } from "../../app/ports/alarms.ts";
import type { ChartPainter, ReportWriter } from "../../app/ports/document-input.ts";
import type { Errand } from "../../app/ports/errands.ts";
import type { FileMasker } from "../../app/ports/file-masker.ts";
import type { Ports } from "../../app/ports/index.ts";
import type { MailParser, RawMailMessage } from "../../app/ports/mail.ts";
import type { Mailer } from "../../app/ports/messages.ts";
import type { NoticeRenderer } from "../../app/ports/notices.ts";
import type { PaperPrinter } from "../../app/ports/paper-facts.ts";
import type { PolledMailbox } from "../../app/ports/polled-mailbox.ts";
import type { AlarmMessage, Outgoing, ReactMessage, ReportMessage } from "../../app/ports/queues.ts";
import type { WorkbookBuilder } from "../../app/ports/reports.ts";
import type { ObjectStore } from "../../app/ports/storage.ts";
import type { TypeSniffer } from "../../app/ports/uploads.ts";
import type { OutboundFetch, OutboundPost } from "../../app/ports/webhooks.ts";
import { ruleBook } from "../../app/rules/rule-book.ts";
import type { VariableName } from "../../config/environment.ts";
import { ConfigurationError, type FunctionName, readEnvironment } from "../../config/environment.ts";
import { once } from "../../domain/once.ts";
import { type Adapter, adapters } from "../../domain/policy/notice-policy.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { complaintArchive, emergencyArchive, groupArchive, submissionArchive } from "../archive/archives.ts";
import { boxStore } from "../dynamodb/complaints/box-store.ts";
import { callLog } from "../dynamodb/complaints/call-log.ts";
import { complaintStore } from "../dynamodb/complaints/complaint-store.ts";
import { draftStore } from "../dynamodb/complaints/draft-store.ts";
import {
  followerFileStore,
  lookupStore,
  serviceTestStore,
  visitorStore,
} from "../dynamodb/complaints/errand-stores.ts";
import { paperLog } from "../dynamodb/complaints/paper-log.ts";
import { searchIndexStore } from "../dynamodb/complaints/search-index-store.ts";
import { uploadStore } from "../dynamodb/complaints/upload-store.ts";
import { counters } from "../dynamodb/core/counters.ts";
import type { Table } from "../dynamodb/core/table.ts";
import { emergencyStore } from "../dynamodb/emergencies/emergency-store.ts";
import { groupStore } from "../dynamodb/groups/group-store.ts";
import { channelSystemStore } from "../dynamodb/organisation/channel-system-store.ts";
import { householdStore } from "../dynamodb/organisation/household-store.ts";
import { organisationStore } from "../dynamodb/organisation/organisation-store.ts";
import { setupCodeStore } from "../dynamodb/organisation/setup-code-store.ts";
import { reportStore } from "../dynamodb/reports/report-store.ts";
import { subscriptionStore } from "../dynamodb/reports/subscription-store.ts";
import { ruleStore } from "../dynamodb/rules/rule-store.ts";
import { companyTextsStore } from "../dynamodb/submissions/company-texts-store.ts";
import { submissionStore } from "../dynamodb/submissions/submission-store.ts";
import { webhookStore } from "../dynamodb/webhooks/webhook-store.ts";
import { alarmStore } from "../dynamodb/work/alarm-store.ts";
import { type HeldReader, heldStore } from "../dynamodb/work/held-store.ts";
import { jobStore } from "../dynamodb/work/job-store.ts";
import { noticeStore } from "../dynamodb/work/notice-store.ts";
import { personRequestStore } from "../dynamodb/work/person-request-store.ts";
import { pollPositions } from "../dynamodb/work/poll-positions.ts";
import { quarantineStore } from "../dynamodb/work/quarantine-store.ts";
import { readLog } from "../dynamodb/work/read-log.ts";
import { retentionStore } from "../dynamodb/work/retention-store.ts";
import { senderRuleStore } from "../dynamodb/work/sender-rule-store.ts";
import type { ImapSettings } from "../mail-in/imap-settings.ts";
import { storedFollowers, storedMailbox, storedOfficialAccount } from "../messengers/index.ts";
import { serviceStore } from "../messengers/service-store.ts";
import type { ServicePlace } from "../messengers/settings.ts";
import { storedMembers } from "../messengers/wecom-members.ts";
import { queuesLater } from "../queue/later.ts";
import { type AwsConfig, dynamodbClient } from "../runtime/aws-clients.ts";
import { nodeCrypto } from "../runtime/crypto.ts";
import { machine, type Surroundings } from "../runtime/surroundings.ts";
import { telemetry } from "../runtime/telemetry.ts";
import { timersLater } from "../schedule/later.ts";
import { secretsLater } from "../secrets/later.ts";
import { digestStore } from "../storage/digest-store.ts";
import { storeLater } from "../storage/later.ts";
import { openInstallation } from "./installation.ts";

type Values = Readonly<Partial<Record<VariableName, string>>>;

/** Large libraries that one function needs: its entry point brings them, so that no other bundle carries them. */
export interface Tools {
  readonly mailer?: (
    aws: AwsConfig,
    sender: { readonly from: string; readonly events: string },
    place: ServicePlace,
    now: () => number,
  ) => Mailer;
  readonly messengers?: (place: ServicePlace, now: () => number) => Ports["messenger"];
  readonly renderer?: NoticeRenderer;
  readonly workbook?: WorkbookBuilder;
  readonly zip?: Ports["zip"];
  readonly parseMail?: MailParser;
  readonly maskFile?: FileMasker;
  readonly imap?: (settings: ImapSettings) => PolledMailbox;
  readonly sniffType?: TypeSniffer;
  readonly readHeld?: HeldReader;
  readonly outboundPost?: (guard: { readonly localOrigin?: string }) => OutboundPost;
  readonly outboundFetch?: (guard: { readonly localOrigin?: string }) => OutboundFetch;
  readonly papers?: PaperPrinter;
  readonly documents?: ReportWriter;
  readonly charts?: ChartPainter;
}

/**
 * The ports of one function, made once per execution environment. A port exists as soon as it is asked for, from the
 * variables that this function has; asking for another one throws ConfigurationError. Rejects if a variable is missing.
 */
export async function container(
  name: FunctionName,
  tools: Tools = {},
  env: Record<string, string | undefined> = process.env,
  aws: AwsConfig = {},
  surroundings: Surroundings = machine,
): Promise<Ports> {
  return compose(name, readEnvironment(name, env), aws, tools, surroundings);
}

/** The ports for the operator's tools (imports, samples): everything for which `values` has the variables. */
export function operatorContainer(
  values: Values,
  aws: AwsConfig = {},
  surroundings: Surroundings = machine,
  tools: Tools = {},
): Promise<Ports> {
  return compose("operator", values, aws, tools, surroundings);
}

async function compose(
  name: string,
  values: Values,
  aws: AwsConfig,
  tools: Tools,
  surroundings: Surroundings,
): Promise<Ports> {
  const { clock } = surroundings;
  const milliseconds = () => clock.now().epochMilliseconds;
  const setting = (key: VariableName): string => {
    const value = values[key];
    if (value === undefined) throw new ConfigurationError(`${name} has no setting ${key}`);
    return value;
  };
  const tool: ToolOf = (key) => {
    const given = tools[key];
    if (given === undefined) throw new ConfigurationError(`${name} brings no ${key}`);
    return given;
  };
  const table = once(() => ({ client: dynamodbClient(aws), name: setting("TABLE_NAME") }));
  const secrets = values.SECRETS === undefined ? {} : { secrets: secretsLater(aws, values.SECRETS) };
  // Keyed hashes and shards are asked for synchronously, so what they need is read before the first event.
  const own = values.TABLE_NAME === undefined ? {} : { table: table() };
  const opened = await openInstallation({ name, ...own, ...secrets, surroundings });
  const installed = opened.settings;
  const place = () => ({ table: table(), ...secrets });
  const queue = queuesLater(aws);
  const stored = storesOf(aws);
  const bucket = (key: VariableName) => stored(setting(key));
  const organisation = once(() => organisationStore(table(), () => toInstant(clock.now())));
  const archived = { objects: once(() => bucket("DOCUMENTS_BUCKET")), telemetry };
  return lazily({
    ...broughtAlong(tool, values),
    clock: () => clock,
    crypto: () => nodeCrypto(opened.keys, surroundings),
    complaints: () =>
      complaintStore(table(), installed().alarmShards, complaintArchive(archived), installed().documentForm),
    groups: () => groupStore(table(), installed().alarmShards, groupArchive(archived)),
    emergencies: () => emergencyStore(table(), installed().alarmShards, emergencyArchive(archived)),
    alarms: () => alarmStore(table(), installed().alarmShards),
    counters: () => counters(table()),
    organisation,
    searchIndex: () => searchIndexStore(table()),
    channelSystems: () => channelSystemStore(table()),
    notices: () => noticeStore(table(), installed().alarmShards),
    subscriptions: () => subscriptionStore(table()),
    ...mailStores(table),
    ...beginnings(table),
    personRequests: () => personRequestStore(table()),
    retention: () => retentionStore(table()),
    boxes: () => boxStore(table()),
    reports: () => reportStore(table(), installed().alarmShards),
    companyTexts: () => companyTextsStore(table()),
    submissions: () => submissionStore(table(), installed().alarmShards, submissionArchive(archived)),
    jobs: () => jobStore(table(), installed().alarmShards),
    held: () => heldStore(table(), installed().alarmShards, tool("readHeld")),
    ruleStore: () => ruleStore(table()),
    rules: () => ruleBook(ruleStore(table()), organisation(), clock),
    ...queues((key) => queue(setting(key))),
    timers: () => timersLater(aws, timerSettings(setting)),
    ...buckets(bucket),
    polledMailbox: () => storedMailbox(place(), tool("imap")),
    besideDocuments: () => archived.objects(),
    uploads: () => uploadStore(table()),
    ...residents(table, place, milliseconds),
    webhooks: () => webhookStore(table(), installed().alarmShards),
    mailer: () => tool("mailer")(aws, senderOf(setting), place(), milliseconds),
    messenger: () => tool("messengers")(place(), milliseconds),
    ...services(table, place),
    ...logs(table),
    telemetry: () => telemetry,
    adapters: () => configuredAdapters(values.NOTICE_ADAPTERS),
    recordingHosts: () => hostsOf(setting("RECORDING_HOSTS")),
    ...origins(setting),
  });
}

/** Under which addresses people reach the desk and its files. */
const origins = (setting: (key: VariableName) => string) => ({
  publicUrl: () => setting("PUBLIC_URL"),
  filesOrigin: () => setting("FILES_ORIGIN"),
});

const hostsOf = (listed: string) => (listed === "none" ? [] : listed.split(","));

/** What lies in a bucket of its own kind. */
function buckets(bucket: (key: VariableName) => ObjectStore) {
  return {
    mailbox: () => bucket("MAIL_BUCKET"),
    attachments: () => bucket("ATTACHMENTS_BUCKET"),
    reportFiles: () => bucket("REPORTS_BUCKET"),
    digests: () => digestStore(bucket("DIGESTS_BUCKET")),
  };
}

/** The buckets by name. */
function storesOf(aws: AwsConfig) {
  const storage = once(() => loadedStorage(aws));
  return (name: string) =>
    storeLater(async () => {
      const { objectStore, clients } = await storage();
      return objectStore(clients.s3(), name, clients.signing());
    });
}

/** Loaded with the first object that somebody asks for: no start waits for it. */
async function loadedStorage(aws: AwsConfig) {
  const [{ objectStore }, { s3Clients }] = await Promise.all([
    import("../storage/object-store.ts"),
    import("../storage/s3-clients.ts"),
  ]);
  return { objectStore, clients: s3Clients(aws) };
}

/** Mails that wait for people, and whose mail is let in. */
function mailStores(table: () => Table) {
  return {
    quarantine: () => quarantineStore(table()),
    senderRules: () => senderRuleStore(table()),
    pollPositions: () => pollPositions(table()),
  };
}

/** What a company begins with. */
function beginnings(table: () => Table) {
  return { households: () => householdStore(table()), setupCodes: () => setupCodeStore(table()) };
}

/** What residents have begun, and the account that they follow. */
function residents(table: () => Table, place: () => ServicePlace, now: () => number) {
  return {
    drafts: () => draftStore(table()),
    lookups: () => lookupStore(table()),
    followerFiles: () => followerFileStore(table()),
    visitors: () => visitorStore(table()),
    followers: () => storedFollowers(place(), now),
    officialAccount: () => storedOfficialAccount(place(), now),
    members: () => storedMembers(place(), now),
  };
}

/** How services outside are reached, and what became of trying them. */
function services(table: () => Table, place: () => ServicePlace) {
  return { serviceTests: () => serviceTestStore(table()), services: () => serviceStore(place()) };
}

/** Who took or saw what. */
function logs(table: () => Table) {
  return {
    paperLog: () => paperLog(table()),
    callLog: () => callLog(table()),
    readLog: () => readLog(table()),
  };
}

/** What a function hands on to others. */
function queues(queue: <M>(key: VariableName) => Outgoing<M>) {
  return {
    reactQueue: () => queue<ReactMessage>("REACT_QUEUE_URL"),
    alarmQueue: () => queue<AlarmMessage>("ALARM_QUEUE_URL"),
    noticeQueue: () => queue<ItemRef>("NOTICE_QUEUE_URL"),
    // The function that works it off is the one that speaks to the services of others.
    errandQueue: () => queue<Errand>("NOTICE_QUEUE_URL"),
    webhookQueue: () => queue<ItemRef>("WEBHOOK_QUEUE_URL"),
    reportQueue: () => queue<ReportMessage>("REPORT_QUEUE_URL"),
    mailInQueue: () => queue<RawMailMessage>("MAIL_IN_QUEUE_URL"),
  };
}

/** In the local cloud alone its own receivers may be posted to: nothing else there is a public address. */
function localOrigin({ STAGE, PUBLIC_URL }: Values): { readonly localOrigin?: string } {
  return STAGE === "local" && PUBLIC_URL !== undefined ? { localOrigin: new URL(PUBLIC_URL).origin } : {};
}

type ToolOf = <K extends keyof Tools>(key: K) => NonNullable<Tools[K]>;

/** Ports that only some functions bring along, because they are large. */
function broughtAlong(tool: ToolOf, values: Values) {
  return {
    outboundPost: () => tool("outboundPost")(localOrigin(values)),
    outboundFetch: () => tool("outboundFetch")(localOrigin(values)),
    sniffType: () => tool("sniffType"),
    renderer: () => tool("renderer"),
    workbook: () => tool("workbook"),
    zip: () => tool("zip"),
    papers: () => tool("papers"),
    documents: () => tool("documents"),
    charts: () => tool("charts"),
    parseMail: () => tool("parseMail"),
    maskFile: () => tool("maskFile"),
  };
}

function senderOf(setting: (key: VariableName) => string) {
  return { from: setting("MAIL_FROM"), events: setting("MAIL_EVENTS") };
}

function timerSettings(setting: (key: VariableName) => string) {
  return {
    group: setting("SCHEDULE_GROUP"),
    queueArn: setting("ALARM_QUEUE_ARN"),
    roleArn: setting("SCHEDULE_ROLE_ARN"),
  };
}

/** Ways of reaching people from a setting such as `wecom,sms`; e-mail always is one. */
function configuredAdapters(setting: string | undefined): readonly Adapter[] {
  const named = (setting ?? "").split(",");
  return adapters.filter((adapter) => adapter === "email" || named.includes(adapter));
}

type Makers = { readonly [K in keyof Ports]: () => Ports[K] };

/** Ports as properties that are made when first read. */
function lazily(makers: Makers): Ports {
  const ports = {};
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(ports, name, { enumerable: true, get: once<unknown>(make) });
  }
  if (!hasAll(ports, makers)) throw new TypeError("a port is missing");
  return ports;
}

function hasAll(ports: object, makers: Makers): ports is Ports {
  return Object.keys(makers).every((name) => name in ports);
}
