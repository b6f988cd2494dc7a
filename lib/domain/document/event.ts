import type { Instant } from "../time/instant.ts";
import type { Personal } from "./personal.ts";

/** Who did it: a person of ours, the complainant, a channel system, or a timer. */
export type Actor =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "customer" }
  | { readonly kind: "channel"; readonly id: string }
  | { readonly kind: "timer" };

/**
 * By the clock of a person's device, which may be wrong by days: when the command was given there, perhaps without signal, and
 * when it was sent. Nothing is decided by it.
 */
export interface DeviceTime {
  readonly at: Instant;
  readonly sentAt: Instant;
}

/** An event as `decide` drafts it: the fact with the values that go beside it. */
export interface DraftOf<F> {
  readonly fact: F;
  readonly occurredAt: Instant;
  readonly personal?: Readonly<Record<string, Personal>>;
}

/** An event as it is stored: numbered, attributed, chained. */
export interface EventOf<F> {
  readonly seq: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly by: Actor;
  readonly commandId: string;
  /** Short digest of the command's content: the same key with another content is refused. */
  readonly request: string;
  readonly device?: DeviceTime;
  readonly fact: F;
  /** Digest of each personal value (field → H(salt‖value)). */
  readonly digests?: Readonly<Record<string, string>>;
  /** Chain hash over the previous hash and this event. */
  readonly hash: string;
}
