import { mayRecall } from "../../domain/document/archive.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import type { GroupCommand, GroupCommandName } from "../../domain/groups/commands.ts";
import type { MemberAction } from "../../domain/groups/events.ts";
import { evolveGroup } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { allowedGroupCommands, groupTransitions } from "../../domain/groups/transitions.ts";
import { type Person, type Post, type Project, postsFor } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { namedPeople, unknownNames } from "../complaints/unknown-names.ts";
import { salted, shortHash } from "../documents/ids.ts";
import { reachedProject } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { carryThrough } from "./carry-through.ts";
import { allMembers, changeGroup, type GroupPorts } from "./change.ts";

/** A group command as it comes over the wire: free text not salted yet. */
export type PlainGroupCommand =
  | { readonly type: "confirm" }
  | { readonly type: "dissolve"; readonly reason: string }
  | (MemberAction & { readonly text?: string; readonly complaintIds?: readonly string[] });

export interface GivenGroupCommand {
  readonly groupId: string;
  readonly command: PlainGroupCommand;
  /** The version the person saw. */
  readonly version: number;
  readonly idempotencyKey: string;
  readonly person: Person;
}

/** What a group command did to each member. */
export interface MemberResult {
  readonly complaintId: string;
  readonly number: string;
  readonly outcome: "done" | "already" | "refused";
  /** Why it was refused. */
  readonly code?: string;
  readonly missing?: readonly string[] | undefined;
}

export interface GroupCommandResult {
  readonly group: Group;
  readonly allowed: readonly GroupCommandName[];
  readonly results: readonly MemberResult[];
}

/**
 * Gives a person's command to a group: rights, version, decision, one conditional write; then one text goes to every
 * member, each with its own result. The same key again carries on what a crash left behind and gives the same answer.
 */
export async function giveGroupCommand(
  ports: GroupPorts,
  given: GivenGroupCommand,
): Promise<GroupCommandResult | Problem> {
  const found = await reachableGroup(ports, given.person, given.groupId);
  if (isProblem(found)) return found;
  const { group, project } = found;
  const posts = postsFor(found.person, project);
  const commandId = `${given.person.id}:${given.idempotencyKey}`;
  const request = shortHash(ports.crypto, canonicalJson(given.command));
  const earlier = await givenBefore(ports, group, commandId);
  if (earlier !== undefined) {
    if (earlier.request !== request) return problem("key-reused");
    return answered(ports, await carriedOn(ports, group, commandId), commandId, posts);
  }
  const unknown = await unknownIn(ports, given.command, project);
  if (unknown !== undefined) return unknown;
  const changed = await changeGroup(ports, group, {
    command: commandOf(ports, given.command, posts),
    by: { kind: "person", id: given.person.id },
    commandId,
    request,
    check: (current) => refusedNow(current, given, commandId, posts),
    ...(readsMembers(given.command) ? { read: allMembers } : {}),
  });
  if (isProblem(changed)) {
    // The race may have been lost to the same request, sent twice at once.
    const { currentGroup } = changed;
    const twin = currentGroup?.events.some((event) => event.commandId === commandId) === true;
    if (!twin || currentGroup === undefined) return changed;
    return answered(ports, await carriedOn(ports, currentGroup, commandId), commandId, posts);
  }
  return answered(ports, await carriedOn(ports, changed.group, commandId), commandId, posts);
}

/** The event of an earlier command of this id, also where it has left the document. */
async function givenBefore({ groups, crypto }: GroupPorts, group: Group, commandId: string) {
  const of = ({ events }: Group) => events.find((event) => event.commandId === commandId);
  const near = of(group);
  if (near !== undefined || !mayRecall(group, commandId, (text) => crypto.digest(text))) return near;
  return of(await groups.whole(group));
}

async function answered(
  ports: GroupPorts,
  group: Group,
  commandId: string,
  posts: readonly Post[],
): Promise<GroupCommandResult> {
  return resultOf(await ports.groups.whole(group), commandId, posts);
}

/** Confirming starts the clocks that members wait for; closing asks what is on record for them. */
function readsMembers({ type }: PlainGroupCommand): boolean {
  return type === "confirm" || type === "close";
}

