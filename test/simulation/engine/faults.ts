import type { ServiceName } from "../services/memory-aws.ts";
import type { Random } from "./random.ts";

/** What may befall one call of a function to a service. */
export const callFaults = [
  /** The request never arrives. */
  "lost-request",
  /** It has its effect, but the answer never comes. */
  "lost-response",
  "throttled",
  "server-error",
  /** The process dies before the call, or right after its effect. */
  "crash-before",
  "crash-after",
  /** The answer takes so long that the function runs into its time limit. */
  "stalled",
  /** Some entries of a batch are not taken. */
  "partial",
  /** The request is on its way for so long that others overtake it; it arrives even if whoever sent it has died meanwhile. */
  "slow",
] as const;
export type CallFault = (typeof callFaults)[number];

/** What may befall deliveries: messages, stream batches, schedules. */
export const deliveryFaults = [
  "message-lost",
  "message-twice",
  "schedule-lost",
  "schedule-twice",
  "schedule-late",
  "stream-twice",
  "stream-lost",
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** What lasts for a while. */
export const spells = [
  "mail-down",
  "table-slow",
  "schedules-throttled",
  "clock-skew",
  "notices-stalled",
  /** 企业微信 takes its tokens back before their time. */
  "tokens-end",
  /** Everything on its way is lost: messages, changes of the stream, schedules. Only what is written stays. */
  "blackout",
  /** At its end the table is lost and comes back as it was at its beginning, by the operator's own command. */
  "restored",
] as const;
export type Spell = (typeof spells)[number];

/** What is true afterwards is not what whoever asked believes. */
const isSevere = (kind: string) => ["crash-before", "crash-after", "lost-response", "stalled"].includes(kind);
const isSpell = (kind: string): kind is Spell => (spells as readonly string[]).includes(kind);

/** What delays nothing: with nothing else going wrong everything is in time all the same. */
export const gentle: ReadonlySet<Fault["kind"]> = new Set([
  "partial",
  "message-twice",
  "schedule-twice",
  "stream-twice",
  "clock-skew",
]);

/** One thing that goes wrong: the number stands for it in `--keep`. */
export type Fault =
  | {
      readonly n: number;
      readonly kind: CallFault;
      readonly from: number;
      readonly service: ServiceName | undefined;
      readonly fn: string | undefined;
      /** Waits for a write: reads are three times as many and less is at stake. */
      readonly writes: boolean;
    }
  | { readonly n: number; readonly kind: DeliveryFault; readonly from: number }
  | {
      readonly n: number;
      readonly kind: Spell;
      readonly from: number;
      readonly until: number;
      readonly by: number;
    };

export interface FaultMix {
  readonly perDay: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** How much goes wrong with this seed, and what: some seeds have nothing, some only one kind, some everything. */
export function drawMix(random: Random): FaultMix {
  const perDay = random.pick([0, 8, 30, 100, 100]);
  const kinds = [...callFaults, ...deliveryFaults, ...spells];
  // Now and then one kind alone: what it may and may not lead to is the clearest then.
  if (random.chance(0.25)) {
    const kind = random.pick([...kinds, "blackout", "blackout", "clock-skew", "clock-skew"] as const);
    const most = kind === "restored" ? 1 : 4;
    return { perDay: isSpell(kind) ? Math.min(perDay, most) : perDay, weights: { [kind]: 1 } };
  }
  const weights = Object.fromEntries(
    kinds.map((kind) => {
      const base =
        kind === "blackout" || kind === "restored" ? 0.05 : isSpell(kind) ? 0.2 : isSevere(kind) ? 2 : 1;
      return [kind, random.chance(0.65) ? Math.round(base * random.span(1) * 100) / 100 : 0];
    }),
  );
  return { perDay, weights };
}

/** The faults of a run, numbered from `first`; the same seed draws the same. */
export function drawFaults(
  mix: FaultMix,
  first: number,
  from: number,
  days: number,
  random: Random,
): Fault[] {
  const weights = Object.entries(mix.weights).filter(([, weight]) => weight > 0);
  if (weights.length === 0) return [];
  const count = Math.round(mix.perDay * days);
  return Array.from({ length: count }, (_, index): Fault => {
    const own = random.fork(index);
    const kind = own.weighted(weights) as Fault["kind"];
    const base = { n: first + index, from: Math.round(from + own.unit() * days * 86_400_000) };
    if (isSpell(kind)) {
      const minutes = own.pick(kind === "blackout" ? [10, 30, 60] : [10, 45, 120, 300]);
      return {
        ...base,
        kind: kind,
        until: base.from + minutes * 60_000,
        by: own.int(-45, 45) * 1000,
      };
    }
    if ((deliveryFaults as readonly string[]).includes(kind)) return { ...base, kind: kind as DeliveryFault };
    const fn = own.pick([
      "react",
      "react",
      "react",
      "alarm",
      "send",
      "send",
      "stream",
      "staff-api",
      "channels-api",
      "mail-in",
      "sweep",
      undefined,
      undefined,
    ]);
    // Batches are what the stream's function sends, and few others.
    if (kind === "partial") return { ...base, kind, service: "sqs", fn: undefined, writes: false };
    const service = own.pick([
      "dynamodb",
      "dynamodb",
      "dynamodb",
      "sqs",
      "scheduler",
      "ses",
      undefined,
    ] as const);
    return { ...base, kind: kind as CallFault, service, fn, writes: own.chance(0.6) };
  }).sort((a, b) => a.from - b.from || a.n - b.n);
}

/** Which fault strikes what. Each strikes once, at the first occasion after its instant. */
export class Faults {
  readonly #calls: Extract<Fault, { kind: CallFault }>[] = [];
  readonly #deliveries: Extract<Fault, { kind: DeliveryFault }>[] = [];
  readonly #spells: Extract<Fault, { kind: Spell }>[] = [];
  readonly struck: number[] = [];
  /** Until when something was wrong last. */
  lastTrouble = 0;

  constructor(faults: readonly Fault[]) {
    for (const fault of faults) {
      if ("until" in fault) this.#spells.push(fault);
      else if ("fn" in fault) this.#calls.push(fault);
      else this.#deliveries.push(fault);
    }
  }

  call(
    now: number,
    service: ServiceName,
    fn: string,
    fits: (kind: CallFault, writes: boolean) => boolean,
  ): CallFault | undefined {
    for (const [index, fault] of this.#calls.entries()) {
      if (fault.from > now) return undefined;
      if (fault.service !== undefined && fault.service !== service) continue;
      if (fault.fn !== undefined && fault.fn !== fn) continue;
      if (!fits(fault.kind, fault.writes)) continue;
      this.#calls.splice(index, 1);
      if (fault.kind === "partial") this.#dropWaiting(now);
      this.struck.push(fault.n);
      this.lastTrouble = Math.max(this.lastTrouble, now);
      return fault.kind;
    }
    return undefined;
  }

  /** A quiet night's worth of them would let one batch fail until it is given up: they come one by one. */
  #dropWaiting(now: number): void {
    const left = this.#calls.filter(({ kind, from }) => kind !== "partial" || from > now);
    this.#calls.splice(0, this.#calls.length, ...left);
  }

  delivery(now: number, kinds: readonly DeliveryFault[]): DeliveryFault | undefined {
    for (const [index, fault] of this.#deliveries.entries()) {
      if (fault.from > now) return undefined;
      if (!kinds.includes(fault.kind)) continue;
      this.#deliveries.splice(index, 1);
      this.struck.push(fault.n);
      this.lastTrouble = Math.max(this.lastTrouble, now);
      return fault.kind;
    }
    return undefined;
  }

  spell(now: number, kind: Spell): Extract<Fault, { kind: Spell }> | undefined {
    const found = this.#spells.find((spell) => spell.kind === kind && spell.from <= now && now < spell.until);
    if (found !== undefined) {
      if (!this.struck.includes(found.n)) this.struck.push(found.n);
      this.lastTrouble = Math.max(this.lastTrouble, now);
    }
    return found;
  }

  /** Somebody saw it strike. */
  strike({ n }: Fault, now: number): void {
    this.struck.push(n);
    this.lastTrouble = Math.max(this.lastTrouble, now);
  }

  /** From here on nothing goes wrong any more. */
  stop(): void {
    this.#calls.length = 0;
    this.#deliveries.length = 0;
    this.#spells.length = 0;
  }
}
