import { Worker } from "node:worker_threads";
import type { DirectCall } from "../../contract.ts";
import type { FunctionLog } from "./function-log.ts";
import {
  closed,
  type InvocationResult,
  type WorkerMessage,
  type WorkerRequest,
  type WorkerSettings,
} from "./protocol.ts";
import { workerProgram } from "./worker-program.ts";

export interface WorkerOptions {
  readonly settings: WorkerSettings;
  readonly env: Readonly<Record<string, string>>;
  readonly log: FunctionLog;
  /** Calls that it has made to the tables' engine itself. */
  readonly onCalls: (calls: readonly DirectCall[]) => void;
  /** It ended in the middle of an event: what it wrote last may not have been told. */
  readonly onLost: () => void;
}

/** Bytes. */
export interface WorkerMemory {
  readonly heapUsed: number;
  readonly heapTotal: number;
  readonly external: number;
}

/** Real milliseconds; generous, because a laptop's cold disk is no fault of the bundle. */
const initLimit = 60_000;

/** Of each thread's memory, what it allocates in before a look at what still lives: twenty of them share a machine. */
const YOUNG_MB = 6;

/** One warm execution environment: takes one event at a time and is thrown away after a timeout or a crash. */
export class FunctionWorker {
  readonly #thread: Worker;
  readonly #onLost: () => void;
  #settle: ((result: InvocationResult) => void) | undefined;
  /** The bundle is loaded, or never will be. */
  readonly #ready: Promise<void>;
  #dead = false;
  #cpuMs = 0;

  constructor({ settings, env, log, onCalls, onLost }: WorkerOptions) {
    this.#onLost = onLost;
    this.#thread = new Worker(workerProgram(), {
      workerData: settings,
      env,
      stdout: true,
      stderr: true,
      // A host started with flags of its own (a debugger, a loader) keeps them to itself.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    log.follow(this.#thread.stdout, "stdout");
    log.follow(this.#thread.stderr, "stderr");
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ready = promise;
    this.#thread.on("message", (message: WorkerMessage) => {
      if (message === "ready") resolve();
      else if ("ok" in message) this.#finish(message);
      else onCalls(message);
    });
    this.#thread.on("exit", () => resolve());
    this.#thread.on("error", (error) => this.#die("Runtime.Unhandled", `${error.name}: ${error.message}`));
    this.#thread.on("exit", (code) => this.#die("Runtime.ExitError", `the runtime exited with code ${code}`));
  }

  /** False after a timeout, crash or exit: take a new worker. */
  get alive(): boolean {
    return !this.#dead;
  }

  /**
   * Runs one event; the worker is terminated when `timeoutMs` of real time have passed. As on Lambda the time for
   * loading the bundle is not the event's.
   */
  invoke(request: WorkerRequest): Promise<InvocationResult> {
    return new Promise((resolve) => {
      let timer = setTimeout(
        () => this.#die("Runtime.InitTimeout", `the bundle did not load within ${initLimit / 1000} seconds`),
        initLimit,
      );
      this.#settle = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
      const begin = async () => {
        await this.#ready;
        clearTimeout(timer);
        if (this.#dead) return;
        timer = setTimeout(
          () => this.#die("Sandbox.Timedout", `Task timed out after ${request.timeoutMs / 1000} seconds`),
          request.timeoutMs,
        );
        this.#thread.postMessage(request, []);
      };
      void begin();
    });
  }

  /** Processor time since it was started, in milliseconds; of a thread that does not run (not yet, no more), what was last known. */
  async cpuMs(): Promise<number> {
    try {
      const { user, system } = await this.#thread.cpuUsage();
      this.#cpuMs = (user + system) / 1000;
    } catch (error) {
      if (!isNotRunning(error)) throw error;
    }
    return this.#cpuMs;
  }

  /** Undefined of a thread that does not run. */
  async memory(): Promise<WorkerMemory | undefined> {
    try {
      const { used_heap_size, total_heap_size, external_memory } = await this.#thread.getHeapStatistics();
      return { heapUsed: used_heap_size, heapTotal: total_heap_size, external: external_memory };
    } catch (error) {
      if (!isNotRunning(error)) throw error;
      return undefined;
    }
  }

  async close(): Promise<void> {
    this.#dead = true;
    // Settled first: the thread's exit would report a crash.
    this.#finish({ ok: false, failure: closed });
    await this.#thread.terminate();
  }

  #die(errorType: string, errorMessage: string): void {
    if (!this.#dead) {
      this.#dead = true;
      void this.#thread.terminate();
      this.#onLost();
    }
    this.#finish({ ok: false, failure: { errorType, errorMessage, trace: [] } });
  }

  #finish(result: InvocationResult): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(result);
  }
}

function isNotRunning(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_NOT_RUNNING";
}
