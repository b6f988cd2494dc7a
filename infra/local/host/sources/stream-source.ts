import type { StreamRecord, TableEngine } from "../../contract.ts";
import type { Engine, WorkSource } from "../engine.ts";
import { isThrottled } from "../runtime/concurrency.ts";
import type { FunctionPool } from "../runtime/function-pool.ts";
import { type InvocationFailure, isClosed } from "../runtime/protocol.ts";
import type { MappingResource } from "../template/model.ts";
import { failedItems } from "./batch-response.ts";
import { compileFilters, type Filter } from "./filter.ts";

export interface StreamSourceOptions {
  readonly mapping: MappingResource;
  /** The engine's own ARN of the stream that the mapping names. */
  readonly streamArn: string;
  readonly pool: FunctionPool;
  readonly tables: TableEngine;
  /** Hands what is given up to the failure destination, with the function's role. */
  readonly sendFailure: (roleArn: string, queueArn: string, body: string) => void;
  readonly engine: Engine;
  readonly onFailure: (functionName: string, failure: InvocationFailure) => void;
}

interface Batch {
  readonly records: readonly StreamRecord[];
  readonly attempt: number;
  readonly firstTriedAt: number;
}

/** Streams keep a record for a day; an unlimited retry ends there. */
const retentionMs = 24 * 3600 * 1000;

/** Lambda does not publish its back-off; doubling from one second to a minute, on the virtual clock. */
const backOffMs = (attempt: number) => Math.min(60, 2 ** attempt) * 1000;

/** A DynamoDB stream event source mapping: one shard, strictly in order, halved and retried on failure. */
export class StreamSource implements WorkSource {
  readonly #options: StreamSourceOptions;
  readonly #filter: Filter;
  readonly #batchSize: number;
  readonly #partial: boolean;
  readonly #retries: number;
  readonly #maxAgeMs: number;
  /** Batches still to do, the next one last. */
  readonly #stack: Batch[] = [];
  readonly #windowMs: number;
  #busy = false;
  #notBefore = 0;
  /** Since when something has been unread; it waits for others until the batching window has passed. */
  #unreadSince: number | undefined;
  /** The last batch was full: the next one does not wait. */
  #isFull = false;

  constructor(options: StreamSourceOptions) {
    const { properties } = options.mapping;
    this.#options = options;
    this.#filter = compileFilters(properties.FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? []);
    this.#batchSize = properties.BatchSize ?? 100;
    this.#windowMs = properties.MaximumBatchingWindowInSeconds * 1000;
    this.#partial = properties.FunctionResponseTypes.includes("ReportBatchItemFailures");
    this.#retries =
      properties.MaximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : properties.MaximumRetryAttempts;
    const age = properties.MaximumRecordAgeInSeconds;
    this.#maxAgeMs = age < 0 ? retentionMs : Math.min(retentionMs, age * 1000);
  }

