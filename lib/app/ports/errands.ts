import type { Instant } from "../../domain/time/instant.ts";

/** Something that a request set going and that is done outside of it, because others' services are slow or down. */
export type Errand =
  /** A code goes out by text message; a file that a follower of the official account sent is fetched; a service is tried. */
  | { readonly errand: "find-code" | "follower-file" | "service-test"; readonly id: string }
  /** The recording of a complaint's call is copied; `attempt` counts from 1. */
  | { readonly errand: "recording"; readonly id: string; readonly attempt: number };

/** Something that is forgotten by itself soon after it has expired. */
export interface Fleeting {
  readonly id: string;
  readonly expiresAt: Instant;
  /** The storage lock. */
  readonly revision: number;
}

export interface FleetingStore<T extends Fleeting> {
  insert(one: T): Promise<void>;
  /** Strongly consistent; an expired one may still be found. */
  find(id: string): Promise<T | undefined>;
  /** Replaces it if it still has `expectedRevision`; false if somebody was faster. */
  replace(one: T, expectedRevision: number): Promise<boolean>;
}

/** Somebody who looks for a complaint by its number and the last digits of the phone that was left with it. */
export interface Lookup extends Fleeting {
  readonly number: string;
  /** Where both fit a complaint: the one a code is sent for. */
  readonly complaintId?: string;
  /** A code is good once. */
  readonly used?: true;
}

/** A file that a follower of the official account sent for a complaint, as WeChat keeps it for three days. */
export interface FollowerFile extends Fleeting {
  readonly complaintId: string;
  readonly kind: "picture" | "voice";
  readonly mediaId: string;
  /** Of the message: it is added once. */
  readonly messageId: string;
  /** What WeChat has heard in a voice. */
  readonly words?: string;
}

/** A follower who came by the account's menu; known by the openid alone. */
export interface Visitor extends Fleeting {
  readonly openId: string;
  readonly appId: string;
}
