import { Worker } from "node:worker_threads";
import type { FunctionLog } from "./function-log.ts";
import { closed, type InvocationResult, type WorkerRequest, type WorkerSettings } from "./protocol.ts";

export interface WorkerOptions {
  readonly settings: WorkerSettings;
  readonly env: Readonly<Record<string, string>>;
  readonly log: FunctionLog;
}

/** Real milliseconds; generous, because a laptop's cold disk is no fault of the bundle. */
const initLimit = 60_000;

/** One warm execution environment: takes one event at a time and is thrown away after a timeout or a crash. */
export class FunctionWorker {
  readonly #thread: Worker;
  #settle: ((result: InvocationResult) => void) | undefined;
  /** The bundle is loaded, or never will be. */
  readonly #ready: Promise<void>;
  #dead = false;
  #cpuMs = 0;

  constructor({ settings, env, log }: WorkerOptions) {
    this.#thread = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: settings,
      env,
      stdout: true,
      stderr: true,
      // A host started with flags of its own (a debugger, a loader) keeps them to itself.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb, maxYoungGenerationSizeMb: 16 },
    });
    log.follow(this.#thread.stdout, "stdout");
    log.follow(this.#thread.stderr, "stderr");
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ready = promise;
    this.#thread.on("message", (message: "ready" | InvocationResult) => {
      if (message === "ready") resolve();
      else this.#finish(message);
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
