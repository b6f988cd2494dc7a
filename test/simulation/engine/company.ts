import { Temporal } from "temporal-polyfill";
import { functionProfiles } from "../../../infra/catalogue/functions.ts";
import { workQueues } from "../../../infra/catalogue/queues.ts";
import { seedRosters } from "../../../infra/local/sample-rosters.ts";
import { readCompanyFolder, readRosterPatterns, sampleFolder } from "../../../infra/ops/company-folder.ts";
import { installationSettings, putDocumentForm } from "../../../lib/adapters/dynamodb/core/settings.ts";
import { putMessengerSettings } from "../../../lib/adapters/messengers/settings.ts";
import { dynamodbClient } from "../../../lib/adapters/runtime/aws-clients.ts";
import { newHashKey } from "../../../lib/adapters/runtime/crypto.ts";
import type { CompanyFile } from "../../../lib/contracts/company-file.ts";
import type { RosterPattern } from "../../../lib/contracts/roster-pattern.ts";
import { tableProperties } from "../../support/table-properties.ts";
import { checkSwept, type Late } from "../checks/swept.ts";
import { MemoryHooks } from "../services/hooks.ts";
import { MEMORY_ENDPOINT, MemoryAws, queueArn, queueUrl } from "../services/memory-aws.ts";
import { MemoryWecom } from "../services/wecom.ts";
import type { Build, SimulatedFunction } from "./build.ts";
import type { Faults, Spell } from "./faults.ts";
import { simulateGlobals } from "./globals.ts";
import { type Ground, Processes } from "./processes.ts";
import type { Random } from "./random.ts";
import { QueueSource, ScheduleSource, StreamSource } from "./sources.ts";
import { Time } from "./time.ts";
import type { Trace } from "./trace.ts";

export const TABLE = "complaints";
export const MAILS = "mails";

const env: Readonly<Record<string, string>> = {
  TABLE_NAME: TABLE,
  SECRETS: "jiesu/simulation/",
  STAGE: "local",
  REACT_QUEUE_URL: queueUrl("react"),
  ALARM_QUEUE_URL: queueUrl("alarm"),
  ALARM_QUEUE_ARN: queueArn("alarm"),
  NOTICE_QUEUE_URL: queueUrl("notice"),
  REPORT_QUEUE_URL: queueUrl("report"),
  MAIL_IN_QUEUE_URL: queueUrl("mail-in"),
  WEBHOOK_QUEUE_URL: queueUrl("webhook"),
  SCHEDULE_GROUP: "alarms",
  SCHEDULE_ROLE_ARN: "arn:aws:iam::000000000000:role/schedules",
  MAIL_BUCKET: MAILS,
  REPORTS_BUCKET: "reports",
  ATTACHMENTS_BUCKET: "attachments",
  DOCUMENTS_BUCKET: "documents",
  MAIL_FROM: "接诉 <desk@jiesu.example>",
  MAIL_EVENTS: "none",
  NOTICE_ADAPTERS: "wecom",
  // No call centre, so no hosts whose recordings are copied.
  RECORDING_HOSTS: "none",
  PUBLIC_URL: "https://desk.example",
  FILES_ORIGIN: "https://files.example",
  OIDC_ISSUER: "https://issuer.example",
  OIDC_AUDIENCE: "jiesu",
  OIDC_AUDIENCE_CLAIM: "aud",
  SIGN_IN: "oidc",
  EDGE_KEY: "none",
};

const batches = { react: 10, alarm: 10, notice: 5, report: 1, "mail-in": 1, webhook: 5 } as const;
const most = { react: 8, alarm: 8, notice: 2, report: 5, "mail-in": 10, webhook: 2 } as const;

export interface CompanyOptions {
  readonly startAt: number;
  readonly random: Random;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly builds: readonly Build[];
}

/** The key of a channel system in the simulation. */
export const keyOf = (system: string): string => `simulated-${system}`;

/** The whole company: services, functions, event sources and recurring schedules over one virtual clock. */
export class Company {
  readonly time: Time;
  readonly aws: MemoryAws;
  readonly processes: Processes;
  readonly file: CompanyFile;
  readonly rosters: readonly RosterPattern[];
  readonly ground: Ground;
  readonly wecom: MemoryWecom;
  readonly hooks: MemoryHooks;
  /** Rules were published: every half hour the sweep sees to it that they are carried through. */
  areRulesNew = false;
  readonly #sources: Map<string, QueueSource>;

