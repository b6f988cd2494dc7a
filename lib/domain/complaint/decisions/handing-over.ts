import { toInstant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import { type Complaint, isOpen } from "../document.ts";
import { draft, startedNow, stopped } from "./drafts.ts";

/** What somebody holds of a complaint: its handling while it is open, corrective actions (整改项) not yet verified. */
export function holdingsOf(
  complaint: Complaint,
  personId: string,
): { readonly handles: boolean; readonly actions: number } {
  const owned = (complaint.actions ?? []).filter((a) => a.ownerId === personId && a.verifiedAt === undefined);
  return { handles: isOpen(complaint) && complaint.handlerId === personId, actions: owned.length };
}

/**
 * 工作移交: what the leaver holds goes to the successor in one decision, also where nobody could transfer it (resolved,
 * closed with corrective actions open). The successor has to accept anew, as after a transfer; the department's limit
 * (限期) goes on, for the department is the same. Nothing held: no event.
 */
export function handOver(
  complaint: Complaint,
  { from, to, reason }: Extract<Command, { type: "hand-over" }>,
  context: Context,
): Decision {
  const { handles, actions } = holdingsOf(complaint, from);
  if (!handles && actions === 0) return { drafts: [] };
  const now = toInstant(context.now);
  const event = draft({ type: "handedOver", fromPersonId: from, toPersonId: to }, now, { reason });
  if (!handles || complaint.status !== "handling" || complaint.departmentId === undefined)
    return { drafts: [event] };
  const { departmentId } = complaint;
  const key = String((complaint.assignments ?? 0) + 1);
  return {
    drafts: [
      draft({ type: "transferred", departmentId, handlerId: to }, now, { reason }),
      ...(actions > 0 ? [event] : []),
      ...stopped(complaint, ["accept"], now, context),
      startedNow("accept", complaint, now, context, { key }),
    ],
  };
}
