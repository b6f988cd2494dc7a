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
