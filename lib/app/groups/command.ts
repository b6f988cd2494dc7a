import type { Complaint } from "../../domain/complaint/document.ts";
import { isOpen } from "../../domain/complaint/document.ts";
import { mayRecall } from "../../domain/document/archive.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import { groupTransitions } from "../../domain/groups/commands/index.ts";
import type { MemberAction } from "../../domain/groups/events.ts";
import { evolveGroup } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { type GroupCommandName, memberCommandNames } from "../../domain/groups/names.ts";
import { allowedGroupCommands, fittingGroupCommands } from "../../domain/groups/transitions.ts";
import type { Acting, Person, Project } from "../../domain/organisation/organisation.ts";
import { isShortHash, shortHash } from "../documents/ids.ts";
import { reachedProject } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import type { PlainGroupCommand } from "../ports/plain-group-command.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { type CarryPorts, carryThrough } from "./carry-through.ts";
import { allMembers, changeGroup, type GroupPorts } from "./change.ts";
import { type Giver, giverFor } from "./giver.ts";
import { commandOf, unknownIn } from "./plain-command.ts";

export interface GivenGroupCommand {
  readonly groupId: string;
  readonly command: PlainGroupCommand;
  /** The version the person saw. */
  readonly version: number;
  readonly idempotencyKey: string;
  readonly person: Person;
  /** Everything is checked and decided, nothing is written and no member is told. */
  readonly isTrial?: boolean;
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
  ports: CarryPorts,
  given: GivenGroupCommand,
): Promise<GroupCommandResult | Problem> {
  const found = await reachableGroup(ports, given.person, given.groupId);
  if (isProblem(found)) return found;
  const { group, project } = found;
  const commandId = `${given.person.id}:${given.idempotencyKey}`;
  const request = shortHash(ports.crypto, canonicalJson(given.command));
  const giver = await giverFor(
    ports,
    found.person,
    project,
    await ports.complaints.loadMany(allMembers(group), "now"),
  );
  const earlier = await givenBefore(ports, group, commandId);
  if (earlier !== undefined) {
    if (!isShortHash(ports.crypto, canonicalJson(given.command), earlier.request))
      return problem("key-reused");
    if (given.isTrial === true) return resultOf(await ports.groups.whole(group), commandId, giver);
    return answered(ports, await carriedOn(ports, group, commandId), commandId, giver);
  }
  const unknown = await unknownIn(ports, given.command, project);
  if (unknown !== undefined) return unknown;
  const changed = await changeGroup(ports, group, {
    command: (members) => commandOf(ports, given.command, giver, members),
    by: { kind: "person", id: given.person.id },
    posts: giver.posts,
    answers: giver.answers,
    commandId,
    request,
    check: (current, members) => refusedNow(current, members, given, { commandId, giver }),
    read: allMembers,
    isTrial: given.isTrial === true,
  });
  if (isProblem(changed)) {
    // The race may have been lost to the same request, sent twice at once.
    const { currentGroup } = changed;
    const twin = currentGroup?.events.some((event) => event.commandId === commandId) === true;
    if (!twin || currentGroup === undefined) return changed;
    return answered(ports, await carriedOn(ports, currentGroup, commandId), commandId, giver);
  }
  if (given.isTrial === true) return { group: changed.group, allowed: [], results: [] };
  return answered(ports, await carriedOn(ports, changed.group, commandId), commandId, giver);
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
  giver: Giver,
): Promise<GroupCommandResult> {
  return resultOf(await ports.groups.whole(group), commandId, giver);
}

/** A group of a project that the person's posts reach; others do not learn that it exists. */
export async function reachableGroup(
  ports: Pick<Ports, "clock" | "groups" | "organisation">,
  person: Person,
  id: string,
): Promise<{ readonly group: Group; readonly project: Project; readonly person: Acting } | Problem> {
  const group = await ports.groups.load(id);
  if (group === undefined) return problem("unknown-group");
  const reached = await reachedProject(ports, person, group.identity.projectId);
  return reached === undefined ? problem("unknown-group") : { group, ...reached };
}

interface Asked {
  readonly commandId: string;
  readonly giver: Giver;
}

function refusedNow(
  current: Group,
  members: readonly Complaint[],
  { command, version }: GivenGroupCommand,
  { commandId, giver }: Asked,
): Problem | undefined {
  const allowed = giver.allowed(current, members);
  const { type } = command;
  const name = memberCommandNames.find((one) => one === type);
  if (!groupTransitions[type].posts.some((post) => giver.posts.includes(post))) {
    return problem("forbidden", { allowed });
  }
  if (name !== undefined && isOthers(name, members, giver))
    return problem("not-your-department", { allowed });
  const twin = current.events.some((event) => event.commandId === commandId);
  return current.version === version && !twin
    ? undefined
    : problem("stale-version", { currentGroup: current, allowed });
}

/** D4: every open member is solved by another department than the person's. */
function isOthers(name: MemberAction["type"], members: readonly Complaint[], giver: Giver): boolean {
  const open = members.filter(isOpen);
  return open.length > 0 && open.every((member) => giver.mayNot(name, member) === "not-your-department");
}

/** Carries this command to the members if nobody has yet. */
async function carriedOn(ports: CarryPorts, group: Group, commandId: string): Promise<Group> {
  return group.running?.commandId === commandId ? carryThrough(ports, group) : group;
}

/** The answer to a command, as it was right after it was carried out: the same key gives the same again. */
function resultOf(group: Group, commandId: string, { posts }: Giver): GroupCommandResult {
  const last = group.events.findLast(
    (event) => event.commandId === commandId || event.commandId === `${commandId}:done`,
  );
  const then = last === undefined ? group : asAfter(group, last.seq);
  const fits = then.events.findLast(
    ({ fact }) => fact.type === "commandCarriedOut" || fact.type === "confirmed",
  )?.fact;
  const known = fits?.type === "commandCarriedOut" || fits?.type === "confirmed" ? fits.fits : undefined;
  const allowed =
    known === undefined ? allowedGroupCommands(then.status, posts) : fittingGroupCommands(then, known, posts);
  return { group: then, allowed, results: memberResults(group, commandId) };
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