  private constructor(file: CompanyFile, ground: Ground, wakes: Wakes, outside: Outsiders) {
    this.file = file;
    this.rosters = outside.rosters;
    this.wecom = outside.wecom;
    this.hooks = outside.hooks;
    this.ground = ground;
    this.time = ground.time;
    this.aws = ground.aws;
    this.processes = new Processes(ground);
    this.#sources = new Map(
      (Object.keys(batches) as (keyof typeof batches)[]).map((queue) => [
        queueArn(queue),
        new QueueSource(
          {
            queue,
            fn: workQueues[queue].consumer,
            batchSize: batches[queue],
            most: most[queue],
          },
          ground,
          this.processes,
        ),
      ]),
    );
    const stream = new StreamSource(TABLE, ground, this.processes);
    const schedules = new ScheduleSource(ground);
    wakes.message = (arn) => this.#sources.get(arn)?.wake();
    wakes.schedule = () => schedules.wake();
    wakes.change = () => stream.wake();
  }

  static async open({ startAt, random, faults, trace, builds }: CompanyOptions): Promise<Company> {
    const time = new Time(startAt);
    const [wecom, hooks] = [new MemoryWecom(), new MemoryHooks()];
    const isNow = (kind: Spell) => faults.spell(time.now, kind) !== undefined;
    simulateGlobals(time, random.fork("globals"), (url, body = "", headers) =>
      url.host === hooks.host
        ? hooks.answer(url, body, headers, time.now, isNow("mail-down"))
        : wecom.answer(url, body, time.now, isNow("tokens-end")),
    );
    const lags = random.fork("lags");
    let isOpen = false;
    const wakes: Wakes = { message: () => {}, schedule: () => {}, change: () => {} };
    const aws = new MemoryAws({
      now: () => time.now,
      lag: () => (isOpen ? Math.min(5000, Math.round(lags.span(400))) : 0),
      onMessage: (arn) => wakes.message(arn),
      onSchedule: () => wakes.schedule(),
    });
    aws.defineTable(TABLE, tableProperties()).onChange = () => wakes.change();
    defineServices(aws, random);
    const file = await readCompanyFolder(sampleFolder);
    const rosters = await readRosterPatterns(sampleFolder);
    const nothing = () => {};
    const watch = {
      broken: nothing,
      given: nothing,
      done: nothing,
      failed: nothing,
      handedOn: nothing,
      rang: nothing,
    };
    const ground: Ground = { watch, time, aws, random, faults, trace, env, builds };
    const company = new Company(file, ground, wakes, { rosters, wecom, hooks });
    await company.#found(builds[0] as Build);
    isOpen = true;
    return company;
  }

  /** The operator's part, before anything can go wrong: settings, people, channel keys, rosters. */
  async #found(build: Build): Promise<void> {
    const { time } = this.ground;
    const { aws, surroundings } = this.operator();
    const client = dynamodbClient(aws);
    const table = { client, name: TABLE };
    await installationSettings(table, () => newHashKey(surroundings), 2);
    // While a release before runs, too, what it does not read is not written (docs/upgrade.md).
    if (this.ground.builds.length > 1) await putDocumentForm(table, "whole");
    await putMessengerSettings(
      { table },
      {
        wecom: { baseUrl: "https://wecom.example", corpId: "simulation", agentId: 1, secret: "simulation" },
      },
    );
    const ports = await build.operator({ TABLE_NAME: TABLE }, aws, surroundings);
    await build.importCompany(ports, this.file);
    const at = new Date(time.now).toISOString();
    for (const system of this.file.company.systems)
      await build.addChannelKey(ports, system, keyOf(system.system), at);
    await seedRosters(ports, this.rosters, at);
  }

  /** The operator's own machine: nothing goes wrong on it, and every call is answered at once. */
  operator() {
    const { random, time } = this.ground;
    const own = random.fork("operator");
    const surroundings = {
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(time.now) },
      randomBytes: (size: number) => own.bytes(size),
      randomId: () => own.uuid(),
    };
    const credentials = { accessKeyId: "AKIASIMULATION00", secretAccessKey: "simulation" };
    const requestHandler = this.aws.anyHandler() as never;
    const aws = { endpoint: MEMORY_ENDPOINT, region: "ap-southeast-1", credentials, requestHandler };
    return { aws, surroundings };
  }

  /** `npm run audit`: chains, histories and due instants counted a second way, by the own command of each build at work. */
  async audit(): Promise<string[]> {
    const { aws, surroundings } = this.operator();
    const faults: string[] = [];
    for (const build of this.ground.builds) {
      const settings = { TABLE_NAME: TABLE, DOCUMENTS_BUCKET: "documents" };
      const ports = await build.operator(settings, aws, surroundings);
      for await (const page of build.audit(ports))
        faults.push(...page.faults.map((fault) => `${build.name} ${JSON.stringify(fault)}`));
    }
    return faults;
  }

  /** Starts what starts by itself: sweep, monthly report, bulletin. */
  begin(): void {
    this.#every(300_000, 0, () => this.#sweep());
    const day = 86_400_000;
    // 02:00 on the first and 18:00 every day, Shanghai.
    this.#every(
      day,
      18 * 3_600_000 - 8 * 3_600_000,
      () => void this.processes.invoke("report-start", { kind: "bulletin" }),
    );
    this.#every(day, 2 * 3_600_000 + 16 * 3_600_000, () => {
      if (new Date(this.time.now + 8 * 3_600_000).getUTCDate() === 1)
        void this.processes.invoke("report-start", { kind: "monthly-report" });
    });
    this.#expire();
  }

  #every(period: number, offset: number, run: () => void): void {
    const { time } = this;
    const next = () => {
      const at = Math.ceil((time.now + 1 - offset) / period) * period + offset;
      time.at(at, () => {
        run();
        next();
      });
    };
    next();
  }

  /** The sweep runs every five minutes; those that would find nothing at all are only looked at from outside. */
  #sweep(): void {
    const { time } = this;
    const turn = Math.floor(time.now / 300_000);
    const isLooking = turn % 6 === 0 && (this.areRulesNew || this.hasRawMail());
    if (turn % 144 !== 0 && !this.hasOverdue() && !isLooking) return;
    // Its clock may be behind, and others may have just made good what was late.
    const late = this.#overdue(60_000);
    void this.#swept(late);
  }

  async #swept(late: readonly Late[]): Promise<void> {
    const { ok } = await this.processes.invoke("sweep", { kind: "sweep" });
    if (ok) this.#checkSwept(late);
  }

  #checkSwept(late: readonly Late[]): void {
    const table = this.aws.tables.get(TABLE);
    const read = (pk: string, sk: string) => table?.read({ pk: { S: pk }, sk: { S: sk } });
    checkSwept(late, read, (rule, about) => this.ground.watch.broken(rule, about));
  }

  hasRawMail(): boolean {
    return this.aws.objects.list(MAILS, "raw/").length > 0;
  }

  hasOverdue(): boolean {
    return this.#overdue(0).length > 0;
  }

  /** What a sweep that began so many milliseconds ago would find late. */
  #overdue(earlier: number): Late[] {
    const index = this.aws.tables.get(TABLE)?.indexes.get("alarms");
    const before = new Date(this.time.now - 180_000 - earlier).toISOString();
    return ["A#0", "A#1"].flatMap(
      (shard) => index?.rows(shard, this.time.now).filter(({ range }) => range < before) ?? [],
    );
  }

  /** TTL deletes within a day or two of expiry. */
  #expire(): void {
    this.#every(86_400_000, 0, () => {
      const table = this.aws.tables.get(TABLE);
      if (table === undefined) return;
      const seconds = this.time.now / 1000;
      for (const item of Array.from(table.all())) {
        const expires = item["expiresAt"];
        if (expires !== undefined && "N" in expires && Number(expires.N) < seconds - 3600)
          table.write(table.keyOf(item), undefined);
      }
    });
  }

  async invoke(fn: SimulatedFunction, event: unknown) {
    return this.processes.invoke(fn, event);
  }
}

