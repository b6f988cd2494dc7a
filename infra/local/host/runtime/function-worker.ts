import { Worker } from "node:worker_threads";
import type { FunctionLog } from "./function-log.ts";
import { closed, type InvocationResult, type WorkerRequest, type WorkerSettings } from "./protocol.ts";

export interface WorkerOptions {
  readonly settings: WorkerSettings;
  readonly env: Readonly<Record<string, string>>;
  readonly log: FunctionLog;
}

/** One warm execution environment: takes one event at a time and is thrown away after a timeout or a crash. */
export class FunctionWorker {
  readonly #thread: Worker;
  #settle: ((result: InvocationResult) => void) | undefined;
  #dead = false;

  constructor({ settings, env, log }: WorkerOptions) {
    this.#thread = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: settings,
      env,
      stdout: true,
      stderr: true,
      // A host started with flags of its own (a debugger, a loader) keeps them to itself.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
    });
    log.follow(this.#thread.stdout, "stdout");
    log.follow(this.#thread.stderr, "stderr");
    this.#thread.on("message", (result: InvocationResult) => this.#finish(result));
    this.#thread.on("error", (error) => this.#die("Runtime.Unhandled", `${error.name}: ${error.message}`));
    this.#thread.on("exit", (code) => this.#die("Runtime.ExitError", `the runtime exited with code ${code}`));
  }

  /** False after a timeout, crash or exit: take a new worker. */
  get alive(): boolean {
    return !this.#dead;
  }

  /** Runs one event; the worker is terminated when `timeoutMs` of real time have passed. */
  invoke(request: WorkerRequest): Promise<InvocationResult> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#die(
          "Sandbox.Timedout",
          `Task timed out after ${(request.timeoutMs / 1000).toFixed(2)} seconds`,
        );
      }, request.timeoutMs);
      this.#settle = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
      this.#thread.postMessage(request, []);
    });
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
