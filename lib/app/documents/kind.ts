import type { DocumentKindName } from "../../domain/document/ref.ts";
import type { Reacting } from "../../domain/document/timer.ts";
import type { NoticePlan } from "../../domain/notices/notice.ts";
import type { Ports } from "../ports/index.ts";
import type { Replace } from "./change.ts";

/** What the protocol itself asks for, whatever the kind of document. */
export type ProtocolPorts = Pick<
  Ports,
  "clock" | "crypto" | "notices" | "noticeQueue" | "alarmQueue" | "reactQueue" | "timers" | "telemetry"
>;

/** A message that an event or announcement asks for, handed over after `delaySeconds`. */
export interface Owed {
  readonly plan: NoticePlan;
  readonly delaySeconds: number;
  /** What goes to the same person in one message. */
  readonly bundle?: string;
}

/** A kind of document as the protocol sees it: where it lies, who is told, and what its timer decides. */
export interface DocumentKind<D extends Reacting, P extends ProtocolPorts = ProtocolPorts> {
  readonly kind: DocumentKindName;
  readonly load: (ports: P, id: string) => Promise<D | undefined>;
  /** The same for a document with pending reactions, where the store can tell without reading it. */
  readonly loadPending?: (ports: P, id: string) => Promise<D | undefined>;
  readonly replace: (ports: P) => Replace<D>;
  /** Who is told of these numbers of the outbox; the same numbers always give the same keys. */
  readonly messages: (ports: P, document: D, numbers: readonly number[]) => Promise<readonly Owed[]>;
  /**
   * What else follows from them outside of the document; may be done again. Returns the document with what came of it
   * and an outbox without what was handed over, or the same object.
   */
  readonly follow?: (ports: P, document: D, numbers: readonly number[]) => Promise<D>;
  /** The timer has come: decides what is due. `early` is true if nothing is, and sends the timer round once more. */
  readonly fire: (ports: P, document: D, early: () => Promise<boolean>) => Promise<void>;
}

/** A message without delay. */
export function atOnce(plan: NoticePlan): Owed {
  return { plan, delaySeconds: 0 };
}
