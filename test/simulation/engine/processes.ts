import type { Context } from "aws-lambda";
import { Temporal } from "temporal-polyfill";
import { functionProfiles } from "../../../infra/catalogue/functions.ts";
import { MEMORY_ENDPOINT, type MemoryAws, type ServiceName, serviceOf } from "../services/memory-aws.ts";
import { answerOf, type SdkRequest, type SdkResponse, sdkResponse, wireRequest } from "../services/wire.ts";
import type { Build, Handler, SimulatedFunction } from "./build.ts";
import type { CallFault, Faults } from "./faults.ts";
import { type Owner, owners, settled } from "./globals.ts";
import type { Random } from "./random.ts";
import type { Time } from "./time.ts";
import type { Trace } from "./trace.ts";

export type Outcome =
  | { readonly ok: true; readonly payload: unknown; readonly isTroubled: boolean }
  | {
      readonly ok: false;
      readonly why: "crash" | "timeout" | "error";
      readonly error?: unknown;
      readonly isTroubled: boolean;
    };

/** Whoever wants to know what the machinery did; the model does. */
export interface Watch {
  broken(rule: string, about: string): void;
  /** Messages are given to a function, and later deleted because it said that they are done. */
  given(messageIds: readonly string[]): void;
  done(messageIds: readonly string[]): void;
  /** A function failed with messages; `isExplained`: something went wrong with it. */
  failed(messageIds: readonly string[], isExplained: boolean): void;
  /** What a function sends where it is kept. */
  handedOn(text: string): void;
  /** A timer's message is done; `again`: another was sent for its document meanwhile. */
  rang(id: string, epoch: number | undefined, again: boolean): void;
}

export interface Ground {
  watch: Watch;
  readonly time: Time;
  readonly aws: MemoryAws;
  readonly random: Random;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly env: Readonly<Record<string, string>>;
  /** Builds of the product that may run at once; a process has one of them. */
  readonly builds: readonly Build[];
}

/**
 * What of the SDK's clients nobody reads here: signatures, where a service lives, who asks. What is
 * asked, how it is written and read, and when it is tried again stay the SDK's own.
 */
const unaddressed: object = {
  endpointProvider: ({ Bucket = "" }: { readonly Bucket?: string }) => ({
    url: new URL(`${MEMORY_ENDPOINT}/${Bucket}`),
  }),
  httpAuthSchemeProvider: () => [{ schemeId: "smithy.api#noAuth" }],
  httpAuthSchemes: [
    {
      schemeId: "smithy.api#noAuth",
      identityProvider: () => async () => ({}),
      signer: { sign: async (request: unknown) => request },
    },
  ],
  defaultUserAgentProvider: async () => [],
};

/** One execution environment of a function: its clients' calls go through the turnstile, and it can die at any of them. */
class Process implements Owner {
  readonly id: string;
  readonly fn: SimulatedFunction;
  skew = 0;
  parked = 0;
  sleeping = 0;
  busy = false;
  isDead = false;
  /** Something went wrong with this invocation that its code cannot help. */
  isTroubled = false;
  readonly #ground: Ground;
  readonly #random: Random;
  #handler: Handler | undefined;
  #end: ((outcome: Outcome) => void) | undefined;
  readonly #build: Build;

  constructor(id: string, fn: SimulatedFunction, ground: Ground) {
    this.id = id;
    this.fn = fn;
    this.#ground = ground;
    this.#random = ground.random.fork(id);
    this.#build = this.#random.pick(ground.builds);
  }

  slept(by: 1 | -1): void {
    this.sleeping += by;
  }

  outside<T>(answer: () => T): Promise<T> {
    const { time, trace } = this.#ground;
    return new Promise((resolve) => {
      this.parked += 1;
      if (this.#ground.faults.spell(time.now, "tokens-end") !== undefined) this.isTroubled = true;
      time.after(1 + this.#random.span(40), () => {
        if (this.isDead) return;
        this.parked -= 1;
        const given = answer();
        trace.add(time.now, `${this.id} outside`, JSON.stringify(given));
        resolve(given);
      });
    });
  }

  /** True while its code runs and waits for nothing that the simulation decides. */
  get isComputing(): boolean {
    return this.busy && !this.isDead && this.parked === 0 && this.sleeping === 0;
  }

  run(event: unknown): Promise<Outcome> {
    const { time } = this.#ground;
    this.busy = true;
    this.isTroubled = false;
    this.skew = this.#ground.faults.spell(time.now, "clock-skew")?.by ?? 0;
    return new Promise((resolve) => {
      const limit = time.after(functionProfiles[this.fn].timeoutSeconds * 1000, () => this.die("timeout"));
      this.#end = (outcome) => {
        limit.cancelled = true;
        this.#end = undefined;
        this.busy = false;
        resolve(outcome);
      };
      owners.run(this, () => this.#start(event));
    });
  }