interface Outsiders {
  readonly rosters: readonly RosterPattern[];
  readonly wecom: MemoryWecom;
  readonly hooks: MemoryHooks;
}

interface Wakes {
  message: (arn: string) => void;
  schedule: () => void;
  change: () => void;
}

function defineServices(aws: MemoryAws, random: Random): void {
  const own = random.fork("queues");
  for (const queue of Object.keys(batches) as (keyof typeof batches)[]) {
    aws.queues.define({
      name: `${queue}-dead`,
      arn: queueArn(`${queue}-dead`),
      delaySeconds: 0,
      visibilityTimeoutSeconds: 30,
      retentionSeconds: 14 * 86_400,
    });
    aws.queues.define({
      name: queue,
      arn: queueArn(queue),
      delaySeconds: 0,
      visibilityTimeoutSeconds: 6 * functionProfiles[workQueues[queue].consumer].timeoutSeconds,
      retentionSeconds: 4 * 86_400,
      redrive: { deadLetterArn: queueArn(`${queue}-dead`), maxReceiveCount: 5 },
    });
  }
  // Standard queues keep no order.
  aws.queues.pick = (visible) => (visible.length > 1 ? own.shuffled(visible) : visible);
  aws.schedules.defineGroup("alarms");
  aws.objects.defineBucket({
    name: MAILS,
    notifications: [{ queueArn: queueArn("mail-in"), prefix: "raw/" }],
  });
  for (const [key, name] of Object.entries(env)) {
    if (key.endsWith("_BUCKET") && name !== MAILS) aws.objects.defineBucket({ name, notifications: [] });
  }
}