  nextAt(): number | undefined {
    if (this.#stack.length > 0) return this.#notBefore;
    return this.#unreadSince === undefined ? undefined : this.#unreadSince + this.#windowMs;
  }

  pump(): void {
    const { engine, pool } = this.#options;
    if (this.#busy || pool.free <= 0 || engine.room <= 0 || !this.#isReady(engine.now())) return;
    this.#busy = true;
    this.#unreadSince = undefined;
    engine.start(async () => {
      try {
        await this.#step();
      } finally {
        this.#busy = false;
      }
    });
  }

  #isReady(now: number): boolean {
    const { tables, streamArn } = this.#options;
    if (this.#stack.length > 0) return now >= this.#notBefore;
    if (!tables.hasUnread(streamArn)) return false;
    this.#unreadSince ??= now;
    return this.#isFull || now >= this.#unreadSince + this.#windowMs;
  }

  async #step(): Promise<void> {
    const { tables, streamArn, pool, engine, onFailure } = this.#options;
    const batch = this.#stack.pop() ?? (await this.#read());
    if (batch === undefined) return;
    const { records, attempt, firstTriedAt } = batch;
    const result = await pool.invoke({ Records: records.map((record) => this.#event(record)) });
    if (!result.ok && isClosed(result.failure)) return;
    if (!result.ok && isThrottled(result.failure) && engine.now() - firstTriedAt < this.#maxAgeMs) {
      // The function has not begun: no try is used up, only the records' age ends it.
      this.#stack.push(batch);
      this.#notBefore = engine.now() + backOffMs(attempt);
      onFailure(pool.definition.name, result.failure);
      return;
    }
    const failedFrom = result.ok ? this.#firstFailed(records, result.payload) : 0;
    const done = records[failedFrom - 1];
    if (done !== undefined) tables.commit(streamArn, done.sequence);
    const rest = records.slice(failedFrom);
    if (rest.length === 0) return;
    onFailure(
      pool.definition.name,
      result.ok
        ? {
            errorType: "PartialBatchFailure",
            errorMessage: `${rest.length} stream records failed`,
            trace: [],
          }
        : result.failure,
    );
    if (failedFrom > 0) {
      this.#stack.push({ records: rest, attempt: 0, firstTriedAt });
      this.#notBefore = engine.now() + backOffMs(0);
    } else if (this.#options.mapping.properties.BisectBatchOnFunctionError && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      this.#stack.push({ records: rest.slice(middle), attempt, firstTriedAt });
      this.#stack.push({ records: rest.slice(0, middle), attempt, firstTriedAt });
    } else if (attempt < this.#retries && engine.now() - firstTriedAt < this.#maxAgeMs) {
      this.#stack.push({ records: rest, attempt: attempt + 1, firstTriedAt });
      this.#notBefore = engine.now() + backOffMs(attempt);
    } else {
      this.#giveUp(rest, attempt, result.requestId);
    }
  }

  /** The next records that pass the filter; records that do not pass are done. */
  async #read(): Promise<Batch | undefined> {
    const { tables, streamArn, engine } = this.#options;
    const read = await tables.read(streamArn, this.#batchSize);
    this.#isFull = read.length === this.#batchSize;
    const records = read.filter(({ record }) => this.#filter(record));
    const last = read.at(-1);
    if (last === undefined) return undefined;
    if (records.length > 0) return { records, attempt: 0, firstTriedAt: engine.now() };
    tables.commit(streamArn, last.sequence);
    return undefined;
  }

  #event({ record }: StreamRecord): Record<string, unknown> {
    return { ...record, eventSourceARN: this.#options.mapping.properties.EventSourceArn };
  }

  /** Index of the first record to try again; the number of records when all are done. */
  #firstFailed(records: readonly StreamRecord[], payload: string): number {
    if (!this.#partial) return records.length;
    const failed = failedItems(payload, new Set(records.map(({ sequence }) => sequence)));
    if (failed === "all") return 0;
    const index = records.findIndex(({ sequence }) => failed.has(sequence));
    return index < 0 ? records.length : index;
  }

  /** The failure destination gets where the records lie, not the records, as Lambda does. */
  #giveUp(records: readonly StreamRecord[], attempt: number, requestId: string): void {
    const { mapping, sendFailure, tables, streamArn, engine, pool, onFailure } = this.#options;
    const first = records[0];
    const last = records.at(-1);
    if (first === undefined || last === undefined) return;
    const target = mapping.properties.DestinationConfig?.OnFailure?.Destination;
    if (target !== undefined) {
      sendFailure(
        pool.definition.roleArn,
        target,
        JSON.stringify({
          requestContext: {
            requestId,
            functionArn: pool.definition.arn,
            condition: "RetryAttemptsExhausted",
            approximateInvokeCount: attempt + 1,
          },
          responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
          version: "1.0",
          timestamp: new Date(engine.now()).toISOString(),
          DDBStreamBatchInfo: {
            shardId: "shardId-00000000000000000000-00000000",
            startSequenceNumber: first.sequence,
            endSequenceNumber: last.sequence,
            batchSize: records.length,
            streamArn: mapping.properties.EventSourceArn,
          },
        }),
      );
    }
    onFailure(pool.definition.name, {
      errorType: "RetryAttemptsExhausted",
      errorMessage: `${records.length} stream records given up${target === undefined ? "" : ` to ${target}`}`,
      trace: [],
    });
    tables.commit(streamArn, last.sequence);
  }
}