  #start(event: unknown): void {
    this.#handler ??= this.#build.make(this.fn, {
      env: this.#ground.env,
      aws: {
        endpoint: MEMORY_ENDPOINT,
        region: "ap-southeast-1",
        credentials: { accessKeyId: "AKIASIMULATION00", secretAccessKey: "simulation" },
        requestHandler: this.#requestHandler() as never,
        ...unaddressed,
      },
      surroundings: {
        clock: { now: () => Temporal.Instant.fromEpochMilliseconds(this.#ground.time.now + this.skew) },
        randomBytes: (size) => this.#random.bytes(size),
        randomId: () => this.#random.uuid(),
      },
    });
    const context = {
      functionName: this.fn,
      awsRequestId: this.id,
      invokedFunctionArn: this.fn,
      memoryLimitInMB: "512",
    };
    const end = this.#end;
    this.#handler(event, context as Context).then(
      (payload) => end?.({ ok: true, payload, isTroubled: this.isTroubled }),
      (error: unknown) => {
        // A setting that a function needs and the simulation does not give: everything after would be its echo.
        if (error instanceof Error && error.name === "ConfigurationError")
          this.#ground.watch.broken("every-function-starts", error.message);
        this.#handler = undefined;
        end?.({ ok: false, why: "error", error, isTroubled: this.isTroubled });
      },
    );
  }

  die(why: "crash" | "timeout"): void {
    if (this.isDead) return;
    this.isDead = true;
    this.#ground.trace.add(this.#ground.time.now, `${this.id} dies: ${why}`);
    this.#end?.({ ok: false, why, isTroubled: true });
  }

  #requestHandler() {
    return {
      metadata: { handlerProtocol: "simulation" },
      handle: async (request: SdkRequest) => ({ response: await this.#call(request) }),
      updateHttpClientConfig: () => {},
      httpHandlerConfigs: () => ({}),
    };
  }

  /** Parks the call; the seed says when it is let through, and what becomes of it. */
  async #call(request: SdkRequest): Promise<SdkResponse> {
    const { time, faults } = this.#ground;
    const service = serviceOf(request);
    const wire = await wireRequest(request);
    return new Promise((resolve, reject) => {
      this.parked += 1;
      const fault = faults.call(time.now, service, this.fn, (kind, writes) =>
        fits(kind, writes, service, request),
      );
      if (fault !== undefined) this.isTroubled = true;
      const answer = (give: () => void) => {
        if (this.isDead) return;
        this.parked -= 1;
        give();
      };
      const fail = (code: string) =>
        answer(() => reject(Object.assign(new Error(`simulated ${code}`), { name: "TimeoutError", code })));
      const latency = this.#latency(service) + (fault === "slow" ? this.#random.int(1500, 20_000) : 0);
      time.after(latency, () => {
        // A schedule that nobody lives to record would be nobody's to delete: such a request is lost.
        if (this.isDead && (fault !== "slow" || service === "scheduler")) return;
        const down = this.#refused(service, fault);
        const label = `${this.id} ${service}`;
        if (fault === "crash-before") return this.die("crash");
        if (fault === "lost-request") {
          this.#ground.trace.add(time.now, `${label} lost`);
          return fail("ECONNRESET");
        }
        if (down !== undefined) {
          this.isTroubled = true;
          this.#ground.trace.add(time.now, `${label} refused ${down.statusCode}`);
          return answer(() => resolve(down));
        }
        void this.#effect(service, wire, fault, request.method).then((response) => {
          if (fault === "crash-after") return this.die("crash");
          if (fault === "lost-response") return fail("ECONNRESET");
          if (fault === "stalled") return time.after(3_600_000, () => {});
          return answer(() => resolve(response));
        });
      });
    });
  }

  #latency(service: ServiceName): number {
    const slow =
      service === "dynamodb" && this.#ground.faults.spell(this.#ground.time.now, "table-slow") !== undefined;
    return 1 + this.#random.span(slow ? 900 : 12);
  }

  /** A refusal without effect: throttled, out of order, or down for a while. */
  #refused(service: ServiceName, fault: CallFault | undefined): SdkResponse | undefined {
    const { faults, time } = this.#ground;
    if (service === "ses" && faults.spell(time.now, "mail-down") !== undefined)
      return refusal(service, 503, "ServiceUnavailable");
    if (service === "scheduler" && faults.spell(time.now, "schedules-throttled") !== undefined)
      return refusal(service, 429, "ThrottlingException");
    if (fault === "throttled")
      return refusal(
        service,
        service === "scheduler" || service === "ses" ? 429 : 400,
        service === "dynamodb" ? "ProvisionedThroughputExceededException" : "ThrottlingException",
      );
    if (fault === "server-error") return refusal(service, 500, "InternalServerError");
    return undefined;
  }

  async #effect(
    service: ServiceName,
    wire: Awaited<ReturnType<typeof wireRequest>>,
    fault: CallFault | undefined,
    method: string,
  ): Promise<SdkResponse> {
    const { aws, trace, time, watch } = this.#ground;
    const asked = fault === "partial" ? withoutSomeEntries(wire) : wire;
    if (service === "sqs" || service === "scheduler") watch.handedOn(asked.body.toString("utf8"));
    const answer = await answerOf(aws.services[service], asked);
    trace.add(
      time.now,
      `${this.id} ${service}.${answer.operation} ${answer.status}${fault === undefined ? "" : ` ${fault}`}`,
      asked.body,
    );
    if (fault !== "partial") return sdkResponse(answer, method, service === "s3");
    return sdkResponse({ ...answer, body: withFailedEntries(wire, String(answer.body)) }, method, false);
  }
}

