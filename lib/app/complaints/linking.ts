import type { CommandMap } from "../../domain/complaint/commands/index.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Registration } from "../../domain/complaint/events.ts";
import { isGivenUp, ticketOf } from "../../domain/complaint/tickets.ts";
import { isOpenGroup } from "../../domain/groups/group.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

type LinkPorts = Pick<Ports, "complaints" | "groups">;

/** The earlier complaint of a repeated one; other projects do not learn what exists here. */
export async function completedRepeat(
  { complaints }: LinkPorts,
  { registration }: Complaint,
  complaintId: string,
): Promise<CommandMap["link-repeat"] | Problem> {
  const earlier = await complaints.load(complaintId);
  if (earlier?.registration.projectId !== registration.projectId)
    return problem("unknown-earlier-complaint", { path: "complaintId" });
  const { id, number } = earlier.registration;
  return { type: "link-repeat", complaintId: id, number, nth: (earlier.repeat?.nth ?? 1) + 1 };
}

/**
 * The complaint whose ticket another one goes on with (并单). Two households are two matters to answer: those make a group,
 * and neither loses what it is owed.
 */
export async function completedMerge(
  { complaints }: LinkPorts,
  { registration }: Complaint,
  idOrNumber: string,
): Promise<CommandMap["merge-ticket"] | Problem> {
  const path = "complaintId";
  const byNumber = async () => {
    const id = await complaints.idByNumber(idOrNumber);
    return id === undefined ? undefined : complaints.load(id);
  };
  const main = (await complaints.load(idOrNumber)) ?? (await byNumber());
  if (main?.registration.projectId !== registration.projectId || !owesTicketAnswer(main))
    return problem("no-ticket-to-merge-with", { path });
  if (isAnother(registration, main.registration)) return problem("other-household", { path });
  const { id, number } = main.registration;
  return { type: "merge-ticket", complaintId: id, number };
}

/** A ticket that is still ours, answered or not: what has left us can carry nothing on. */
function owesTicketAnswer(main: Complaint): boolean {
  const ticket = ticketOf(main);
  return ticket !== undefined && !isGivenUp(ticket) && main.endedAt === undefined;
}

/** True if both say where they come from, and neither home nor contact is the same. */
function isAnother(one: Registration, other: Registration): boolean {
  const known = ({ householdKey, contactKey }: Registration) => householdKey ?? contactKey;
  const same = (key: "householdKey" | "contactKey") => one[key] !== undefined && one[key] === other[key];
  return (
    known(one) !== undefined && known(other) !== undefined && !same("householdKey") && !same("contactKey")
  );
}

/** The group to join, with its level; other projects do not learn what exists here. */
export async function completedJoin(
  { groups }: LinkPorts,
  { registration }: Complaint,
  groupId: string,
): Promise<CommandMap["join-group"] | Problem> {
  const group = await groups.load(groupId);
  if (group?.identity.projectId !== registration.projectId || !isOpenGroup(group))
    return problem("no-open-group", { path: "groupId" });
  return { type: "join-group", groupId: group.identity.id, level: group.level };
}

/** Which group it leaves. */
export function completedLeave({ group }: Complaint): CommandMap["leave-group"] | Problem {
  return group === undefined ? problem("not-in-a-group") : { type: "leave-group", groupId: group.id };
}
