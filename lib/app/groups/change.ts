import type { Complaint } from "../../domain/complaint/document.ts";
import type { Actor } from "../../domain/document/event.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import type { GroupCommand } from "../../domain/groups/commands/index.ts";
import { decideGroup } from "../../domain/groups/decide.ts";
import type { GroupContext } from "../../domain/groups/decision.ts";
import type { Group } from "../../domain/groups/group.ts";
import { isOnDuty } from "../../domain/organisation/holders.ts";
import { groupPolicyOf } from "../../domain/policy/group-policy.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { changed } from "../documents/change.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { wantedFor } from "../webhooks/wanted.ts";
import { sealGroup } from "./seal.ts";

export type GroupPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "groups" | "organisation" | "rules" | "webhooks"
>;

export interface GroupChange extends Pick<GroupContext, "posts" | "answers"> {
  /** What is to happen, or what follows from the members that were read. */
  readonly command: GroupCommand | ((members: readonly Complaint[]) => GroupCommand);
  readonly by: Actor;
  readonly commandId: string;
  readonly request: string;
  /** Runs on the documents that are about to be decided on, again after a lost race. */
  readonly check?: (group: Group, members: readonly Complaint[]) => Problem | undefined;
  /** The documents of these members are read for the decision: all of them, or those that just came. */
  readonly read?: (group: Group) => readonly string[];
  /** Decided, and not written. */
  readonly isTrial?: boolean;
}

/** Carries a command out on a group: decide, seal, one conditional write; again after a lost race. */
export async function changeGroup(
  ports: GroupPorts,
  loaded: Group,
  what: GroupChange,
): Promise<{ readonly group: Group; readonly written: boolean } | Problem> {
  const result = await changed(
    loaded,
    async (group) => {
      const members =
        what.read === undefined ? undefined : await ports.complaints.loadMany(what.read(group), "now");
      return what.check?.(group, members ?? []) ?? decided(ports, group, what, members);
    },
    (after, revision) =>
      what.isTrial === true ? Promise.resolve({}) : ports.groups.replace(after, revision),
    (currentGroup) => problem("busy", { currentGroup }),
  );
  return isProblem(result) ? result : { group: result.document, written: result.written };
}

/** Every member, for decisions that look at all their clocks. */
export function allMembers(group: Group): readonly string[] {
  return group.members.map(({ complaintId }) => complaintId);
}

/** Who is read when somebody joins: the newcomer, and everybody where a solved group opens again with it. */
export function newcomerIn(group: Group, complaintId: string): readonly string[] {
  return group.sample === undefined ? [complaintId] : [...allMembers(group), complaintId];
}

/** The group after the command, not written yet; the same object when nothing follows. */
export async function decided<G extends Group | undefined>(
  ports: GroupPorts,
  group: G,
  { command: asked, by, commandId, request, posts, answers }: Omit<GroupChange, "check" | "read">,
  members?: readonly Complaint[],
): Promise<Group | G | Problem> {
  const command = typeof asked === "function" ? asked(members ?? []) : asked;
  const identity = group?.identity ?? (command.type === "propose" ? command.identity : undefined);
  if (identity === undefined) throw new TypeError(`${command.type} needs a group`);
  const context = await contextFor(ports, identity, group?.handlerId);
  const decision = decideGroup(group, command, { ...context, ...defined({ members, posts, answers }) });
  if ("refused" in decision) {
    const { refused, ...more } = decision;
    return problem(refused, { ...more, ...defined({ currentGroup: group }) });
  }
  if (decision.drafts.length === 0) return group;
  const recording = { recordedAt: toInstant(context.now), by, commandId, request };
  return sealGroup(group, decision.drafts, recording, context.digest, await wantedFor(ports));
}

/** What a decision about a group may know besides its document, at this moment. */
export async function contextFor(
  ports: GroupPorts,
  { projectId, timeZone }: Group["identity"],
  handlerId: string | undefined,
): Promise<GroupContext> {
  const now = ports.clock.now();
  const [project, staffing, rules] = await Promise.all([
    ports.organisation.project(projectId),
    staffingOf(ports, { id: projectId, timeZone }, toInstant(now), { named: [handlerId] }),
    ports.rules.forProject(projectId, timeZone),
  ]);
  if (project === undefined) throw new Error(`unknown project ${projectId} of a group`);
  return {
    ...rules,
    now,
    groups: groupPolicyOf(rules.policy),
    digest: (text) => ports.crypto.digest(text),
    recipients: (posts, group) => recipientsOf(posts, group, project, toInstant(now), staffing),
    onDuty: (personId, at) => isOnDuty(personId, project, at, staffing),
  };
}
