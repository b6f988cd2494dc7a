import type { StoredEvent } from "./events.ts";
import type { Personal } from "./personal.ts";

/** SHA-256 of a text, base64url; given by the caller because the core does no crypto of its own. */
export type Digest = (text: string) => string;

/** H(salt‖value): what the chain keeps of a personal value. */
export function digestOf(personal: Personal, digest: Digest): string {
  return digest(`${personal.salt}\u0000${personal.value}`);
}

/** The chain hash of an event over its predecessor's hash. */
export function chainHash(
  previous: string,
  event: Omit<StoredEvent<unknown>, "hash">,
  digest: Digest,
): string {
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
  readonly fault: "hash" | "sequence" | "personal";
}

/**
 * Checks the chain of a run of events that follows `previous` ("" at the start). An erased personal value is no
 * fault; one that does not match its digest is.
 */
export function verifyChain(
  events: readonly StoredEvent<unknown>[],
  personal: Readonly<Record<string, Personal>>,
  digest: Digest,
  previous = "",
  fromSeq = 1,
): ChainFault[] {
  const faults: ChainFault[] = [];
  let last = previous;
  for (const [index, { hash, ...event }] of events.entries()) {
    if (event.seq !== fromSeq + index) faults.push({ seq: event.seq, fault: "sequence" });
    if (chainHash(last, event, digest) !== hash) faults.push({ seq: event.seq, fault: "hash" });
    for (const [field, expected] of Object.entries(event.digests ?? {})) {
      const value = personal[`${event.seq}.${field}`];
      if (value !== undefined && digestOf(value, digest) !== expected) {
        faults.push({ seq: event.seq, fault: "personal" });
      }
    }
    last = hash;
  }
  return faults;
}
