import type { DocumentRef } from "../../domain/document/ref.ts";
import type { Subscription } from "../../domain/subscriptions/subscription.ts";
import type { HeldMessage } from "./held.ts";
import type { JobMessage } from "./jobs.ts";

/** A message and how many whole seconds it waits. */
export interface Delayed<T> {
  readonly message: T;
  readonly delaySeconds: number;
}

/** A queue that carries JSON messages to one of our functions. */
export interface Outgoing<T> {
  send(message: T, options?: { readonly delaySeconds?: number }): Promise<void>;
  /** Sends messages without delay in as few calls as may be. Throws if one was not taken; others may be on their way. */
  sendAll(messages: readonly T[]): Promise<void>;
  /** The same for messages that wait, each for its own time. */
  sendDelayed(messages: readonly Delayed<T>[]): Promise<void>;
}

/** A document that changed; `again`: complaints that arrived at once did not see each other and look once more. */
export type ReactMessage = (DocumentRef & { readonly again?: true | undefined }) | JobMessage | HeldMessage;

/** The timer of a document. */
export interface AlarmMessage extends DocumentRef {
  /** The epoch the timer was set for; absent when the sweep asks. */
  readonly epoch?: number | undefined;
}

export type ReportMessage =
  | { readonly kind: "project"; readonly runId: string; readonly projectId: string }
  /** deadline: build with what there is once the run has waited long enough. */
  | { readonly kind: "company" | "deadline"; readonly runId: string }
  /** The files of one part of the tree, to whoever subscribed to them. */
  | { readonly kind: "delivery"; readonly runId: string; readonly subscription: Subscription };
