import type { EventOf } from "./event.ts";
import { type Personal, type PersonalRef, personalRef } from "./personal.ts";

/** SHA-256 of a text, base64url; given by the caller because the core does no crypto of its own. */
export type Digest = (text: string) => string;

/** H(salt‖value): what the chain keeps of a personal value. */
export function digestOf(personal: Personal, digest: Digest): string {
  return digest(`${personal.salt}\u0000${personal.value}`);
}

/** The chain hash of an event over its predecessor's hash. */
export function chainHash(previous: string, event: Omit<EventOf<unknown>, "hash">, digest: Digest): string {
  return digest(`${previous}\n${canonicalJson(event)}`);
}

/** JSON with sorted keys and without undefined: the same text for the same value, whatever store it went through. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** A place where history and hashes disagree. */
export interface ChainFault {
  readonly seq: number;
  /** personal: a value that is not what was recorded, or that was erased; hole: one is gone and no event says so. */
  readonly fault: "hash" | "sequence" | "personal" | "hole";
}

/** A run of events that is not the whole history. */
export interface ChainRun {
  /** The hash before the run; "" at the start. */
  readonly previous?: string;
  readonly fromSeq?: number;
  /** What events erased, of this run or of a later one. */
  readonly erased?: ReadonlySet<PersonalRef>;
  /** What redacted events have to say since (`redactedEvents`). */
  readonly redacted?: ReadonlyMap<number, string>;
}

/**
 * Checks the chain of a run of events and the values beside it. A value that an event erased is no fault; one that does
 * not match its digest, one that is gone without such an event and one that came back are. An event that was redacted has
 * to say exactly what the erasing event vouches for.
 */
export function verifyChain(
  events: readonly EventOf<unknown>[],
  personal: Readonly<Record<PersonalRef, Personal>>,
  digest: Digest,
  { previous = "", fromSeq = 1, erased = new Set(), redacted = new Map() }: ChainRun = {},
): ChainFault[] {
  const faults: ChainFault[] = [];
  let last = previous;
  for (const [index, { hash, ...event }] of events.entries()) {
    const { seq } = event;
    if (seq !== fromSeq + index) faults.push({ seq, fault: "sequence" });
    const vouched = redacted.get(seq);
    const isTrue =
      vouched === undefined
        ? chainHash(last, event, digest) === hash
        : digest(canonicalJson(event)) === vouched;
    if (!isTrue) faults.push({ seq, fault: "hash" });
    for (const [field, expected] of Object.entries(event.digests ?? {})) {
      const ref = personalRef(seq, field);
      const value = personal[ref];
      if (value === undefined) {
        if (!erased.has(ref)) faults.push({ seq, fault: "hole" });
      } else if (erased.has(ref) || digestOf(value, digest) !== expected) {
        faults.push({ seq, fault: "personal" });
      }
    }
    last = hash;
  }
  return faults;
}

/** What the events of a history erased. */
export function erasedRefs(
  events: readonly {
    readonly fact: { readonly type: string; readonly refs?: readonly PersonalRef[] };
  }[],
): ReadonlySet<PersonalRef> {
  return new Set(events.flatMap(({ fact }) => (fact.type === "erased" ? (fact.refs ?? []) : [])));
}
