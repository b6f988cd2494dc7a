import type { QueueEngine, QueueMessage } from "../../contract.ts";
import type { Engine, WorkSource } from "../engine.ts";
import type { FunctionPool } from "../runtime/function-pool.ts";
import { type InvocationFailure, isClosed } from "../runtime/protocol.ts";
import type { MappingResource } from "../template/model.ts";
import { failedItems } from "./batch-response.ts";
import { compileFilters, type Filter } from "./filter.ts";

export interface QueueSourceOptions {
  readonly mapping: MappingResource;
  readonly pool: FunctionPool;
  readonly queues: QueueEngine;
  readonly engine: Engine;
  readonly region: string;
  readonly onFailure: (functionName: string, failure: InvocationFailure) => void;
}

/**
 * An SQS event source mapping. A message is deleted when its batch (or itself, where the function reports partial
 * failures) succeeded; otherwise it stays invisible until its visibility timeout and may end in the dead-letter queue.
 */
export class QueueSource implements WorkSource {
  readonly #options: QueueSourceOptions;
  readonly #arn: string;
  readonly #filter: Filter;
  readonly #batchSize: number;
  readonly #concurrency: number;
  readonly #partial: boolean;
  #running = 0;

  constructor(options: QueueSourceOptions) {
    const { properties } = options.mapping;
    this.#options = options;
    this.#arn = properties.EventSourceArn;
    this.#filter = compileFilters(properties.FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? []);
    this.#batchSize = properties.BatchSize ?? 10;
    this.#concurrency = properties.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY;
    this.#partial = properties.FunctionResponseTypes.includes("ReportBatchItemFailures");
  }

  nextAt(): number | undefined {
    return this.#options.queues.nextVisibleAt(this.#arn);
  }

  /** Lambda polls over several connections, so waiting messages are shared among all free environments. */
  pump(): void {
    const { queues, engine, pool } = this.#options;
    for (;;) {
      const free = Math.min(pool.free, this.#concurrency - this.#running, engine.room);
      const visibleAt = queues.nextVisibleAt(this.#arn);
      if (free <= 0 || visibleAt === undefined || visibleAt > engine.now()) return;
      const messages = queues.receive(this.#arn, free * this.#batchSize);
      // All that was visible has gone to the dead-letter queue.
      if (messages.length === 0) return;
      const wanted = messages.filter((message) => this.#filter(asFiltered(message)));
      for (const message of messages) {
        if (!wanted.includes(message)) queues.remove(this.#arn, message.receiptHandle);
      }
      const share = Math.ceil(wanted.length / free);
      for (let from = 0; from < wanted.length; from += share) this.#start(wanted.slice(from, from + share));
    }
  }

  #start(batch: readonly QueueMessage[]): void {
    this.#running += 1;
    this.#options.engine.start(async () => {
      try {
        await this.#deliver(batch);
      } finally {
        this.#running -= 1;
      }
    });
  }

  async #deliver(messages: readonly QueueMessage[]): Promise<void> {
    const { pool, queues, region, onFailure } = this.#options;
    const result = await pool.invoke({
      Records: messages.map((message) => ({
        messageId: message.messageId,
        receiptHandle: message.receiptHandle,
        body: message.body,
        attributes: message.attributes,
        messageAttributes: Object.fromEntries(
          Object.entries(message.messageAttributes).map(([name, { dataType, stringValue }]) => [
            name,
            { stringValue, stringListValues: [], binaryListValues: [], dataType },
          ]),
        ),
        md5OfBody: message.md5OfBody,
        eventSource: "aws:sqs",
        eventSourceARN: this.#arn,
        awsRegion: region,
      })),
    });
    if (!result.ok) {
      if (isClosed(result.failure)) return;
      onFailure(pool.definition.name, result.failure);
      return;
    }
    const known = new Set(messages.map(({ messageId }) => messageId));
    const failed = this.#partial ? failedItems(result.payload, known) : new Set<string>();
    if (failed === "all") {
      onFailure(pool.definition.name, {
        errorType: "InvalidBatchResponse",
        errorMessage: `the partial batch response cannot be read: ${result.payload.slice(0, 200)}`,
        trace: [],
      });
      return;
    }
    for (const { messageId, receiptHandle } of messages) {
      if (!failed.has(messageId)) queues.remove(this.#arn, receiptHandle);
    }
    if (failed.size > 0) {
      onFailure(pool.definition.name, {
        errorType: "PartialBatchFailure",
        errorMessage: `${failed.size} of ${messages.length} messages failed and will be tried again`,
        trace: [],
      });
    }
  }
}

/** What a filter sees: the body as JSON where it is JSON. */
function asFiltered(message: QueueMessage): unknown {
  try {
    const body: unknown = JSON.parse(message.body);
    return { ...message, body };
  } catch {
    return message;
  }
}
