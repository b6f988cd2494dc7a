import type { Actor } from "../../document/event.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";

/** True if both acts are of one person: sign-offs and approvals want two. */
export function isSamePerson(one: Actor, other: Actor): boolean {
  return one.kind === "person" && other.kind === "person" && one.id === other.id;
}

/**
 * D4: whoever handled it or is complained of asks for no grade and writes none down. Where no handler was named, whoever
 * reported the result is the one.
 */
export function isInvolved(
  { handlerId, resolvedBy, registration }: Complaint,
  { by, standsInFor = [] }: Pick<Context, "by" | "standsInFor">,
): boolean {
  if (by.kind !== "person") return false;
  const solver = resolvedBy?.kind === "person" ? resolvedBy.id : undefined;
  // Whoever stands in for the handler handles it.
  if (handlerId !== undefined && standsInFor.includes(handlerId)) return true;
  return [handlerId ?? solver, registration.againstPersonId].includes(by.id);
}