/** Departments and people that the command names must be of the project. */
async function unknownIn(
  ports: Pick<Ports, "organisation" | "clock">,
  command: PlainGroupCommand,
  project: Project,
): Promise<Problem | undefined> {
  switch (command.type) {
    case "assign":
      return unknownNames(ports, command, project, await namedPeople(ports, command));
    case "form-team":
    case "investigate":
    case "report-up":
    case "foresee":
    case "instruct":
    case "consult":
      return unknownNames(
        ports,
        { ...command, text: "" },
        project,
        await namedPeople(ports, { ...command, text: "" }),
      );
    default:
      return undefined;
  }
}

/** A group of a project that the person's posts reach; others do not learn that it exists. */
export async function reachableGroup(
  ports: Pick<Ports, "clock" | "groups" | "organisation">,
  person: Person,
  id: string,
): Promise<{ readonly group: Group; readonly project: Project; readonly person: Person } | Problem> {
  const group = await ports.groups.load(id);
  if (group === undefined) return problem("unknown-group");
  const reached = await reachedProject(ports, person, group.identity.projectId);
  return reached === undefined ? problem("unknown-group") : { group, ...reached };
}

function refusedNow(
  current: Group,
  { command, version }: GivenGroupCommand,
  commandId: string,
  posts: readonly Post[],
): Problem | undefined {
  const allowed = allowedGroupCommands(current.status, posts);
  if (!groupTransitions[command.type].posts.some((post) => posts.includes(post))) {
    return problem("forbidden", { allowed });
  }
  const twin = current.events.some((event) => event.commandId === commandId);
  return current.version === version && !twin
    ? undefined
    : problem("stale-version", { currentGroup: current, allowed });
}

/** Carries this command to the members if nobody has yet. */
async function carriedOn(ports: GroupPorts, group: Group, commandId: string): Promise<Group> {
  return group.running?.commandId === commandId ? carryThrough(ports, group) : group;
}

/** Free text goes beside the events, salted, never into them. */
function commandOf(
  ports: Pick<Ports, "crypto">,
  command: PlainGroupCommand,
  posts: readonly Post[],
): GroupCommand {
  const personal = (value: string) => salted(ports.crypto, value);
  switch (command.type) {
    case "confirm":
      return command;
    case "dissolve":
      return { type: "dissolve", reason: personal(command.reason) };
    default: {
      const { text, complaintIds, ...action } = command;
      return {
        type: "give",
        action: action.type === "close" ? { ...action, posts } : action,
        ...(text === undefined ? {} : { text: personal(text) }),
        ...defined({ only: complaintIds }),
      };
    }
  }
}

/** The answer to a command, as it was right after it was carried out: the same key gives the same again. */
function resultOf(group: Group, commandId: string, posts: readonly Post[]): GroupCommandResult {
  const last = group.events.findLast(
    (event) => event.commandId === commandId || event.commandId === `${commandId}:done`,
  );
  const then = last === undefined ? group : asAfter(group, last.seq);
  const results = memberResults(group, commandId);
  return { group: then, allowed: allowedGroupCommands(then.status, posts), results };
}

function memberResults(group: Group, commandId: string): MemberResult[] {
  const given = group.events.find((event) => event.commandId === commandId);
  const done = group.events.find((event) => event.commandId === `${commandId}:done`);
  if (given?.fact.type !== "commandGiven" || done?.fact.type !== "commandCarriedOut") return [];
  const { already, refused } = done.fact;
  const during = asAfter(group, given.seq);
  const numbers = new Map(during.members.map(({ complaintId, number }) => [complaintId, number]));
  return (during.running?.complaintIds ?? []).map((complaintId) => {
    const number = numbers.get(complaintId) ?? "";
    const why = refused.find((one) => one.complaintId === complaintId);
    if (why !== undefined) return { ...why, number, outcome: "refused" };
    return { complaintId, number, outcome: already.includes(complaintId) ? "already" : "done" };
  });
}

/** The group as it stood right after an event. */
function asAfter(group: Group, seq: number): Group {
  let then: Group | undefined;
  for (const event of group.events) {
    if (event.seq <= seq) then = evolveGroup(then, event);
  }
  return then ?? group;
}