/** True if a fault of this kind can strike this call. */
function fits(kind: CallFault, writes: boolean, service: ServiceName, { headers }: SdkRequest): boolean {
  const operation = headers["x-amz-target"] ?? "";
  if (kind === "partial") return operation.endsWith("SendMessageBatch");
  return !writes || service !== "dynamodb" || /(PutItem|UpdateItem)$/.test(operation);
}

function refusal(service: ServiceName, statusCode: number, code: string): SdkResponse {
  const body =
    service === "s3"
      ? `<Error><Code>${code}</Code><Message>simulated</Message></Error>`
      : JSON.stringify({ __type: code, message: "simulated", Message: "simulated" });
  return {
    statusCode,
    headers: {
      "x-amzn-errortype": code,
      "content-type": service === "s3" ? "application/xml" : "application/json",
    },
    body: Buffer.from(body),
  };
}

type Wire = Awaited<ReturnType<typeof wireRequest>>;
interface Batch {
  readonly Entries: readonly { readonly Id: string }[];
}

/** The first entry of a batch is not taken. */
function withoutSomeEntries(wire: Wire): Wire {
  const batch = JSON.parse(wire.body.toString("utf8")) as Batch;
  return { ...wire, body: Buffer.from(JSON.stringify({ ...batch, Entries: batch.Entries.slice(1) })) };
}

function withFailedEntries(wire: Wire, body: string): string {
  const { Entries } = JSON.parse(wire.body.toString("utf8")) as Batch;
  const taken = JSON.parse(body) as { Successful?: object[] };
  const Failed = Entries.slice(0, 1).map(({ Id }) => ({
    Id,
    SenderFault: false,
    Code: "InternalError",
    Message: "simulated",
  }));
  return JSON.stringify({ Successful: taken.Successful ?? [], Failed });
}

/** Most environments a function has at once. */
const LIMITS: Partial<Record<SimulatedFunction, number>> = {
  stream: 1,
  sweep: 2,
  "report-build": 5,
  send: 5,
};
/** An environment is put away after so many invocations, so that cold starts happen. */
const LIVES = 60;

/** The environments of all functions. */
export class Processes {
  readonly #ground: Ground;
  readonly #all = new Map<SimulatedFunction, (Process & { uses?: number })[]>();
  readonly #running = new Set<Process>();
  #serial = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** How many more invocations of a function could begin now. */
  free(fn: SimulatedFunction): number {
    const busy = (this.#all.get(fn) ?? []).filter(({ busy }) => busy).length;
    return (LIMITS[fn] ?? 12) - busy;
  }

  async invoke(fn: SimulatedFunction, event: unknown): Promise<Outcome> {
    const pool = this.#all.get(fn) ?? [];
    this.#all.set(fn, pool);
    let process = pool.find(({ busy, isDead }) => !busy && !isDead);
    if (process === undefined) {
      this.#serial += 1;
      process = new Process(`${fn}#${this.#serial}`, fn, this.#ground);
      pool.push(process);
    }
    process.uses = (process.uses ?? 0) + 1;
    this.#running.add(process);
    const outcome = await process.run(event);
    this.#running.delete(process);
    if (process.isDead || process.uses >= LIVES || !outcome.ok) {
      process.isDead = true;
      pool.splice(pool.indexOf(process), 1);
    }
    return outcome;
  }

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  /** Kills whatever runs, as a deployment or an outage of the whole region would. */
  killAll(): void {
    for (const process of this.#running) process.die("crash");
    for (const pool of this.#all.values()) for (const process of pool) process.isDead = true;
    this.#all.clear();
  }

  /** Waits until nobody computes any more: everybody's next step is the seed's to decide. */
  async settle(): Promise<void> {
    for (let turns = 0; ; turns += 1) {
      await settled();
      let computing = false;
      for (const process of this.#running) computing ||= process.isComputing;
      if (!computing) return;
      if (turns > 200_000)
        throw new Error(
          `${[...this.#running]
            .filter((one) => one.isComputing)
            .map(({ id }) => id)
            .join()} neither calls nor ends`,
        );
    }
  }
}
