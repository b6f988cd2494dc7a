import {
  complaintArchive,
  emergencyArchive,
  groupArchive,
  submissionArchive,
} from "../../lib/adapters/archive/archives.ts";
import { digestStore } from "../../lib/adapters/storage/digest-store.ts";
import { type GivenCommand, giveCommand } from "../../lib/app/complaints/command.ts";
import { reactTo } from "../../lib/app/dispatch/reactions.ts";
import { ring } from "../../lib/app/dispatch/ring.ts";
import { receiveComplaint } from "../../lib/app/intake/intake.ts";
import type { IntakeRequest } from "../../lib/app/intake/intake-request.ts";
import { takeMail } from "../../lib/app/mail/mail-intake.ts";
import { sendNotice } from "../../lib/app/notices/send.ts";
import type { ItemRef } from "../../lib/app/ports/alarms.ts";
import type { NumberSeen } from "../../lib/app/ports/call-log.ts";
import type { Errand } from "../../lib/app/ports/errands.ts";
import type { Ports } from "../../lib/app/ports/index.ts";
import type { BoxRound } from "../../lib/app/ports/intake.ts";
import type { DroppedMail, Quarantined, RawMailMessage } from "../../lib/app/ports/mail.ts";
import type { BriefMessage, OutgoingMail } from "../../lib/app/ports/messages.ts";
import type { PaperTaken } from "../../lib/app/ports/paper-log.ts";
import type { PlainCommand } from "../../lib/app/ports/plain-command.ts";
import type { AlarmMessage, ReactMessage, ReportMessage } from "../../lib/app/ports/queues.ts";
import type { OutboundRequest } from "../../lib/app/ports/webhooks.ts";
import { buildReportPart } from "../../lib/app/reports/run/build.ts";
import { ruleBook } from "../../lib/app/rules/rule-book.ts";
import { deliverWebhook } from "../../lib/app/webhooks/deliver.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import type { DataRead } from "../../lib/domain/person-data/read.ts";
import type { PersonDataRequest } from "../../lib/domain/person-data/request.ts";
import type { RetentionReport } from "../../lib/domain/person-data/retention.ts";
import type { SenderRule } from "../../lib/domain/senders/rule.ts";
import type { Instant } from "../../lib/domain/time/instant.ts";
import { memoryChannelSystems } from "./channel-systems.ts";
import { countedCrypto } from "./crypto.ts";
import { MemoryAlarms } from "./memory/alarms.ts";
import { VirtualClock } from "./memory/clock.ts";
import { MemoryCompanyTexts } from "./memory/company-texts.ts";
import { MemoryComplaints } from "./memory/complaints.ts";
import { memoryCounters } from "./memory/counters.ts";
import { MemoryEmergencies } from "./memory/emergencies.ts";
import { memoryFleeting } from "./memory/fleeting.ts";
import { MemoryGroups } from "./memory/groups.ts";
import { MemoryHeld } from "./memory/held.ts";
import { MemoryHouseholds } from "./memory/households.ts";
import { MemoryJobs } from "./memory/jobs.ts";
import { memoryLogs, memoryRetention } from "./memory/logs.ts";
import { MemoryNotices } from "./memory/notices.ts";
import { MemoryObjects } from "./memory/objects.ts";
import { memoryOrganisation, sampleOrganisation } from "./memory/organisation.ts";
import { memoryPersonRequests } from "./memory/person-requests.ts";
import { memoryQuarantine } from "./memory/quarantine.ts";
import { MemoryQueue } from "./memory/queue.ts";
import { memoryReadLog } from "./memory/read-log.ts";
import { MemoryReports } from "./memory/reports.ts";
import { MemoryRules } from "./memory/rules.ts";
import { MemorySearchIndex } from "./memory/search-index.ts";
import { memorySenderRules } from "./memory/sender-rules.ts";
import { MemoryServices } from "./memory/services.ts";
import { memorySetupCodes } from "./memory/setup-codes.ts";
import { stored } from "./memory/stored.ts";
import { MemorySubmissions } from "./memory/submissions.ts";
import { MemorySubscriptions } from "./memory/subscriptions.ts";
import { MemoryTelemetry } from "./memory/telemetry.ts";
import { MemoryTimers } from "./memory/timers.ts";
import { MemoryWebhooks } from "./memory/webhooks.ts";
import { people, project } from "./organisation.ts";
import { MemoryPolledMailbox, MemoryPollPositions } from "./polled-mailbox.ts";
import { quietPolicy, released } from "./rules.ts";
import { memoryUploads } from "./uploads.ts";
import { documentWriters, plainText } from "./writers.ts";

