import type { Complaint } from "../../domain/complaint/document.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import { isComplainedOf } from "../../domain/complaint/rules/complained-of.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import type { Group, GroupStatus } from "../../domain/groups/group.ts";
import type { GroupCommandName } from "../../domain/groups/names.ts";
import { type GroupNeeds, needsOf } from "../../domain/groups/needs.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { reachedProject } from "../organisation/staffing.ts";
import type { GroupRow } from "../ports/groups.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { allMembers } from "./change.ts";
import { reachableGroup } from "./command.ts";
import { giverFor } from "./giver.ts";

type ReadPorts = Pick<Ports, "clock" | "groups" | "organisation">;

/** The groups of a project, newest first. The status applies within a page, so a page may be short. */
export async function listGroups(
  ports: ReadPorts,
  person: Person,
  { projectId, status, ...page }: PageRequest & { readonly projectId: string; readonly status?: GroupStatus },
): Promise<Page<GroupRow> | Problem> {
  if ((await reachedProject(ports, person, projectId)) === undefined)
    return problem("unknown-project", { path: "projectId" });
  const { items, ...more } = await ports.groups.ofProject(projectId, page);
  return { items: items.filter((row) => status === undefined || row.status === status), ...more };
}

export interface ShownGroup {
  readonly group: Group;
  /** The members' own documents. */
  readonly members: readonly Complaint[];
  /** D4, D11, D13: what nobody has on record, and what each open member lacks itself, before the group can be closed. */
  readonly missing: GroupNeeds;
  readonly allowed: readonly GroupCommandName[];
}

/** One group, for a person whose posts reach its project. */
export async function showGroup(
  ports: ReadPorts & Pick<Ports, "complaints" | "rules">,
  person: Person,
  id: string,
): Promise<ShownGroup | Problem> {
  const found = await reachableGroup(ports, person, id);
  if (isProblem(found)) return found;
  const { group, project } = found;
  const { projectId, timeZone } = group.identity;
  const [members, { policy }] = await Promise.all([
    ports.complaints.loadMany(allMembers(group)),
    ports.rules.forProject(projectId, timeZone),
  ]);
  const giver = await giverFor(ports, found.person, project, members);
  return { group, members, missing: needsOf(group, members, policy), allowed: giver.allowed(group, members) };
}

export interface GroupHistory {
  readonly group: Group;
  readonly events: readonly {
    readonly event: StoredEvent<GroupFact>;
    /** Free text of the event by field. */
    readonly texts: Readonly<Record<string, string>>;
  }[];
  readonly people: readonly Person[];
}

/** Everything that happened to a group. */
export async function groupHistory(
  ports: ReadPorts & Pick<Ports, "complaints">,
  person: Person,
  id: string,
): Promise<GroupHistory | Problem> {
  const found = await reachableGroup(ports, person, id);
  if (isProblem(found)) return found;
  const [group, members] = await Promise.all([
    ports.groups.whole(found.group),
    ports.complaints.loadMany(allMembers(found.group)),
  ]);
  // D4: what was said of it is not for whoever one of its members complains of.
  const isVeiled = members.some((member) => isComplainedOf(member, person));
  const events = group.events.map((event) => ({ event, texts: isVeiled ? {} : textsOf(group, event) }));
  return { group, events, people: await ports.organisation.people() };
}

function textsOf({ personal }: Group, { seq, digests = {} }: StoredEvent<GroupFact>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const field of Object.keys(digests)) {
    const value = personal[`${seq}.${field}`]?.value;
    if (value !== undefined) texts[field] = value;
  }
  return texts;
}
