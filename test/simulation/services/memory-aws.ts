import type { StreamRecord } from "../../../infra/local/contract.ts";
import { accountId, region, tableArn } from "../../../infra/local/services/account.ts";
import type { AwsService } from "../../../infra/local/services/http/wire.ts";
import { S3Service } from "../../../infra/local/services/s3/protocol.ts";
import { SchedulerService } from "../../../infra/local/services/scheduler/protocol.ts";
import { SqsService } from "../../../infra/local/services/sqs/protocol.ts";
import { definitionOf } from "./dynamodb/definition.ts";
import { MemoryDynamoDb } from "./dynamodb/protocol.ts";
import { type Change, MemoryTable } from "./dynamodb/table.ts";
import { MemoryMails } from "./mails.ts";
import { MemoryObjects } from "./objects.ts";
import { MemoryQueues } from "./queues.ts";
import { MemorySchedules } from "./schedules.ts";
import { answerOf, type SdkRequest, type SdkResponse, sdkResponse, wireRequest } from "./wire.ts";

export type ServiceName = "dynamodb" | "sqs" | "scheduler" | "s3" | "ses";

export interface MemoryAwsOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long the next change of a table takes to reach indexes and replicas, in milliseconds; default 0. */
  readonly lag?: () => number;
  readonly onMessage?: (queueArn: string) => void;
  readonly onSchedule?: (nextAt: number | undefined) => void;
}

export const MEMORY_ENDPOINT = "http://127.0.0.1:1";

/** All AWS services that the product uses, in memory, behind the same wire protocols as the local cloud. */
export class MemoryAws {
  readonly queues: MemoryQueues;
  readonly schedules: MemorySchedules;
  readonly objects: MemoryObjects;
  readonly mails: MemoryMails;
  readonly tables = new Map<string, MemoryTable>();
  readonly services: Readonly<Record<ServiceName, AwsService>>;
  readonly #options: MemoryAwsOptions;

  constructor(options: MemoryAwsOptions) {
    const { now, onMessage = () => {}, onSchedule = () => {} } = options;
    this.#options = options;
    this.queues = new MemoryQueues(now, onMessage);
    this.schedules = new MemorySchedules(now, onSchedule);
    this.objects = new MemoryObjects(now, (arn, body) => this.queues.send(arn, body));
    this.mails = new MemoryMails(now);
    this.services = {
      dynamodb: new MemoryDynamoDb(this.tables, now),
      sqs: new SqsService(this.queues, () => MEMORY_ENDPOINT),
      scheduler: new SchedulerService(this.schedules),
      s3: new S3Service(this.objects),
      ses: this.mails,
    };
  }

  defineTable(name: string, properties: Record<string, unknown>): MemoryTable {
    const { now, lag = () => 0 } = this.#options;
    const table = new MemoryTable(definitionOf(properties), { now, lag });
    this.tables.set(name, table);
    return table;
  }

  /** Answers one call at once. */
  async call(service: ServiceName, request: SdkRequest): Promise<SdkResponse> {
    const answer = await answerOf(this.services[service], await wireRequest(request));
    return sdkResponse(answer, request.method, service === "s3");
  }

  /** A request handler for an SDK client of a service; every call is answered at once. */
  handler(service: ServiceName) {
    return this.#handler(() => service);
  }

  /** The same for clients of any service. */
  anyHandler() {
    return this.#handler(serviceOf);
  }

  #handler(which: (request: SdkRequest) => ServiceName) {
    return {
      metadata: { handlerProtocol: "memory" },
      handle: async (request: SdkRequest) => ({ response: await this.call(which(request), request) }),
      updateHttpClientConfig: () => {},
      httpHandlerConfigs: () => ({}),
    };
  }
}

/** The service that a request of the SDK's clients is for. */
export function serviceOf({ path, headers }: SdkRequest): ServiceName {
  const target = headers["x-amz-target"] ?? headers["X-Amz-Target"] ?? "";
  if (target.startsWith("DynamoDB_")) return "dynamodb";
  if (target.startsWith("AmazonSQS.")) return "sqs";
  if (path.startsWith("/schedules")) return "scheduler";
  return path.startsWith("/v2/email/") ? "ses" : "s3";
}

/** A change as Lambda receives it from a KEYS_ONLY stream. */
export function streamRecord(table: string, change: Change): StreamRecord {
  const sequence = String(change.sequence).padStart(21, "0");
  return {
    sequence,
    record: {
      eventID: sequence,
      eventName: change.eventName,
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(change.at / 1000),
        Keys: change.keys,
        SequenceNumber: sequence,
        StreamViewType: "KEYS_ONLY",
      },
      eventSourceARN: `${tableArn(table)}/stream/1`,
    },
  };
}

export const queueArn = (name: string): string => `arn:aws:sqs:${region}:${accountId}:${name}`;
export const queueUrl = (name: string): string => `${MEMORY_ENDPOINT}/${accountId}/${name}`;
