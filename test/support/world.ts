import {
  complaintArchive,
  emergencyArchive,
  groupArchive,
  submissionArchive,
} from "../../lib/adapters/archive/archives.ts";
import { png } from "../../lib/adapters/formats/png.ts";
import { maskFile } from "../../lib/adapters/workbook/mask-file.ts";
import { zipWriter } from "../../lib/adapters/workbook/zip.ts";
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
import type { DroppedMail, ParsedMail, Quarantined, RawMailMessage } from "../../lib/app/ports/mail.ts";
import type { BriefMessage, OutgoingMail } from "../../lib/app/ports/messages.ts";
import type { ContractorRecord } from "../../lib/app/ports/organisation.ts";
import type { PaperTaken } from "../../lib/app/ports/paper-log.ts";
import type { PersonChange } from "../../lib/app/ports/person-change.ts";
import type { PlainCommand } from "../../lib/app/ports/plain-command.ts";
import type { ProjectRecord } from "../../lib/app/ports/project-record.ts";
import type { AlarmMessage, ReactMessage, ReportMessage } from "../../lib/app/ports/queues.ts";
import type { OutboundRequest } from "../../lib/app/ports/webhooks.ts";
import { buildReportPart } from "../../lib/app/reports/run/build.ts";
import { ruleBook } from "../../lib/app/rules/rule-book.ts";
import { deliverWebhook } from "../../lib/app/webhooks/deliver.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import {
  type Company,
  type Person,
  type Project,
  reaches,
} from "../../lib/domain/organisation/organisation.ts";
import type { ProjectMonth } from "../../lib/domain/organisation/project-months.ts";
import type { RosterEdition } from "../../lib/domain/organisation/roster.ts";
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
import { MemoryEmergencies } from "./memory/emergencies.ts";
import { memoryFleeting } from "./memory/fleeting.ts";
import { MemoryGroups } from "./memory/groups.ts";
import { MemoryHeld } from "./memory/held.ts";
import { MemoryHouseholds } from "./memory/households.ts";
import { MemoryJobs } from "./memory/jobs.ts";
import { MemoryNotices } from "./memory/notices.ts";
import { MemoryObjects } from "./memory/objects.ts";
import { memoryPersonRequests } from "./memory/person-requests.ts";
import { MemoryQueue } from "./memory/queue.ts";
import { memoryReadLog } from "./memory/read-log.ts";
import { MemoryReports } from "./memory/reports.ts";
import { MemoryRules } from "./memory/rules.ts";
import { MemorySearchIndex } from "./memory/search-index.ts";
import { memorySenderRules } from "./memory/sender-rules.ts";
import { memorySetupCodes } from "./memory/setup-codes.ts";
import { stored } from "./memory/stored.ts";
import { MemorySubmissions } from "./memory/submissions.ts";
import { MemorySubscriptions } from "./memory/subscriptions.ts";
import { MemoryTelemetry } from "./memory/telemetry.ts";
import { MemoryTimers } from "./memory/timers.ts";
import { MemoryWebhooks } from "./memory/webhooks.ts";
import { company, everybody, otherProject, people, project } from "./organisation.ts";
import { MemoryPolledMailbox, MemoryPollPositions } from "./polled-mailbox.ts";
import { quietPolicy, released } from "./rules.ts";
import { memoryUploads } from "./uploads.ts";

