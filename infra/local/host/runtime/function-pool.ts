import { randomUUID } from "node:crypto";
import { FunctionLog } from "./function-log.ts";
import { FunctionWorker } from "./function-worker.ts";
import { closed, type InvocationResult } from "./protocol.ts";

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
  /** Real time a run may take, from the template's timeout. */
  readonly timeoutMs: (definition: FunctionDefinition) => number;
}

export interface PoolCounts {
  invocations: number;
  failures: number;
}

/** The warm workers of one function; started when first needed. */
export class FunctionPool {
  readonly definition: FunctionDefinition;
  readonly counts: PoolCounts = { invocations: 0, failures: 0 };
  readonly #options: PoolOptions;
  readonly #log: FunctionLog;
  #idle: FunctionWorker[] = [];
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
    while (this.#busy.size >= this.#options.workers && !this.#closed) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#closed) {
      return { ok: false, requestId, failure: closed };
    }
    const worker = this.#idle.pop() ?? this.#start();
    this.#busy.add(worker);
    const startedAt = performance.now();
    const result = await worker.invoke({
      requestId,
      event: JSON.stringify(event),
      timeoutMs: this.#options.timeoutMs(this.definition),
    });
    this.#busy.delete(worker);
    if (worker.alive) this.#idle.push(worker);
    this.counts.invocations += 1;
    if (!result.ok) this.counts.failures += 1;
    this.#log.write({
      source: "platform",
      requestId,
      durationMs: Math.round(performance.now() - startedAt),
      ...(result.ok ? { status: "success" } : { status: "error", ...result.failure }),
    });
    this.#waiting.shift()?.();
    return { ...result, requestId };
  }

  /** Processor time of the warm workers, in milliseconds. */
  async cpuMs(): Promise<number> {
    const workers = [...this.#idle, ...this.#busy];
    const each = await Promise.all(workers.map((worker) => worker.cpuMs()));
    return each.reduce((sum, one) => sum + one, 0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#idle, ...this.#busy];
    this.#idle = [];
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all(workers.map((worker) => worker.close()));
    await this.#log.close();
  }

  #start(): FunctionWorker {
    const { name, arn, bundle, handler, memoryMb, env } = this.definition;
    return new FunctionWorker({
      settings: {
        bundle,
        handler,
        memoryMb,
        functionName: name,
        functionArn: arn,
        clock: this.#options.clock.shared,
      },
      env,
      log: this.#log,
    });
  }
}
