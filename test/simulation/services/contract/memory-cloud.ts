import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { TestRunner } from "vitest";
import { accountId, credentialsFor, region } from "../../../../infra/local/services/account.ts";
import { identify } from "../../../../infra/local/services/http/authorization.ts";
import { AwsError, type WireAnswer } from "../../../../infra/local/services/http/wire.ts";
import { tableProperties } from "../../../support/table-properties.ts";
import { MEMORY_ENDPOINT, MemoryAws, queueArn, queueUrl } from "../memory-aws.ts";
import { answerOf } from "../wire.ts";

/*
 * The services in memory in the shape in which the local servers are tested (test/infra/local/services/cloud.ts,
 * test/support/engine.ts): the same suites run over both.
 */

/** 2026-03-02 09:00 in Shanghai, a Monday. */
export const monday = Date.parse("2026-03-02T01:00:00Z");
export const minute = 60_000;
export const hour = 60 * minute;

const credentials = credentialsFor("operator");

function clientsOf(memory: MemoryAws) {
  const settings = (service: Parameters<MemoryAws["handler"]>[0]) => ({
    endpoint: MEMORY_ENDPOINT,
    region,
    credentials,
    maxAttempts: 1,
    requestHandler: memory.handler(service),
  });
  return {
    sqs: new SQSClient(settings("sqs")),
    scheduler: new SchedulerClient(settings("scheduler")),
    s3: new S3Client(settings("s3")),
    dynamodb: new DynamoDBClient(settings("dynamodb")),
    ses: new SESv2Client(settings("ses")),
  };
}

function servicesOf(memory: MemoryAws, clock: { now(): number; set(instant: number): void }) {
  return {
    endpoint: MEMORY_ENDPOINT,
    region,
    accountId,
    clock,
    queues: memory.queues,
    schedules: memory.schedules,
    objects: memory.objects,
    mails: { sent: () => memory.mails.sent },
  };
}

function standingClock(startAt: number) {
  let instant = startAt;
  return {
    now: () => instant,
    set: (next: number) => {
      instant = next;
    },
  };
}

export class TestCloud {
  readonly services: ReturnType<typeof servicesOf>;
  readonly aws: ReturnType<typeof clientsOf>;
  readonly #memory: MemoryAws;
  readonly #fetch = globalThis.fetch;

  private constructor() {
    const clock = standingClock(monday);
    this.#memory = new MemoryAws({ now: () => clock.now() });
    this.services = servicesOf(this.#memory, clock);
    this.aws = clientsOf(this.#memory);
    // Presigned links lead to the services in memory.
    globalThis.fetch = async (url, init) =>
      this.#browse(url instanceof Request ? url.url : url.toString(), init);
  }

  static async start(): Promise<TestCloud> {
    return new TestCloud();
  }

  forward(milliseconds: number): void {
    this.services.clock.set(this.services.clock.now() + milliseconds);
  }

  /** Memory has no other life; only the template's schedules wait to be defined again. */
  async reopen(): Promise<void> {
    this.#memory.schedules.reopen();
  }

  async stop(): Promise<void> {
    globalThis.fetch = this.#fetch;
  }

  async #browse(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname: path, searchParams: query, search, host } = new URL(url);
    const method = init.method ?? "GET";
    const headers: Record<string, string> = {
      host,
      ...(init.headers as Record<string, string> | undefined),
    };
    const body = Buffer.from(typeof init.body === "string" ? init.body : "");
    const { s3 } = this.#memory.services;
    const request = { method, path, query, headers, body, keyId: "" };
    // As the local endpoint does it: a browser's question is answered before anybody is identified.
    const { answer: beforehand, headers: shown = {} } =
      headers["origin"] === undefined ? {} : (s3.crossOrigin?.(request) ?? {});
    if (beforehand !== undefined) return responseOf(beforehand);
    let answer: WireAnswer;
    try {
      identify({ method, path, rawQuery: search.slice(1), headers }, this.services.clock.now());
      answer = await answerOf(s3, request);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      answer = s3.refuse(error, request);
    }
    return responseOf({ ...answer, headers: { ...answer.headers, ...shown } });
  }
}

function responseOf({ status, headers, body }: WireAnswer): Response {
  return new Response(Buffer.from(body), { status, headers });
}

/** Defines a queue with the settings of the product's work queues and gives its ARN and URL. */
export function queue(
  cloud: TestCloud,
  name: string,
  settings: { deadLetters?: string; retention?: number } = {},
) {
  cloud.services.queues.define({
    name,
    arn: queueArn(name),
    delaySeconds: 0,
    visibilityTimeoutSeconds: 60,
    retentionSeconds: settings.retention ?? 4 * 24 * 3600,
    ...(settings.deadLetters === undefined
      ? {}
      : { redrive: { deadLetterArn: queueArn(settings.deadLetters), maxReceiveCount: 2 } }),
  });
  return { arn: queueArn(name), url: queueUrl(name) };
}

/** What a call costs is the engine's affair: tests of costs end here, and are shown as skipped. */
const costless = {
  of: async () => {
    TestRunner.getCurrentTest()?.context.skip("costs are the engine's affair");
  },
};

/** The counterpart of `startLocalAws`: the same tables in memory. */
export async function startLocalAws(startAt = Date.parse("2026-02-13T02:00:00.000Z")) {
  const clock = standingClock(startAt);
  const memory = new MemoryAws({ now: () => clock.now() });
  const aws = { endpoint: MEMORY_ENDPOINT, region, credentials };
  let tables = 0;
  return {
    services: servicesOf(memory, clock),
    aws,
    async newTable() {
      tables += 1;
      const name = `complaints-${tables}`;
      memory.defineTable(name, tableProperties());
      const client = new DynamoDBClient({ ...aws, requestHandler: memory.handler("dynamodb") });
      return { client, name, meter: costless };
    },
    async close() {},
  };
}