/** All ports in memory over one virtual clock, and the handlers behind the queues. */
/** One white pixel. */
const blankChart = {
  png: png({ width: 1, height: 1, pixels: "rgba", data: new Uint8Array(4).fill(0xff) }),
  width: 1,
  height: 1,
  words: "图",
};

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
  const counters = new Map<string, number>();
  const organisation = {
    company: company as Company | undefined,
    projects: [project, otherProject] as Project[],
    people: [...everybody] as Person[],
    rosters: [] as RosterEdition[],
    months: [] as ProjectMonth[],
    firstMonths: new Map<string, string>(),
    entered: new Map<string, ProjectRecord>(),
    contractors: new Map<string, ContractorRecord>(),
    tried: [] as PersonChange[],
    made: [] as PersonChange[],
  };
  const recordOf = (person: Person) => {
    const last = organisation.made.findLast((change) => change.person.id === person.id);
    return { person, version: last?.version ?? 0, ...(last === undefined ? {} : { changeId: last.id }) };
  };
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
    clock,
    crypto: countedCrypto(),
    complaints,
    groups,
    emergencies,
    alarms,
    notices,
    counters: {
      next: async (prefix) => {
        const next = (counters.get(prefix) ?? 0) + 1;
        counters.set(prefix, next);
        return next;
      },
      raise: async (prefix, to) => {
        if ((counters.get(prefix) ?? 0) < to) counters.set(prefix, to);
      },
      hit: async (name) => {
        const hits = (counters.get(name) ?? 0) + 1;
        counters.set(name, hits);
        return hits;
      },
    },
    organisation: {
      company: async () => organisation.company,
      project: async (id) => organisation.projects.find((p) => p.id === id),
      projects: async () => organisation.projects,
      people: async () => organisation.people,
      person: async (id) => organisation.people.find((p) => p.id === id),
      putCompany: unused,
      importAll: unused,
      staff: async (id) => {
        const project = organisation.projects.find((p) => p.id === id);
        return project === undefined ? [] : organisation.people.filter((person) => reaches(person, project));
      },
      projectRecord: async (id) => {
        const project = organisation.projects.find((p) => p.id === id);
        return project === undefined ? undefined : (organisation.entered.get(id) ?? { project, version: 0 });
      },
      changeProject: async (record) => {
        const { id } = record.project;
        if ((organisation.entered.get(id)?.version ?? 0) !== record.version - 1) return false;
        organisation.entered.set(id, record);
        organisation.projects = [...organisation.projects.filter((p) => p.id !== id), record.project];
        return true;
      },
      contractor: async (id) => organisation.contractors.get(id),
      contractors: async () => [...organisation.contractors.values()],
      changeContractor: async (record) => {
        const { id } = record.contractor;
        if ((organisation.contractors.get(id)?.version ?? 0) !== record.version - 1) return false;
        organisation.contractors.set(id, record);
        return true;
      },
      peopleRecords: async () => organisation.people.map(recordOf),
      personRecord: async (id) => {
        const person = organisation.people.find((p) => p.id === id);
        return person === undefined ? undefined : recordOf(person);
      },
      personChanges: async (id) => organisation.tried.filter((change) => change.person.id === id),
      recordChange: async (change) => void organisation.tried.push(change),
      changePerson: async (change) => {
        const last = organisation.made.findLast(({ person }) => person.id === change.person.id);
        if ((last?.version ?? 0) !== change.version - 1) return false;
        organisation.made.push(change);
        organisation.people = [
          ...organisation.people.filter(({ id }) => id !== change.person.id),
          change.person,
        ];
        return true;
      },
      roster: async (projectId, month) =>
        organisation.rosters.findLast((r) => r.projectId === projectId && r.month === month),
      firstMonth: async (id) => organisation.firstMonths.get(id),
      noteFirstMonth: async (id, month) => {
        if (month < (organisation.firstMonths.get(id) ?? "9999-12")) organisation.firstMonths.set(id, month);
      },
      projectMonths: async (id) => organisation.months.filter(({ projectId }) => projectId === id),
      addProjectMonth: async (next) => {
        const taken = organisation.months.some(
          ({ projectId, month, version }) =>
            projectId === next.projectId && month === next.month && version === next.version,
        );
        if (!taken) organisation.months.push(next);
        return !taken;
      },
      rosterMonths: async (projectId, from) => {
        const rosters = organisation.rosters.filter((r) => r.projectId === projectId && r.month >= from);
        return [...new Set(rosters.map(({ month }) => month))].sort();
      },
      addRoster: async (edition) => {
        const { projectId, month, version } = edition;
        const taken = organisation.rosters.some(
          (r) => r.projectId === projectId && r.month === month && r.version === version,
        );
        if (!taken) organisation.rosters.push(edition);
        return !taken;
      },
    },
    channelSystems: memoryChannelSystems(),
    quarantine: {
      put: async (item) => {
        if (!quarantined.some(({ id }) => id === item.id)) quarantined.push(item);
      },
      find: async (id) => quarantined.find((item) => item.id === id),
      accept: async (item) => {
        const index = quarantined.findIndex(({ id, accepted }) => id === item.id && accepted === undefined);
        if (index >= 0) quarantined[index] = item;
        return index >= 0;
      },
      dismiss: async (item) => {
        const index = quarantined.findIndex(({ id, accepted }) => id === item.id && accepted === undefined);
        if (index >= 0) quarantined[index] = item;
        return index >= 0;
      },
      remove: async (id) => {
        const index = quarantined.findIndex((item) => item.id === id);
        if (index >= 0) quarantined.splice(index, 1);
      },
      finish: async (item) => {
        quarantined[quarantined.findIndex(({ id }) => id === item.id)] = item;
      },
      list: async () => ({ items: quarantined }),
      since: async (at) => ({ items: quarantined.filter((item) => item.at > at).toReversed() }),
    },
    senderRules: memorySenderRules(senderRules, dropped),
    personRequests: memoryPersonRequests(personRequests),
    readLog: memoryReadLog(reads),
    retention: {
      put: async (report) => {
        const index = nights.findIndex(({ date }) => date === report.date);
        nights.splice(index < 0 ? nights.length : index, 1, structuredClone(report));
      },
      latest: async (limit) => nights.toSorted((a, b) => b.date.localeCompare(a.date)).slice(0, limit),
    },
    papers: async (form, facts) =>
      (await import("../../lib/adapters/documents/index.ts")).printPaper(form, facts),
    documents: {
      bulletin: async (input) =>
        (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.bulletin(input),
      monthly: async (input) =>
        (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.monthly(input),
      classification: async (input) =>
        (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.classification(input),
      analysis: async (input) =>
        (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.analysis(input),
    },
    // Drawing is tested with the painter (test/adapters/charts).
    charts: async () => blankChart,
    callLog: {
      record: async (seen) => void numbersSeen.push(seen),
      ofComplaint: async (id) => numbersSeen.filter(({ complaintId }) => complaintId === id),
    },
    paperLog: {
      record: async (taken) => void papersTaken.push(taken),
      ofComplaint: async (id) => papersTaken.filter(({ complaintId }) => complaintId === id),
    },
    boxes: { putRound: async (round) => void rounds.push(round) },
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
    followerFiles: memoryFleeting(),
    visitors: memoryFleeting(),
    followers: { openIdOf: async () => undefined, file: async () => undefined },
    errandQueue,
    webhooks,
    webhookQueue,
    outboundPost: async (request) => {
      posted.push(request);
      return 204;
    },
    officialAccount: async () => undefined,
    sniffType: async (content) => (content[0] === 0x89 ? "image/png" : undefined),
    mailer: {
      send: async (mail) => {
        sent.push(mail);
        return `provider-${sent.length}`;
      },
    },
    renderer: {
      brief: ({ notice, acknowledgeUrl, trackingUrl }) => ({
        title: notice.template,
        text: notice.key,
        url: acknowledgeUrl ?? trackingUrl ?? "",
      }),
      render: ({ notice, trackingUrl, report }) => ({
        subject: notice.key,
        text: trackingUrl ?? String(report?.edition),
        html: "",
      }),
    },
    workbook: async ({ ledger, ...input }) => {
      const rows = [];
      for await (const row of ledger) rows.push(row);
      return new TextEncoder().encode(JSON.stringify({ ...input, ledger: rows }));
    },
    zip: zipWriter,
    maskFile,
    parseMail: async (raw) =>
      JSON.parse(new TextDecoder().decode(raw), (_, value) =>
        value !== null && typeof value === "object" && "bytes" in value
          ? Uint8Array.from(value.bytes)
          : value,
      ) as ParsedMail,
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

async function unused(): Promise<never> {
  throw new Error("this port is not part of the tests");
}

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

/** A mail as the parser gives it, stored as the raw object. */
export function rawMail(more: Partial<ParsedMail> = {}): Uint8Array {
  const mail: ParsedMail = {
    from: { name: "示例业主", address: "owner@home.example" },
    to: [project.mailbox ?? ""],
    subject: "电梯",
    text: "电梯又停了",
    quoted: "",
    date: null,
    messageId: "<1@home.example>",
    inReplyTo: null,
    references: [],
    attachments: [],
    verdict: null,
    autoReply: false,
    bounce: false,
    list: false,
    mustNotAnswer: false,
    defects: [],
    ...more,
  };
  const text = JSON.stringify(mail, (_, value) =>
    value instanceof Uint8Array ? { bytes: [...value] } : value,
  );
  return new TextEncoder().encode(text);
}
