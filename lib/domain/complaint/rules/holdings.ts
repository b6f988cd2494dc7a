import { type Complaint, isOpen } from "../document.ts";

/** What somebody holds of a complaint: its handling while it is open, corrective actions (整改项) not yet verified. */
export function holdingsOf(
  complaint: Complaint,
  personId: string,
): { readonly handles: boolean; readonly actions: number } {
  const owned = (complaint.actions ?? []).filter((a) => a.ownerId === personId && a.verifiedAt === undefined);
  return { handles: isOpen(complaint) && complaint.handlerId === personId, actions: owned.length };
}
