import type { VirtualClock } from "../contract.ts";

/** Something that has work from time to time: an event source, the schedules. */
export interface WorkSource {
  /** Starts whatever is ready now and has a free worker; every started piece goes through `engine.track`. */
  pump(): void;
  /** The next instant after now at which something becomes ready, or undefined. */
  nextAt(): number | undefined;
}

export interface AdvanceCounts {
  /** Times the clock jumped to a due thing. */
  readonly jumps: number;
  readonly invocations: number;
  readonly failures: number;
}

export interface EngineOptions {
  readonly clock: VirtualClock;
  /** Virtual seconds per real second; undefined: the clock moves through `advanceTo` only. */
  readonly speed: number | undefined;
  /** Monotone real milliseconds. */
  readonly realNow: () => number;
  /** Invocations and failures so far. */
  readonly totals: () => { readonly invocations: number; readonly failures: number };
  /** A source broke (not a function: those are retried by their source's rule). */
  readonly onBroken: (error: unknown) => void;
}

/** How long the paced clock stands at most while handlers run, and how often it is shown moving (real ms). */
const standsAtMost = 1000;
const tick = 250;

/**
 * The event-driven clock. It stands while anything runs or is ready, then moves to the next due instant. Work is
 * started as soon as it is ready, whoever moves the clock.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #sources: WorkSource[] = [];
  #running = 0;
  /** Requests of people and systems that wait for their answer, and work that nobody waits for. */
  #asked = 0;
  #background = 0;
  #turn = 0;
  #stopped = false;
  #pumpPlanned = false;
  #wakers: (() => void)[] = [];
  #advances: Promise<unknown> = Promise.resolve();
  #advancing = 0;
  #anchor: { real: number; virtual: number };

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#anchor = { real: options.realNow(), virtual: options.clock.now() };
  }

  add(source: WorkSource): void {
    this.#sources.push(source);
  }

  /** The virtual now, epoch milliseconds. */
  now(): number {
    return this.#options.clock.now();
  }

  /** Holds the clock until the work is done, whether it succeeds or not. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.notify();
    }
  }

  /** The same for a request whose answer somebody waits for. */
  async answer<T>(work: () => Promise<T>): Promise<T> {
    this.#asked += 1;
    try {
      return await this.track(work);
    } finally {
      this.#asked -= 1;
    }
  }

  /**
   * How much more work sources may start. On AWS consumers have machines of their own; here they step back to one at a time
   * while somebody waits for an answer.
   */
  get room(): number {
    return this.#asked === 0 ? Number.POSITIVE_INFINITY : Math.max(0, 1 - this.#background);
  }

  /** Starts work of a source; an error that escapes it is the source's own fault and is reported. */
  start(work: () => Promise<void>): void {
    this.#background += 1;
    this.track(async () => {
      try {
        await work();
      } finally {
        this.#background -= 1;
      }
    }).catch(this.#options.onBroken);
  }

  /** Something may have become ready: called by the services and after every piece of work. */
  notify(): void {
    if (this.#pumpPlanned) return;
    this.#pumpPlanned = true;
    setImmediate(() => {
      this.#pumpPlanned = false;
      this.#pump();
      this.#wake();
    });
  }

  /** Runs until nothing is ready and nothing runs; the clock stands. */
  async settle(): Promise<void> {
    for (;;) {
      this.#pump();
      if (this.#stopped || (this.#running === 0 && !this.#pumpPlanned)) return;
      await this.#change();
    }
  }

  /** Does everything due up to and including `instant`, jumping from one due thing to the next. */
  advanceTo(instant: number): Promise<AdvanceCounts> {
    this.#advancing += 1;
    const advance = this.#advances.then(() => this.#advance(instant));
    this.#advances = advance
      .catch(() => undefined)
      .finally(() => {
        this.#advancing -= 1;
      });
    return advance;
  }

  /** Paced mode only: brings the clock up to real time, but never past something that is due. */
  touch(): void {
    if (this.#options.speed === undefined || this.#advancing > 0) return;
    const wanted = this.#wanted(this.#options.speed);
    const next = this.#nextAt();
    this.#set(next === undefined ? wanted : Math.min(wanted, next));
  }

  /** Paced mode: moves the clock until `stop`. */
  async run(): Promise<void> {
    const { speed } = this.#options;
    if (speed === undefined) return;
    while (!this.#stopped) {
      await this.#quiet();
      if (this.#advancing > 0) {
        await this.#advances;
        continue;
      }
      const wanted = this.#wanted(speed);
      const next = this.#nextAt();
      if (next !== undefined && next <= wanted) {
        this.#set(next);
        continue;
      }
      this.#set(wanted);
      await this.#change(next === undefined ? tick : Math.min(tick, (next - wanted) / speed));
    }
  }

  /** Nothing new is started; waiting callers return. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** After `stop`: resolves when the last running work has come to its end. */
  async drained(): Promise<void> {
    while (this.#running > 0) await this.#change();
  }

  #wake(): void {
    for (const wake of this.#wakers.splice(0)) wake();
  }

  async #advance(instant: number): Promise<AdvanceCounts> {
    const before = this.#options.totals();
    let jumps = 0;
    while (!this.#stopped) {
      await this.settle();
      const next = this.#nextAt();
      if (next === undefined || next > instant) break;
      this.#set(next);
      jumps += 1;
    }
    this.#set(instant);
    await this.settle();
    this.#anchor = { real: this.#options.realNow(), virtual: this.now() };
    const after = this.#options.totals();
    return {
      jumps,
      invocations: after.invocations - before.invocations,
      failures: after.failures - before.failures,
    };
  }

  #wanted(speed: number): number {
    return Math.floor(this.#anchor.virtual + (this.#options.realNow() - this.#anchor.real) * speed);
  }

  #set(instant: number): void {
    if (instant > this.now()) this.#options.clock.set(instant);
  }

  #pump(): void {
    if (this.#stopped) return;
    // Another one begins each time: where there is room for one only, each gets its turn.
    this.#turn = (this.#turn + 1) % Math.max(1, this.#sources.length);
    for (const source of [...this.#sources.slice(this.#turn), ...this.#sources.slice(0, this.#turn)])
      source.pump();
  }

  #nextAt(): number | undefined {
    const now = this.now();
    let earliest: number | undefined;
    for (const source of this.#sources) {
      const at = source.nextAt();
      if (at !== undefined && at > now && (earliest === undefined || at < earliest)) earliest = at;
    }
    return earliest;
  }

  /** Like `settle`, but gives up standing still after a second so that one slow handler does not stop people's time. */
  async #quiet(): Promise<void> {
    const until = this.#options.realNow() + standsAtMost;
    for (;;) {
      this.#pump();
      if (this.#stopped || this.#advancing > 0 || (this.#running === 0 && !this.#pumpPlanned)) return;
      const left = until - this.#options.realNow();
      if (left <= 0) return;
      await this.#change(left);
    }
  }

  /** Resolves at the next activity, or after `milliseconds` of real time. */
  #change(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#wakers.push(wake);
      if (milliseconds === undefined) return;
      timer = setTimeout(() => {
        this.#wakers = this.#wakers.filter((waker) => waker !== wake);
        resolve();
      }, milliseconds);
    });
  }
}
