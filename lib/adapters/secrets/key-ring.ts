import { createHash } from "node:crypto";
import * as z from "zod";
import { type Instant, plusSeconds } from "../../domain/time/instant.ts";

const instant = z.iso.datetime({ precision: 3 });
/** Base64url; 256 random bits and more. */
const key = z.string().min(40);

const ringKey = z.strictObject({
  key,
  /** Made with from then on; absent: from the beginning. Accepted before that already. */
  from: instant.exactOptional(),
  /** Accepted until then; absent: as long as it is the last. */
  until: instant.exactOptional(),
});

/** The installation's keys, the oldest first. As the stack makes it there is one, in the form `{key}`. */
export const keyRing = z.union([
  z.strictObject({ key }).transform((first) => ({ keys: [first] })),
  z.strictObject({ mark: z.string().min(1).exactOptional(), keys: z.array(ringKey).min(1) }),
]);
export interface KeyRing {
  /** Which installation this is; absent: what its oldest key says, the one it began with. */
  readonly mark?: string;
  readonly keys: readonly z.output<typeof ringKey>[];
}

/**
 * `default`: every process has read a ring before its newest key is used. Processes read it every hour, or before
 * the first event after a longer pause.
 */
const LEAD_SECONDS = 7200;

/** The keys that count now: the one new hashes are made with, then the others whose hashes are accepted. */
export function keysInForce({ keys }: KeyRing, now: Instant): readonly string[] {
  const accepted = keys.filter(({ until }) => until === undefined || now < until);
  const current = accepted.findLast(({ from }) => from === undefined || from <= now) ?? accepted.at(-1);
  const others = accepted.filter((one) => one !== current).toReversed();
  return [...(current === undefined ? [] : [current]), ...others].map((one) => one.key);
}

/**
 * The ring with a new key: used two hours from now, when everybody knows it, and those before accepted `overlapDays` longer at
 * most. With 0 nothing that any of them made counts after that: one has leaked.
 * Keys that count no more are left out.
 */
export function rotated(ring: KeyRing, newKey: string, now: Instant, overlapDays: number): KeyRing {
  const from = plusSeconds(now, LEAD_SECONDS);
  const until = plusSeconds(from, overlapDays * 86_400);
  const standing = ring.keys.filter((one) => one.until === undefined || now < one.until);
  return {
    mark: markOfRing(ring),
    keys: [...standing.map((one) => ({ ...one, until: sooner(one.until, until) })), { key: newKey, from }],
  };
}

function sooner(standing: Instant | undefined, until: Instant): Instant {
  return standing !== undefined && standing < until ? standing : until;
}

/** Which installation a key belongs to, without telling the key: what a table says of it. */
export function markOf(hashKey: string): string {
  return createHash("sha256").update(`installation:${hashKey}`, "utf8").digest("base64url").slice(0, 22);
}

/** Which installation a ring belongs to: the same after every new key. Throws RangeError for a ring without keys. */
export function markOfRing({ mark, keys: [first] }: KeyRing): string {
  if (mark !== undefined) return mark;
  if (first === undefined) throw new RangeError("a ring without keys");
  return markOf(first.key);
}
