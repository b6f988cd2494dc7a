import type { Known, Say } from "./known.ts";
import type { Json } from "./naive.ts";

/** What was given to a whole group every member had, or it says which had it before and which may not have it. */
export function checkCarried({ identity, events }: Json, known: ReadonlyMap<string, Known>, say: Say): void {
  const members = new Set<string>();
  let given: { readonly commandId: string; readonly whom: readonly string[] } | undefined;
  for (const { fact, commandId } of events) {
    if (fact.type === "membersAdded" && fact.joined)
      for (const { complaintId } of fact.members) members.add(complaintId);
    for (const id of fact.type === "membersSettled" ? fact.joined : []) members.add(id);
    for (const id of fact.type === "membersSettled" ? fact.dropped : []) members.delete(id);
    if (fact.type === "memberLeft") members.delete(fact.complaintId);
    if (fact.type === "commandGiven") given = { commandId, whom: fact.only ?? [...members] };
    if (fact.type !== "commandCarriedOut" || given === undefined) continue;
    const excused = new Set([...fact.already, ...fact.refused.map((one: Json) => one.complaintId)]);
    for (const id of given.whom) {
      const { commandId: wanted } = given;
      const had = [...(known.get(id)?.commands.keys() ?? [])];
      // Whoever left meanwhile is another matter.
      if (members.has(id) && !excused.has(id) && !had.some((one) => one.endsWith(`${identity.id}:${wanted}`)))
        say("every-member-had-it", `${identity.id} ${wanted}: ${id}`);
    }
    given = undefined;
  }
}
