import { dueAt } from "../../domain/clocks/clock.ts";
import type { CommandMap } from "../../domain/complaint/commands/index.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Registration } from "../../domain/complaint/events.ts";
import { answerClock } from "../../domain/complaint/rules/ticket-clocks.ts";
import { isGivenUp, ticketOf } from "../../domain/complaint/tickets.ts";
import { isOpenGroup } from "../../domain/groups/group.ts";
import { defined } from "../../domain/present.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

type LinkPorts = Pick<Ports, "complaints" | "groups">;

/**
 * The earlier complaint of a repeated one, by id or number; other projects do not learn what exists here. What came later,
 * or itself repeats this one, is none: a row of repeats has a beginning.
 */
export async function completedRepeat(
  ports: LinkPorts,
  complaint: Complaint,
  idOrNumber: string,
): Promise<CommandMap["link-repeat"] | Problem> {
  const path = "complaintId";
  const { registration } = complaint;
  const earlier = await byIdOrNumber(ports, idOrNumber);
  if (earlier?.registration.projectId !== registration.projectId)
    return problem("unknown-earlier-complaint", { path });
  const { id, number, receivedAt } = earlier.registration;
  if (receivedAt > registration.receivedAt || (await repeats(ports, earlier, registration.id)))
    return problem("repeats-a-later-one", { path });
  return { type: "link-repeat", complaintId: id, number, nth: (earlier.repeat?.nth ?? 1) + 1 };
}

/** True if a complaint repeats another, over however many in between. */
async function repeats({ complaints }: LinkPorts, complaint: Complaint, id: string): Promise<boolean> {
  const seen = new Set<string>();
  let next = complaint.repeat?.complaintId;
  while (next !== undefined && !seen.has(next)) {
    if (next === id) return true;
    seen.add(next);
    next = (await complaints.load(next))?.repeat?.complaintId;
  }
  return false;
}

async function byIdOrNumber({ complaints }: LinkPorts, idOrNumber: string): Promise<Complaint | undefined> {
  const found = await complaints.load(idOrNumber);
  if (found !== undefined) return found;
  const id = await complaints.idByNumber(idOrNumber);
  return id === undefined ? undefined : complaints.load(id);
}

/**
 * The complaint whose ticket another one goes on with (并单). Two households are two matters to answer: those make a group,
 * and neither loses what it is owed.
 */
export async function completedMerge(
  ports: LinkPorts,
  complaint: Complaint,
  idOrNumber: string,
): Promise<CommandMap["merge-ticket"] | Problem> {
  const { registration } = complaint;
  const path = "complaintId";
  const main = await byIdOrNumber(ports, idOrNumber);
  if (main?.registration.projectId !== registration.projectId || !owesTicketAnswer(main))
    return problem("no-ticket-to-merge-with", { path });
  if (isAnother(registration, main.registration)) return problem("other-household", { path });
  if (isDueBefore(complaint, main)) return problem("ticket-due-earlier", { path });
  const { id, number } = main.registration;
  return { type: "merge-ticket", complaintId: id, number };
}

/** A ticket that is still ours, answered or not: what has left us can carry nothing on. */
function owesTicketAnswer(main: Complaint): boolean {
  const ticket = ticketOf(main);
  return ticket !== undefined && !isGivenUp(ticket) && main.endedAt === undefined;
}

/** True if one has to be answered before the other: merged into it, its platform would be answered too late. */
function isDueBefore(one: Complaint, other: Complaint): boolean {
  const [first, second] = [answerClock(one), answerClock(other)];
  if (first === undefined || second === undefined || second.stoppedAt !== undefined) return false;
  return dueAt(first) < dueAt(second);
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
  const { identity, level, planned } = group;
  return { type: "join-group", groupId: identity.id, level, ...defined({ planned }) };
}

/** Which group it leaves. */
export function completedLeave({ group }: Complaint): CommandMap["leave-group"] | Problem {
  return group === undefined ? problem("not-in-a-group") : { type: "leave-group", groupId: group.id };
}
