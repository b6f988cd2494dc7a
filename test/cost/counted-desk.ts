import type { Context } from "aws-lambda";
import { Temporal } from "temporal-polyfill";
import { workQueues } from "../../infra/catalogue/queues.ts";
import { seedRosters } from "../../infra/local/sample-rosters.ts";
import { readCompanyFolder, readRosterPatterns, sampleFolder } from "../../infra/ops/company-folder.ts";
import { documentRefOf } from "../../lib/adapters/dynamodb/core/keys.ts";
import { installationSettings } from "../../lib/adapters/dynamodb/core/settings.ts";
import { dynamodbClient } from "../../lib/adapters/runtime/aws-clients.ts";
import { newHashKey } from "../../lib/adapters/runtime/crypto.ts";
import { machine } from "../../lib/adapters/runtime/surroundings.ts";
import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import { type Handler, loadBuild, modulesIn, type SimulatedFunction } from "../simulation/engine/build.ts";
import { startLocalAws } from "../support/engine.ts";
import { apiEvent, type Sent } from "../support/http.ts";
import { tableProperties } from "../support/table-properties.ts";
import { type CountedCall, CountedCalls } from "./counted-calls.ts";

const TABLE = "complaints";
const queues = ["react", "alarm", "notice", "report", "mail-in"] as const;
type Queue = (typeof queues)[number];
const buckets = {
  MAIL_BUCKET: "mails",
  REPORTS_BUCKET: "reports",
  ATTACHMENTS_BUCKET: "attachments",
  DOCUMENTS_BUCKET: "documents",
};
const batchSizes: Readonly<Record<Queue, number>> = {
  react: 10,
  alarm: 10,
  notice: 5,
  report: 1,
  "mail-in": 1,
};

