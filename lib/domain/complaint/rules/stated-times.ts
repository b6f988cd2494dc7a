import type { Instant } from "../../time/instant.ts";
import type { Registration, RegistrationChanges } from "../events.ts";
import type { RefusalCode } from "../refusal.ts";

/** The instants that a client states about a complaint. */
type Stated = Pick<RegistrationChanges, "requestedReplyAt" | "external" | "occurredAt">;

interface Impossible {
  readonly refused: RefusalCode;
  /** The field that says so. */
  readonly path: string;
}

/**
 * The first stated instant that cannot be, undefined if all can. A limit at or before the receipt was over before it
 * began: its clock would be late at once (a ticket's) or left out without a word (D11 客户要求时间). Nothing has happened yet
 * that happens after now; clocks of reporting systems may be ahead as far as `until`.
 */
export function impossibleTime(
  { requestedReplyAt, external, occurredAt }: Stated,
  { receivedAt }: Pick<Registration, "receivedAt">,
  until: Instant,
): Impossible | undefined {
  const isOver = (limit: Instant | undefined) => limit !== undefined && limit <= receivedAt;
  if (isOver(requestedReplyAt)) return { refused: "reply-asked-before-receipt", path: "requestedReplyAt" };
  if (isOver(external?.dueAt)) return { refused: "ticket-due-before-receipt", path: "external.dueAt" };
  if (isOver(external?.signBy)) return { refused: "ticket-due-before-receipt", path: "external.signBy" };
  if (occurredAt !== undefined && occurredAt > until)
    return { refused: "occurred-out-of-range", path: "occurredAt" };
  return undefined;
}
