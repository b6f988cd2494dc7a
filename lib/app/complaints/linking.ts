import type { CommandMap } from "../../domain/complaint/commands/index.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
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