/** What one invocation asked of AWS. */
export interface Counted<T = unknown> {
  readonly result: T;
  readonly calls: readonly CountedCall[];
  /** Round trips one after the other. */
  readonly rounds: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface Answer {
  readonly status: number;
  // Measurements look into answers freely; the contract tests check their shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

export interface DeskOptions {
  readonly startAt?: number;
  /** The company instead of the sample one. */
  readonly company?: (sample: CompanyFile) => CompanyFile;
}

/** The product's functions over the real table engine, one warm environment each, every call counted. */
export type CountedDesk = Awaited<ReturnType<typeof openCountedDesk>>;

export async function openCountedDesk({
  startAt = Date.parse("2026-03-03T02:00:00.000Z"),
  company = (sample) => sample,
}: DeskOptions = {}) {
  const local = await startLocalAws(startAt);
  const { services } = local;
  const arn = (name: string) => `arn:aws:sqs:${services.region}:${services.accountId}:${name}`;
  const url = (name: string) => `${services.endpoint}/${services.accountId}/${name}`;
  const { streamArn = "" } = await services.tables.define(TABLE, tableProperties());
  for (const name of queues)
    services.queues.define({
      name,
      arn: arn(name),
      delaySeconds: 0,
      visibilityTimeoutSeconds: 360,
      retentionSeconds: 345_600,
    });
  for (const name of Object.values(buckets)) services.objects.defineBucket({ name, notifications: [] });
  services.schedules.defineGroup("alarms");
  const env = {
    ...buckets,
    TABLE_NAME: TABLE,
    SECRETS: "jiesu/cost/",
    STAGE: "local",
    REACT_QUEUE_URL: url("react"),
    ALARM_QUEUE_URL: url("alarm"),
    ALARM_QUEUE_ARN: arn("alarm"),
    NOTICE_QUEUE_URL: url("notice"),
    WEBHOOK_QUEUE_URL: url("webhook"),
    REPORT_QUEUE_URL: url("report"),
    MAIL_IN_QUEUE_URL: url("mail-in"),
    SCHEDULE_GROUP: "alarms",
    SCHEDULE_ROLE_ARN: "arn:aws:iam::000000000000:role/schedules",
    MAIL_FROM: "接诉 <desk@jiesu.example>",
    MAIL_EVENTS: "none",
    NOTICE_ADAPTERS: "none",
    RECORDING_HOSTS: "none",
    PUBLIC_URL: "https://desk.example",
    FILES_ORIGIN: "https://files.example",
    OIDC_ISSUER: "https://issuer.example",
    OIDC_AUDIENCE: "jiesu",
    OIDC_AUDIENCE_CLAIM: "aud",
    SIGN_IN: "oidc",
    EDGE_KEY: "none",
  };
  const surroundings = {
    ...machine,
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(services.clock.now()) },
  };
  const build = await loadBuild("this", modulesIn(new URL("../../", import.meta.url)));
  const file = company(await readCompanyFolder(sampleFolder));
  const ports = await found();
  const handlers = new Map<
    SimulatedFunction,
    { readonly handler: Handler; readonly counted: CountedCalls }
  >();

  async function found() {
    const client = dynamodbClient(local.aws);
    await installationSettings({ client, name: TABLE }, () => newHashKey(surroundings));
    const operator = await build.operator({ TABLE_NAME: TABLE }, local.aws, surroundings);
    await build.importCompany(operator, file);
    const at = new Date(startAt).toISOString();
    for (const system of file.company.systems)
      await build.addChannelKey(operator, system, `key-${system.system}`, at);
    await seedRosters(operator, await readRosterPatterns(sampleFolder), at);
    return operator;
  }

  function environment(fn: SimulatedFunction) {
    const warm = handlers.get(fn);
    if (warm !== undefined) return warm;
    const counted = new CountedCalls(services.endpoint);
    const aws = { ...local.aws, requestHandler: counted.handler as never };
    const made = { handler: build.make(fn, { env, aws, surroundings }), counted };
    handlers.set(fn, made);
    return made;
  }

  async function invoke<T>(fn: SimulatedFunction, event: unknown): Promise<Counted<T>> {
    const { handler, counted } = environment(fn);
    const [calls, rounds] = [counted.calls.length, counted.rounds];
    const result = (await handler(event, { functionName: fn } as Context)) as T;
    const made = counted.calls.slice(calls);
    const sum = (of: (call: CountedCall) => number) => made.reduce((total, call) => total + of(call), 0);
    return {
      result,
      calls: made,
      rounds: counted.rounds - rounds,
      readUnits: sum(({ readUnits }) => readUnits),
      writeUnits: sum(({ writeUnits }) => writeUnits),
    };
  }

  async function ask(fn: SimulatedFunction, line: string, sent: Sent): Promise<Counted<Answer>> {
    const counted = await invoke<{ statusCode: number; body?: string }>(fn, apiEvent(line, sent));
    const { statusCode: status, body = "" } = counted.result;
    return { ...counted, result: { status, json: body.startsWith("{") ? JSON.parse(body) : undefined } };
  }

  return {
    /** Ports as the operator's tools have them; their calls are not counted. */
    ports,
    services,
    /** The table, for tests that fill it past the functions. */
    table: { client: dynamodbClient(local.aws), name: TABLE },
    file,
    now: () => services.clock.now(),
    advance: (milliseconds: number) => {
      services.clock.set(services.clock.now() + milliseconds);
    },
    invoke,
    /** A complaint as the call centre sends it. */
    receive: (body: object, channel = "phone") =>
      ask("channels-api", `POST /channels/${channel}/complaints`, {
        headers: { "x-api-key": "key-integration" },
        body,
      }),
    /** A command of one of the company's people. */
    command: (
      person: string,
      id: string,
      name: string,
      body: object,
      key = `${id}-${name}-${services.clock.now()}`,
    ) =>
      ask("staff-api", `POST /complaints/${id}/commands/${name}`, {
        headers: { authorization: `Bearer token-${person}`, "idempotency-key": key },
        body,
      }),
    /** Any request of one of the company's people. */
    staff: (person: string, line: string, query: Readonly<Record<string, string>> = {}) =>
      ask("staff-api", line, { headers: { authorization: `Bearer token-${person}` }, query }),
    /** Hands messages that are visible now to a queue's consumer: one invocation, or none if there are none. */
    async work(queue: Queue, most = batchSizes[queue]): Promise<Counted | undefined> {
      const messages = services.queues.receive(arn(queue), most);
      if (messages.length === 0) return undefined;
      const Records = messages.map(({ messageId, body }) => ({ messageId, body, eventSource: "aws:sqs" }));
      const counted = await invoke<{ batchItemFailures: readonly unknown[] }>(workQueues[queue].consumer, {
        Records,
      });
      if (counted.result.batchItemFailures.length > 0) throw new Error(`${queue}: a message failed`);
      for (const { receiptHandle } of messages) services.queues.remove(arn(queue), receiptHandle);
      return counted;
    },
    /** What the stream tells of a complaint that changed. */
    tell: (id: string, again?: true) => {
      services.queues.send(
        arn("react"),
        JSON.stringify({ kind: "complaint", id, ...(again ? { again } : {}) }),
      );
    },
    /** Hands the stream's news to its consumer, as Lambda does after a second. */
    async changes(note: (part: "stream", what: string, counted: Counted) => void): Promise<void> {
      const records = await services.tables.read(streamArn, 100);
      const [last] = records.slice(-1);
      if (last === undefined) return;
      const own = records.filter(({ record }) => isDocument(record));
      if (own.length > 0)
        note("stream", "stream", await invoke("stream", { Records: own.map(({ record }) => record) }));
      services.tables.commit(streamArn, last.sequence);
    },
    /** Lets time pass; whatever becomes due meanwhile is worked off at its instant. */
    async pass(milliseconds: number, work: () => Promise<void>): Promise<void> {
      const end = services.clock.now() + milliseconds;
      for (;;) {
        const next = Math.min(
          ...queues.map((name) => services.queues.nextVisibleAt(arn(name)) ?? Infinity),
          services.schedules.nextAt() ?? Infinity,
        );
        if (next > end) break;
        services.clock.set(Math.max(next, services.clock.now()));
        for (const due of services.schedules.due()) {
          services.queues.send(due.targetArn, due.input);
          services.schedules.delivered(due);
        }
        await work();
      }
      services.clock.set(end);
    },
    ring: (id: string) => {
      services.queues.send(arn("alarm"), JSON.stringify({ kind: "complaint", id }));
    },
    close: () => local.close(),
  };
}

/** The stream tells of every item; the event source's filter lets documents through only. */
function isDocument(record: Record<string, unknown>): boolean {
  const { dynamodb } = record as { dynamodb?: { Keys?: { pk?: { S?: string }; sk?: { S?: string } } } };
  return documentRefOf({ pk: dynamodb?.Keys?.pk?.S ?? "", sk: dynamodb?.Keys?.sk?.S ?? "" }) !== undefined;
}
