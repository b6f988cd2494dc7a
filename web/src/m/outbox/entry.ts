import type { ReplyVia } from "../../../../lib/domain/complaint/events.ts";

/** What a handler does on the phone; each is a command of the API. */
export type ActionName = "accept" | "progress" | "note" | "resolve";

/** The command's own fields. */
export interface ActionValues {
  readonly text?: string;
  /** The node of the plan that is done (D2). */
  readonly nodeId?: string;
  /** How the customer was told the result (D6). */
  readonly via?: ReplyVia;
}

/** A file's place at the server, once it has been announced there. Instants by the server's clock, ISO. */
export interface Upload {
  readonly id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly putBefore: string;
  readonly useBefore: string;
  /** Its bytes have arrived. */
  readonly put: boolean;
}

/** A photo, a voice note or a signature that goes with an action; its bytes lie apart, under the same key. */
export interface FileRef {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly upload?: Upload;
}

/** What of the request must be the same each time it is sent: fixed before it is sent first. */
export interface Fixed {
  readonly attachments: readonly string[];
  readonly occurredAt?: string;
}

/** Something that happened to the complaint meanwhile, as its history tells it. */
export interface News {
  readonly at: string;
  readonly zh: string;
  readonly en: string;
  readonly by?: string;
  readonly text?: string;
}

/** Why the server did not take it, and what it had not yet been known. */
export interface ServerRefusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly news: readonly News[];
}

/** 待发, 已发, 需您决定. */
export type State =
  | { readonly kind: "waiting" }
  | { readonly kind: "sent"; readonly at: string; readonly version: number }
  | { readonly kind: "decide"; readonly refusal: ServerRefusal };

/** What the person saw of the complaint when it was done. */
export interface Seen {
  readonly version: number;
  /** When the server told it, by its clock. */
  readonly at: string;
  readonly handlerId?: string;
}

/** One action in the outbox. It stays until it has been sent or the person has given it up. */
export interface Entry {
  /** `Idempotency-Key`: however often it is sent, it is carried out once. */
  readonly key: string;
  /** Actions of a complaint are sent in this order. */
  readonly order: number;
  readonly personId: string;
  readonly complaintId: string;
  readonly number: string;
  readonly command: ActionName;
  readonly values: ActionValues;
  readonly files: readonly FileRef[];
  /** When it was done, by the clock of this device (epoch milliseconds). */
  readonly doneAtMs: number;
  /** Milliseconds by which the server's clock was ahead of the device's when it was done, as far as it was known. */
  readonly skewMs: number;
  readonly seen: Seen;
  readonly state: State;
  readonly fixed?: Fixed;
}

export type NewEntry = Omit<Entry, "order" | "state" | "fixed">;

/** True for one that is neither sent nor given up. */
export function isPending({ state }: Entry): boolean {
  return state.kind !== "sent";
}
