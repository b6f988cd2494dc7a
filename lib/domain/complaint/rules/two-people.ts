import type { Actor } from "../../document/event.ts";

/** True if both acts are of one person: sign-offs and approvals want two. */
export function isSamePerson(one: Actor, other: Actor): boolean {
  return one.kind === "person" && other.kind === "person" && one.id === other.id;
}
