import { groupingCode } from "../../domain/groups/candidate.ts";
import { type Group, standsFirm } from "../../domain/groups/group.ts";
import { GROUP_COMMAND } from "../../domain/groups/reactions.ts";
import { inBatches } from "../../domain/in-batches.ts";
import { defined } from "../../domain/present.ts";
import { change } from "../complaints/change.ts";
import { isProblem } from "../problems/problem.ts";
import type { GroupPorts } from "./change.ts";

/** So many members are written at once. */
const AT_ONCE = 8;
const timer = { kind: "timer" } as const;

/**
 * Tells the documents of those who join and leave, and all when it became a B or has got its plan (D11); who cannot join any
 * more is dropped.
 */
export async function tellMembers(
  ports: GroupPorts,
  group: Group,
): Promise<{ readonly joined: readonly string[]; readonly dropped: readonly string[] }> {
  const members = new Set(group.members.map(({ complaintId }) => complaintId));
  const leaving = group.leaving.filter(
    (complaintId) => !members.has(complaintId) || group.status === "dissolved",
  );
  await inBatches(leaving, AT_ONCE, (complaintId) => leave(ports, group, complaintId));
  if (!standsFirm(group)) return { joined: [], dropped: [] };
  const risen = group.events.some(
    ({ seq, fact }) =>
      group.outbox.includes(seq) && (fact.type === "evidenced" || fact.type === "planShared"),
  );
  const waiting = group.members
    .filter(({ joined }) => risen || !joined)
    .map(({ complaintId }) => complaintId);
  const told = await inBatches(waiting, AT_ONCE, async (complaintId) => ({
    complaintId,
    joined: await join(ports, group, complaintId),
  }));
  const ids = (joined: boolean) => told.filter((one) => one.joined === joined).map((one) => one.complaintId);
  return { joined: ids(true), dropped: ids(false) };
}

async function join(ports: GroupPorts, group: Group, complaintId: string): Promise<boolean> {
  const complaint = await ports.complaints.load(complaintId);
  const { planned } = group;
  if (complaint === undefined || groupingCode(complaint) !== group.identity.code) return false;
  const result = await change(ports, complaint, {
    command: { type: "join-group", groupId: group.identity.id, level: group.level, ...defined({ planned }) },
    by: timer,
    commandId: commandId(group, "join"),
    request: "",
  });
  if (isProblem(result) && result.problem === "busy") throw new Error(`${complaintId} is busy`);
  return !isProblem(result);
}

async function leave(ports: GroupPorts, group: Group, complaintId: string): Promise<void> {
  const complaint = await ports.complaints.load(complaintId);
  if (complaint === undefined) return;
  const result = await change(ports, complaint, {
    command: { type: "leave-group", groupId: group.identity.id },
    by: timer,
    commandId: commandId(group, "leave"),
    request: "",
  });
  if (isProblem(result)) throw new Error(`${complaintId} could not leave its group: ${result.problem}`);
}

/** Another id for each state of the group: a complaint may join, leave and join again. */
function commandId({ identity, revision }: Group, what: "join" | "leave"): string {
  return `${GROUP_COMMAND}${identity.id}:${what}:${revision}`;
}