/** All ports in memory over one virtual clock, and the handlers behind the queues. */
export function world(now: Instant, policy = quietPolicy) {
  const clock = new VirtualClock(now);
  const complaints = new MemoryComplaints();
  const notices = new MemoryNotices();
  const groups = new MemoryGroups();
  const emergencies = new MemoryEmergencies();
  const reports = new MemoryReports();
  const companyTexts = new MemoryCompanyTexts();
  const submissions = new MemorySubmissions();
  const subscriptions = new MemorySubscriptions();
  const setupCodes = memorySetupCodes();
  const jobs = new MemoryJobs();
  const held = new MemoryHeld();
  const webhooks = new MemoryWebhooks();
  const alarms = new MemoryAlarms(
    complaints,
    notices,
    groups,
    emergencies,
    reports,
    submissions,
    jobs,
    held,
    webhooks,
  );
  const reactQueue = new MemoryQueue<ReactMessage>(clock);
  const alarmQueue = new MemoryQueue<AlarmMessage>(clock);
  const noticeQueue = new MemoryQueue<ItemRef>(clock);
  const services = new MemoryServices();
  const errandQueue = new MemoryQueue<Errand>(clock);
  const reportQueue = new MemoryQueue<ReportMessage>(clock);
  const mailInQueue = new MemoryQueue<RawMailMessage>(clock);
  const timers = new MemoryTimers();
  const webhookQueue = new MemoryQueue<ItemRef>(clock);
  const posted: OutboundRequest[] = [];
  const mailbox = new MemoryObjects(clock);
  const attachments = new MemoryObjects(clock);
  const besideDocuments = new MemoryObjects(clock);
  const reportFiles = new MemoryObjects(clock);
  const digestFiles = new MemoryObjects(clock);
  const telemetry = new MemoryTelemetry();
  const ruleStore = new MemoryRules();
  const households = new MemoryHouseholds();
  const searchIndex = new MemorySearchIndex();
  const sent: OutgoingMail[] = [];
  const texts: { readonly adapter: string; readonly to: string; readonly message: BriefMessage }[] = [];
  const quarantined: Quarantined[] = [];
  const senderRules: SenderRule[] = [];
  const dropped: DroppedMail[] = [];
  const personRequests: PersonDataRequest[] = [];
  const reads: DataRead[] = [];
  const nights: RetentionReport[] = [];
  const rounds: BoxRound[] = [];
  const papersTaken: PaperTaken[] = [];
  const numbersSeen: NumberSeen[] = [];
  const organisation = sampleOrganisation();
  const rules = ruleBook(
    ruleStore,
    { project: async (id) => organisation.projects.find((p) => p.id === id) },
    clock,
    released(policy),
  );
  const beside = { objects: () => besideDocuments, telemetry };
  complaints.archive = complaintArchive(beside);
  groups.archive = groupArchive(beside);
  emergencies.archive = emergencyArchive(beside);
  submissions.archive = submissionArchive(beside);
  // The stream: every write puts the document on the react queue.
  complaints.onWrite = (id) => reactQueue.send({ kind: "complaint", id });
  groups.onWrite = (id) => reactQueue.send({ kind: "group", id });
  submissions.onWrite = (id) => reactQueue.send({ kind: "submission", id });
  emergencies.onWrite = (id) => reactQueue.send({ kind: "emergency", id });

  const ports: Ports = {
    digests: digestStore(digestFiles),
    clock,
    crypto: countedCrypto(),
    complaints,
    groups,
    emergencies,
    alarms,
    notices,
    counters: memoryCounters(),
    organisation: memoryOrganisation(organisation),
    channelSystems: memoryChannelSystems(),
    quarantine: memoryQuarantine(quarantined),
    senderRules: memorySenderRules(senderRules, dropped),
    personRequests: memoryPersonRequests(personRequests),
    readLog: memoryReadLog(reads),
    retention: memoryRetention(nights),
    ...memoryLogs({ rounds, papersTaken, numbersSeen }),
    ...documentWriters,
    reports,
    companyTexts,
    submissions,
    subscriptions,
    setupCodes,
    ruleStore,
    jobs,
    held,
    households,
    searchIndex,
    rules,
    reactQueue,
    alarmQueue,
    noticeQueue,
    reportQueue,
    mailInQueue,
    polledMailbox: new MemoryPolledMailbox(),
    pollPositions: new MemoryPollPositions(),
    timers,
    mailbox,
    reportFiles,
    attachments,
    besideDocuments,
    uploads: memoryUploads(),
    drafts: memoryFleeting(),
    lookups: memoryFleeting(),
    serviceTests: memoryFleeting(),
    services,
    followerFiles: memoryFleeting(),
    visitors: memoryFleeting(),
    followers: { openIdOf: async () => undefined, file: async () => undefined },
    members: { pages: async () => undefined, memberOf: async () => undefined, isMember: async () => false },
    errandQueue,
    webhooks,
    webhookQueue,
    outboundPost: async (request) => {
      posted.push(request);
      return 204;
    },
    outboundFetch: async () => ({ status: 404, body: new Uint8Array(), tooLong: false }),
    recordingHosts: [],
    officialAccount: async () => undefined,
    sniffType: async (content) => (content[0] === 0x89 ? "image/png" : undefined),
    mailer: {
      send: async (mail) => {
        sent.push(mail);
        return `provider-${sent.length}`;
      },
    },
    ...plainText,
    telemetry,
    adapters: ["email"],
    messenger: (adapter) => ({
      send: async (to, message) => {
        texts.push({ adapter, to, message });
        return `${adapter}-${texts.length}`;
      },
    }),
    publicUrl: "https://desk.example",
    filesOrigin: "https://files.example",
  };

  return {
    ports,
    clock,
    ruleStore,
    jobs,
    held,
    households,
    complaints,
    groups,
    emergencies,
    notices,
    alarms,
    reactQueue,
    alarmQueue,
    noticeQueue,
    services,
    errandQueue,
    reportQueue,
    mailInQueue,
    webhookQueue,
    webhooks,
    posted,
    timers,
    mailbox,
    attachments,
    besideDocuments,
    searchIndex,
    reportFiles,
    digestFiles,
    reports,
    companyTexts,
    submissions,
    subscriptions,
    setupCodes,
    telemetry,
    sent,
    texts,
    quarantined,
    senderRules,
    dropped,
    personRequests,
    reads,
    nights,
    rounds,
    papersTaken,
    numbersSeen,
    organisation,

    /** Registers and returns the document. */
    async receive(more: Partial<IntakeRequest> = {}): Promise<Complaint> {
      const result = await receiveComplaint(ports, request(more));
      if ("problem" in result) throw new Error(`refused: ${JSON.stringify(result)}`);
      return result.complaint;
    },
    /** Gives a command on the version that stands now; throws when refused. */
    async give(id: string, command: PlainCommand, more: Partial<GivenCommand> = {}) {
      const result = await giveCommand(ports, await given(id, command, more));
      if ("problem" in result) throw new Error(`refused: ${JSON.stringify({ ...result, current: null })}`);
      return result;
    },
    given,
    async complaint(id: string): Promise<Complaint> {
      const found = await complaints.load(id);
      if (found === undefined) throw new Error(`no complaint ${id}`);
      return found;
    },
    /** Delivers what may be delivered now until nothing is left. */
    async drain(): Promise<void> {
      for (;;) {
        releaseTimers();
        const reactions = reactQueue.take();
        const rings = alarmQueue.take();
        const letters = noticeQueue.take();
        const parts = reportQueue.take();
        const mails = mailInQueue.take();
        const told = webhookQueue.take();
        if ([reactions, rings, letters, parts, mails, told].every(({ length }) => length === 0)) return;
        for (const message of reactions) await reactTo(ports, message);
        for (const message of rings) await ring(ports, message);
        for (const ref of letters) await sendNotice(ports, ref);
        for (const part of parts) await buildReportPart(ports, part);
        for (const mail of mails) await takeMail(ports, mail);
        for (const ref of told) await deliverWebhook(ports, ref);
      }
    },
    /** Event-driven time: delivers, then jumps to the next due thing, up to `until`. */
    async run(until: Instant): Promise<void> {
      for (;;) {
        await this.drain();
        const next = nextDue();
        if (next === undefined || next > until) break;
        clock.set(next);
      }
      clock.set(until);
    },
  };

  async function given(
    id: string,
    command: PlainCommand,
    more: Partial<GivenCommand>,
  ): Promise<GivenCommand> {
    const version = (await complaints.load(id))?.version ?? 0;
    keys += 1;
    const key = `key-${keys}`;
    return { complaintId: id, command, version, idempotencyKey: key, person: people.supervisor, ...more };
  }

  function releaseTimers(): void {
    for (const [name, { at, message }] of timers.items) {
      if (at > clock.text()) continue;
      timers.items.delete(name); // ActionAfterCompletion: DELETE
      alarmQueue.waiting.push({ message: stored(message), from: at });
    }
  }

  function nextDue(): Instant | undefined {
    const queues = [reactQueue, alarmQueue, noticeQueue, reportQueue, mailInQueue, webhookQueue];
    const instants = [
      ...queues.flatMap((queue) => queue.waiting.map(({ from }) => from)),
      ...[...timers.items.values()].map((timer) => timer.at),
    ];
    return instants.sort()[0];
  }
}

let keys = 0;

export type World = ReturnType<typeof world>;

/** A complaint by phone as the call centre posts it. */
export function request(more: Partial<IntakeRequest> = {}): IntakeRequest {
  return {
    channel: "phone",
    system: "call-centre",
    sourceId: "call-1",
    body: "body-1",
    by: { kind: "channel", id: "call-centre" },
    projectId: project.id,
    matter: "电梯又停了",
    classCode: "1.2",
    complainant: { name: "示例业主", phone: "13800000000" },
    location: { building: "3", unit: "1", room: "502" },
    ...more,
  };
}
