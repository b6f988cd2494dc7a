import type { StoredEvent } from "../complaint/events.ts";
import { omit } from "../present.ts";
import type { GroupFact } from "./events.ts";
import type { Sighting } from "./sighting.ts";

/** In the place of a household that is not to be known any more: it still counts as one. */
const ERASED = "erased:";

/** Members of which some are no longer known by household or building; the same list where nothing is known of them. */
export function membersWithout<M extends Sighting>(
  members: readonly M[],
  complaintIds: readonly string[],
): readonly M[] {
  const after = members.map((member) =>
    complaintIds.includes(member.complaintId) ? withoutHousehold(member) : member,
  );
  return after.every((member, index) => member === members[index]) ? members : after;
}

function withoutHousehold<M extends Sighting>(member: M): M;
function withoutHousehold(member: Sighting): Sighting {
  const { party, building, complaintId } = member;
  if (building === undefined && (party === undefined || party.startsWith(ERASED))) return member;
  const rest = omit(member, "party", "building");
  return party === undefined ? rest : { ...rest, party: `${ERASED}${complaintId}` };
}

/** An event of a group without where these members live; the same object where it says nothing of it. */
export function redactedGroupEvent(
  event: StoredEvent<GroupFact>,
  complaintIds: readonly string[],
): StoredEvent<GroupFact> {
  const { fact } = event;
  if (fact.type !== "proposed" && fact.type !== "membersAdded") return event;
  const members = membersWithout(fact.members, complaintIds);
  return members === fact.members ? event : { ...event, fact: { ...fact, members } };
}
