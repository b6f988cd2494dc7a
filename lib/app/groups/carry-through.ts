import type { Command } from "../../domain/complaint/commands/index.ts";
import { type Complaint, hasContact, isOpen } from "../../domain/complaint/document.ts";
import type { MemberAction, RefusedMember } from "../../domain/groups/events.ts";
import type { Group, RunningCommand } from "../../domain/groups/group.ts";
import { GROUP_COMMAND } from "../../domain/groups/reactions.ts";
import { defined } from "../../domain/present.ts";
import { carriedOut, change } from "../complaints/change.ts";
import { salted } from "../documents/ids.ts";
import { isProblem } from "../problems/problem.ts";
import { allMembers, changeGroup, type GroupPorts } from "./change.ts";

/** So many members are written at once. */
const AT_ONCE = 8;

type Outcome = "done" | "already" | RefusedMember;

/**
 * Carries the group's running command to every member, each by its own conditional write, and records what came of
 * it. May be begun again after a crash at any point: a member that has the command keeps it.
 */
export async function carryThrough(ports: GroupPorts, group: Group): Promise<Group> {
  const { running } = group;
  if (running === undefined) return group;
  // The command's text may be long and lie beside the group.
  const whole = await ports.groups.withTexts(group);
  const outcomes = new Map<string, Outcome>();
  for (let from = 0; from < running.complaintIds.length; from += AT_ONCE) {
    const ids = running.complaintIds.slice(from, from + AT_ONCE);
    const found = await Promise.all(ids.map((id) => carryTo(ports, whole, running, id)));
    for (const [index, id] of ids.entries()) outcomes.set(id, found[index] ?? "done");
  }
  const results = [...outcomes];
  const members = await ports.complaints.loadMany(allMembers(group));
  const result = await changeGroup(ports, group, {
    command: {
      type: "carry-out",
      commandId: running.commandId,
      already: results.flatMap(([id, outcome]) => (outcome === "already" ? [id] : [])),
      refused: results.flatMap(([, outcome]) => (typeof outcome === "string" ? [] : [outcome])),
      callable: members
        .filter(isCallable)
        .map(({ registration }) => registration.id)
        .toSorted(),
    },
    by: running.by,
    commandId: `${running.commandId}:done`,
    request: "",
    read: allMembers,
  });
  if (isProblem(result)) {
    throw new Error(`${running.commandId} of group ${group.identity.id}: ${result.problem}`);
  }
  return result.group;
}

async function carryTo(
  ports: GroupPorts,
  group: Group,
  running: RunningCommand,
  complaintId: string,
): Promise<Outcome> {
  const complaint = await ports.complaints.load(complaintId);
  if (complaint === undefined) return { complaintId, code: "unknown-complaint" };
  const commandId = `${GROUP_COMMAND}${group.identity.id}:${running.commandId}`;
  if (!carriedOut(complaint, commandId) && isThere(running.action, complaint)) return "already";
  const result = await change(ports, complaint, {
    command: commandFor(ports, group, running, complaintId),
    // D4: whom a group closes is decided by whoever may decide it for one.
    ...(running.action.type === "close" ? { posts: running.action.posts ?? [] } : {}),
    by: running.by,
    commandId,
    request: "",
  });
  if (!isProblem(result)) return "done";
  const { problem: code, missing } = result;
  return { complaintId, code, ...defined({ missing }) };
}

/** Somebody brought this member there before, by itself. */
function isThere({ type }: MemberAction, complaint: Complaint): boolean {
  if (!isOpen(complaint)) return true;
  return type === "resolve" && complaint.status === "resolved";
}

function isCallable(complaint: Complaint): boolean {
  return isOpen(complaint) && hasContact(complaint);
}

/** The member's own command, with the group's text under a salt of its own. */
function commandFor(
  ports: GroupPorts,
  group: Group,
  { action, seq }: RunningCommand,
  complaintId: string,
): Command {
  const value = group.personal[`${seq}.text`]?.value;
  const text = () => salted(ports.crypto, value ?? "");
  const reason = value === undefined ? {} : { reason: text() };
  switch (action.type) {
    case "reply":
    case "resolve":
      return { ...action, text: text() };
    case "assign":
      return action;
    case "follow-up":
      return { ...action, ...reason };
    case "judge":
      return { ...action, reason: text() };
    case "form-team":
    case "investigate":
    case "report-up":
    case "foresee":
    case "instruct":
    case "consult":
      return { ...action, text: text() };
    case "close":
      return {
        type: "close",
        grouped: true,
        ...reason,
        ...(isSpared(group, complaintId) ? { spared: true as const } : {}),
      };
  }
}

/** Outside the sample nobody is called after the solution. */
function isSpared({ sample }: Group, complaintId: string): boolean {
  return sample !== undefined && !sample.includes(complaintId);
}
