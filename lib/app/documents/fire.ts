import type { Reacting } from "../../domain/document/timer.ts";
import type { Recipient } from "../../domain/escalation/recipients.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";
import type { Written } from "./change.ts";
import { stillEarly } from "./early.ts";
import type { DocumentKind, ProtocolPorts } from "./kind.ts";

/**
 * A timer has come. The document decides what is due; the message only says where to look, so an early, late, repeated
 * or superseded timer does no harm.
 */
export async function fire<D extends Reacting, P extends ProtocolPorts>(
  ports: P,
  kind: DocumentKind<D, P>,
  message: AlarmMessage,
): Promise<void> {
  const document = await kind.load(ports, message.id);
  if (document === undefined) throw new Error(`alarm for unknown ${kind.kind} ${message.id}`);
  await kind.fire(ports, document, () => stillEarly(ports, document.alarm, message));
}

interface Announcing {
  readonly announcements: readonly { readonly recipients: readonly Recipient[] }[];
}

/** Counts what this write announced, and what of it reached nobody. */
export function countAnnounced(
  { telemetry }: Pick<Ports, "telemetry">,
  { document, before }: Written<Announcing>,
): void {
  for (const { recipients } of document.announcements.slice(before.announcements.length)) {
    telemetry.count("RungsDecided");
    if (recipients.length === 0) telemetry.count("RungsWithoutRecipient");
  }
}
