import type { Instant } from "../time/instant.ts";

/** What a digest vouches for: histories, the reports of emergency events, what was written for a month, issued files. */
export const vouchedKinds = ["complaint", "group", "emergency", "submission", "file"] as const;
export type VouchedKind = (typeof vouchedKinds)[number];

/** How far a history went and what stood at its end: no value of a person, so that it outlives every erasure. */
export interface Head {
  readonly kind: VouchedKind;
  /** The document's id; of a file its address. */
  readonly id: string;
  /** What people call it by: a complaint's number, a group's code, a file's name. */
  readonly label: string;
  /** The last event, report or edition of it. */
  readonly seq: number;
  /** The chain's hash at that event; of reports, submissions and files their SHA-256. */
  readonly hash: string;
}

/**
 * 摘要: what has changed since the digest before, written once and locked. Each holds the checksum of the one before, so
 * that none can be taken out or written anew without all that follow.
 */
export interface HeadDigest {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly at: Instant;
  /** SHA-256 of the digest before, as it was written; absent in the first. */
  readonly previous?: string;
  /** By project: every change until then is in this digest or in one before. */
  readonly until: Readonly<Record<string, Instant>>;
  /** The same of issued files. */
  readonly filesUntil?: Instant;
  readonly heads: readonly Head[];
}

/** Where the table remembers how many digests there are: the last ones cannot be taken away unnoticed. */
export const DIGEST_COUNTER = "digest";

/** The key under which a head of the same document replaces an earlier one. */
export function headKey({ kind, id }: Pick<Head, "kind" | "id">): string {
  return `${kind} ${id}`;
}
