import type { Recipient } from "../../escalation/recipients.ts";
import type { Context } from "../decision.ts";
import type { Complaint, CorrectiveAction } from "../document.ts";
import type { PlannedAction } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";

/** A corrective action (整改项) that still waits for its verification; else why not. */
export function openAction({ actions }: Complaint, actionId: string): CorrectiveAction | Refusal {
  const action = actions?.find(({ id }) => id === actionId);
  if (action === undefined) return refuse("unknown-action");
  return action.verifiedAt === undefined ? action : refuse("verified-before");
}

/** The complaint with one of its corrective actions changed. */
export function withAction(
  complaint: Complaint,
  id: string,
  change: (action: CorrectiveAction) => CorrectiveAction,
): Complaint {
  const actions = (complaint.actions ?? []).map((action) => (action.id === id ? change(action) : action));
  return { ...complaint, actions };
}

/** The complaint with more corrective actions. */
export function withMoreActions(complaint: Complaint, more: readonly PlannedAction[]): Complaint {
  return { ...complaint, actions: [...(complaint.actions ?? []), ...more] };
}

/** D15: whoever is to put it right hears of it at once, or who stands in; never the person who did it. */
export function ownersTold(
  complaint: Complaint,
  ownerIds: readonly string[],
  { by, recipients }: Pick<Context, "by" | "recipients">,
): { readonly recipients?: readonly Recipient[] } {
  const found = new Map<string, Recipient>();
  for (const ownerId of ownerIds) {
    const named: Recipient = { personId: ownerId, post: "handler" };
    for (const one of recipients?.(["handler"], asOwner(complaint, ownerId)) ?? [named])
      if (by.kind !== "person" || by.id !== one.personId) found.set(one.personId, one);
  }
  return found.size === 0 ? {} : { recipients: [...found.values()] };
}

/** For whom a corrective action's clock asks: its owner is the handler of it, not the complaint's. */
export function asOwner(complaint: Complaint, ownerId: string): Complaint {
  return { ...complaint, handlerId: ownerId };
}
