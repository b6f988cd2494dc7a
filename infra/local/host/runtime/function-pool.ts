import { randomUUID } from "node:crypto";
import type { DirectCall } from "../../contract.ts";
import { type Concurrency, throttled } from "./concurrency.ts";
import { FunctionLog } from "./function-log.ts";
import { FunctionWorker, type WorkerMemory } from "./function-worker.ts";
import { closed, type InvocationResult, type TableAccess } from "./protocol.ts";

export interface FunctionDefinition {
  /** Physical name. */
  readonly name: string;
  readonly logicalId: string;
  readonly arn: string;
  readonly roleArn: string;
  /** Absolute path of the bundle's entry file. */
  readonly bundle: string;
  /** `file.export` of the template. */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly env: Readonly<Record<string, string>>;
}

export interface PoolOptions {
  readonly clock: { readonly shared: SharedArrayBuffer; now(): number };
  readonly logDirectory: string;
  /** Workers at most; each takes one event at a time. */
  readonly workers: number;
  /** What all functions of the account share; absent: no limit. */
  readonly concurrency?: Concurrency;
  /** Real time a run may take, from the template's timeout. */
  readonly timeoutMs: (definition: FunctionDefinition) => number;
  /** How its functions speak with the tables' engine themselves; absent: they ask the endpoint. */
  readonly direct?: DirectTables | undefined;
  /** Called after each event. */
  readonly onDone?: () => void;
}

export interface DirectTables {
  readonly access: (definition: FunctionDefinition) => TableAccess;
  readonly onCalls: (definition: FunctionDefinition, calls: readonly DirectCall[]) => void;
  /** A worker ended in the middle of an event. */
  readonly onLost: () => void;
}

export interface PoolCounts {
  invocations: number;
  failures: number;
}

/**
 * Real milliseconds after which a worker that nobody has called is given up, as Lambda does: each holds some 50 MB. The last
 * one stays longer, so that whoever reads a page for a while finds it warm.
 */
const IDLE_MS = { another: 10_000, last: 60_000 };

/** The warm workers of one function; started when first needed. */
export class FunctionPool {
  readonly definition: FunctionDefinition;
  readonly counts: PoolCounts = { invocations: 0, failures: 0 };
  readonly #options: PoolOptions;
  readonly #log: FunctionLog;
  /** The one used last stands last, so that the others fall idle. */
  #idle: { readonly worker: FunctionWorker; readonly timer: NodeJS.Timeout }[] = [];
  /** Processor time of workers that are no more, in milliseconds. */
  #spentMs = 0;
  readonly #busy = new Set<FunctionWorker>();
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(definition: FunctionDefinition, options: PoolOptions) {
    this.definition = definition;
    this.#options = options;
    this.#log = new FunctionLog(options.logDirectory, definition.name, () => options.clock.now());
  }

  /** Events that would start at once. */
  get free(): number {
    return this.#options.workers - this.#busy.size - this.#waiting.length;
  }

  get running(): number {
    return this.#busy.size;
  }

  /** Runs the function with one event (any JSON value). Never rejects: failures are results, as Lambda tells them. */
  async invoke(event: unknown): Promise<InvocationResult & { readonly requestId: string }> {
    const requestId = randomUUID();
    const { concurrency } = this.#options;
    if (concurrency?.take() === false) {
      this.#log.write({ source: "platform", requestId, durationMs: 0, status: "throttled" });
      return { ok: false, requestId, failure: throttled };
    }
    try {
      return await this.#run(requestId, event);
    } finally {
      concurrency?.give();
    }
  }

  async #run(requestId: string, event: unknown): Promise<InvocationResult & { readonly requestId: string }> {
    while (this.#busy.size >= this.#options.workers && !this.#closed) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#closed) {
      return { ok: false, requestId, failure: closed };
    }
    const worker = this.#take() ?? this.#start();
    this.#busy.add(worker);
    const startedAt = performance.now();
    const result = await worker.invoke({
      requestId,
      event: JSON.stringify(event),
      timeoutMs: this.#options.timeoutMs(this.definition),
    });
    this.#busy.delete(worker);
    if (worker.alive) this.#keep(worker);
    this.counts.invocations += 1;
    if (!result.ok) this.counts.failures += 1;
    this.#log.write({
      source: "platform",
      requestId,
      durationMs: Math.round(performance.now() - startedAt),
      ...(result.ok ? { status: "success" } : { status: "error", ...result.failure }),
    });
    this.#waiting.shift()?.();
    this.#options.onDone?.();
    return { ...result, requestId };
  }

  /** Workers that hold their bundle in memory. */
  get warm(): number {
    return this.#idle.length + this.#busy.size;
  }

  /** What each of its warm workers holds, in bytes. */
  async memory(): Promise<WorkerMemory[]> {
    const each = await Promise.all(this.#workers().map((worker) => worker.memory()));
    return each.filter((one) => one !== undefined);
  }

  /** Processor time of its workers, in milliseconds. */
  async cpuMs(): Promise<number> {
    const each = await Promise.all(this.#workers().map((worker) => worker.cpuMs()));
    return each.reduce((sum, one) => sum + one, this.#spentMs);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const workers = this.#workers();
    for (const { timer } of this.#idle.splice(0)) clearTimeout(timer);
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all(workers.map((worker) => worker.close()));
    await this.#log.close();
  }

  #workers(): FunctionWorker[] {
    return [...this.#idle.map(({ worker }) => worker), ...this.#busy];
  }

  #take(): FunctionWorker | undefined {
    const last = this.#idle.pop();
    clearTimeout(last?.timer);
    return last?.worker;
  }

  #keep(worker: FunctionWorker): void {
    // While it is closing nobody is there to give it up.
    if (this.#closed) return;
    const wait = this.#idle.length === 0 ? IDLE_MS.last : IDLE_MS.another;
    const timer = setTimeout(() => void this.#giveUp(worker), wait);
    timer.unref();
    this.#idle.push({ worker, timer });
  }

  async #giveUp(worker: FunctionWorker): Promise<void> {
    this.#idle = this.#idle.filter((one) => one.worker !== worker);
    this.#spentMs += await worker.cpuMs();
    await worker.close();
  }

  #start(): FunctionWorker {
    const { name, arn, bundle, handler, memoryMb, env } = this.definition;
    const { clock, direct } = this.#options;
    return new FunctionWorker({
      settings: {
        bundle,
        handler,
        memoryMb,
        functionName: name,
        functionArn: arn,
        clock: clock.shared,
        ...(direct === undefined ? {} : { tables: direct.access(this.definition) }),
      },
      env,
      log: this.#log,
      onCalls: (calls) => direct?.onCalls(this.definition, calls),
      onLost: () => direct?.onLost(),
    });
  }
}
