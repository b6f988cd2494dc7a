import type { Recipients } from "../../domain/complaint/decision.ts";
import { type Complaint, hasContact, isOpen } from "../../domain/complaint/document.ts";
import type { Means } from "../../domain/groups/commands/definition.ts";
import { definitionOf } from "../../domain/groups/commands/members.ts";
import type { MemberAction, RefusedMember } from "../../domain/groups/events.ts";
import type { Group, RunningCommand } from "../../domain/groups/group.ts";
import { GROUP_COMMAND } from "../../domain/groups/reactions.ts";
import { inBatches } from "../../domain/in-batches.ts";
import type { Adapter } from "../../domain/policy/notice-policy.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { carriedOut, change } from "../complaints/change.ts";
import { salted } from "../documents/ids.ts";
import { noticePolicyFor } from "../notices/ways.ts";
import { actingIn, recipientsAt } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { allMembers, changeGroup, type GroupPorts } from "./change.ts";
import { type Giver, giverFor } from "./giver.ts";

export type CarryPorts = GroupPorts & Pick<Ports, "adapters">;

/** So many members are written at once. */
const AT_ONCE = 8;

type Outcome = "done" | "already" | RefusedMember;

/** What a command needs on its way. */
interface Journey {
  /** With the command's texts, which may be long and lie beside the group. */
  readonly group: Group;
  readonly running: RunningCommand;
  readonly ways: readonly Adapter[];
  readonly giver: Giver | undefined;
  readonly recipients: Recipients | undefined;
}

/**
 * Carries the group's running command to every member, each by its own conditional write, and records what came of
 * it. May be begun again after a crash at any point: a member that has the command keeps it.
 */
export async function carryThrough(ports: CarryPorts, group: Group): Promise<Group> {
  const { running } = group;
  if (running === undefined) return group;
  const journey = await preparedFor(ports, group, running);
  const results = await inBatches([...new Set(running.complaintIds)], AT_ONCE, async (id) => {
    return [id, await carryTo(ports, journey, id)] as const;
  });
  const members = await ports.complaints.loadMany(allMembers(group), "now");
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
      ...defined({ fits: journey.giver?.fits(members) }),
    },
    by: running.by,
    ...defined({ posts: journey.giver?.posts }),
    commandId: `${running.commandId}:done`,
    request: "",
    read: allMembers,
  });
  if (isProblem(result)) {
    throw new Error(`${running.commandId} of group ${group.identity.id}: ${result.problem}`);
  }
  return result.group;
}

async function preparedFor(ports: CarryPorts, group: Group, running: RunningCommand): Promise<Journey> {
  const { projectId } = group.identity;
  const { by, action, complaintIds } = running;
  const [whole, project, person, policy, members] = await Promise.all([
    ports.groups.withTexts(group),
    ports.organisation.project(projectId),
    by.kind === "person" ? ports.organisation.person(by.id) : undefined,
    noticePolicyFor(ports, group.identity),
    ports.complaints.loadMany(complaintIds, "now"),
  ]);
  const tellsEach = definitionOf(action).tellsEach === true;
  return {
    group: whole,
    running,
    ways: policy.customer.filter((way) => ports.adapters.includes(way)),
    giver:
      person === undefined || project === undefined
        ? undefined
        : await giverFor(ports, await actingIn(ports, person, project), project, members),
    recipients: tellsEach ? await recipientsAt(ports, projectId, toInstant(ports.clock.now())) : undefined,
  };
}

async function carryTo(ports: CarryPorts, journey: Journey, complaintId: string): Promise<Outcome> {
  const { group, running, giver, recipients } = journey;
  const complaint = await ports.complaints.load(complaintId);
  if (complaint === undefined) return { complaintId, code: "unknown-complaint" };
  const commandId = `${GROUP_COMMAND}${group.identity.id}:${running.commandId}`;
  const { action } = running;
  if (!carriedOut(complaint, commandId) && isThere(action, complaint)) return "already";
  const command = definitionOf(action).forMember(action, complaint, meansFor(ports, journey, complaintId));
  if ("refused" in command) return { complaintId, code: command.refused };
  const result = await change(ports, complaint, {
    command,
    by: running.by,
    // D4: what somebody may do with a member of a group is what he may do with it alone.
    posts: giver?.as(complaint).posts ?? [],
    check: (current) => notTheirs(giver, action, current),
    ...defined({ recipients, standsInFor: giver?.as(complaint).person.standsInFor }),
    commandId,
    request: "",
  });
  if (!isProblem(result)) return "done";
  const { problem: code, missing } = result;
  return { complaintId, code, ...defined({ missing }) };
}

function notTheirs(giver: Giver | undefined, { type }: MemberAction, member: Complaint): Problem | undefined {
  const refused = giver === undefined ? "forbidden" : giver.mayNot(type, member);
  return refused === undefined ? undefined : problem(refused);
}

/** Somebody brought this member there before, by itself. */
function isThere({ type }: MemberAction, complaint: Complaint): boolean {
  if (!isOpen(complaint)) return true;
  return type === "resolve" && complaint.status === "resolved";
}

function isCallable(complaint: Complaint): boolean {
  return isOpen(complaint) && hasContact(complaint);
}

/** The group's texts, each under a salt of this member's own. */
function meansFor(
  ports: Pick<Ports, "crypto">,
  { group, running, ways }: Journey,
  complaintId: string,
): Means {
  const value = (field: string) => group.personal[`${running.seq}.${field}`]?.value;
  return {
    text: (field = "text") => salted(ports.crypto, value(field) ?? ""),
    textIfAny: (field) => {
      const found = value(field);
      return found === undefined ? undefined : salted(ports.crypto, found);
    },
    ways,
    spared: group.sample !== undefined && !group.sample.includes(complaintId),
  };
}
