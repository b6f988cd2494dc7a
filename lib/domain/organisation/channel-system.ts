import type { Instant } from "../time/instant.ts";

/**
 * A system that may post complaints (呼叫中心, 网站 …). It is the source system of complaint ids and outlives its
 * keys: after a rotation a complaint told again is still the same one.
 */
export interface ChannelSystem {
  readonly system: string;
  readonly name: string;
  readonly channels: readonly string[];
  /** Absent: every project. */
  readonly projectIds?: readonly string[];
  /** Network addresses it calls from, single ones and ranges (`203.0.113.0/24`); absent: from anywhere. */
  readonly addresses?: readonly string[];
  /** Its requests are signed besides: a key alone opens nothing. */
  readonly signed?: true;
  /** Most requests of one key in a minute; absent: as many as the gateway takes. */
  readonly perMinute?: number;
  /** Newest first; the last few that ended stay for the record. */
  readonly keys: readonly ChannelKey[];
  /** Rises by one with every change: the optimistic lock. */
  readonly version: number;
}

/** A key is known by its digest only. */
export interface ChannelKey {
  /** Names the key in lists; says nothing about it. */
  readonly id: string;
  readonly hash: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** The first instant at which it is refused. */
  readonly validUntil?: Instant;
  /** Who rotated or revoked it. */
  readonly endedBy?: string;
}

/** Entrances of our own are source systems too; no channel system may have their names. */
export const ownSystems: readonly string[] = ["desk", "mail", "mailbox", "public", "wechat"];

/** `default`: ended keys that stay listed. */
const ENDED_KEPT = 10;

/** `default`: so far the time of a signature may be from ours, in seconds. */
export const SIGNATURE_SECONDS = 300;

/** What a system signs of a request: when, what it does where, and every byte of the body. */
export function signedText(
  timestamp: string,
  request: { readonly method: string; readonly path: string; readonly body: string },
): string {
  return `${timestamp}.${request.method} ${request.path}.${request.body}`;
}

/** True if the seconds since 1970 in a request's header are within five minutes of now, before or after. */
export function isTimely(timestamp: string, now: Instant): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Date.parse(now) / 1000 - Number(timestamp)) <= SIGNATURE_SECONDS;
}

/** Who changes a system's keys, and when. */
export interface KeyChange {
  readonly at: Instant;
  readonly by: string;
}

export function isValidKey({ validUntil }: ChannelKey, now: Instant): boolean {
  return validUntil === undefined || now < validUntil;
}

/** True if a key of this digest opens the system's doors at this moment. */
export function admits({ keys }: Pick<ChannelSystem, "keys">, hash: string, now: Instant): boolean {
  return keys.some((key) => key.hash === hash && isValidKey(key, now));
}

/** One more key; those in force stay valid. A key that is there already stays as it is. */
export function withKey(system: ChannelSystem, hash: string, { at, by }: KeyChange): ChannelSystem {
  if (system.keys.some((key) => key.hash === hash)) return system;
  const made: ChannelKey = { id: hash.slice(0, 10), hash, createdAt: at, createdBy: by };
  return changed(system, [made, ...system.keys], at);
}

/** Every key in force ends at `until` at the latest; one that ends sooner keeps its end. */
export function endingKeys(
  system: ChannelSystem,
  until: Instant,
  change: KeyChange,
  ends: (key: ChannelKey) => boolean = () => true,
): ChannelSystem {
  const keys = system.keys.map((key) =>
    ends(key) && isValidKey(key, until) ? { ...key, validUntil: until, endedBy: change.by } : key,
  );
  return changed(system, keys, change.at);
}

function changed(system: ChannelSystem, keys: readonly ChannelKey[], now: Instant): ChannelSystem {
  let ended = 0;
  const kept = keys.filter((key) => {
    if (!isValidKey(key, now)) ended += 1;
    return isValidKey(key, now) || ended <= ENDED_KEPT;
  });
  return { ...system, keys: kept };
}
