import { allowedTo, answersFor } from "../../domain/complaint/answering.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { actingPosts } from "../../domain/complaint/rules/complained-of.ts";
import type { MemberAction } from "../../domain/groups/events.ts";
import type { Group } from "../../domain/groups/group.ts";
import type { GroupCommandName } from "../../domain/groups/names.ts";
import { fittingGroupCommands, fittingInGroup } from "../../domain/groups/transitions.ts";
import {
  type Acting,
  type Person,
  type Post,
  type Project,
  postsFor,
} from "../../domain/organisation/organisation.ts";
import { complainedOf } from "../complaints/acting.ts";
import { type Asking, unentitled } from "../complaints/entitled.ts";
import type { Ports } from "../ports/index.ts";

/** A person as seen from the members of a group: what may be done with each of them is what may be done with it alone (D4). */
export interface Giver {
  /** The posts the person holds for the project. */
  readonly posts: readonly Post[];
  /** Posts are those in which the person acts on this very member: another's place is taken where he is complained of. */
  readonly as: (member: Complaint) => Asking;
  readonly answers: (member: Complaint) => boolean;
  readonly mayNot: (type: MemberAction["type"], member: Complaint) => ReturnType<typeof unentitled>;
  /** What the person may do with these members. */
  readonly fits: (members: readonly Complaint[]) => MemberAction["type"][];
  /** What the person may do with a group of these members. */
  readonly allowed: (
    group: Pick<Group, "status" | "clocks">,
    members: readonly Complaint[],
  ) => GroupCommandName[];
}

/** The person with the rights for each of these members; who of ours is complained of is looked up. */
export async function giverFor(
  ports: Pick<Ports, "organisation">,
  person: Acting,
  project: Project,
  members: readonly Complaint[],
): Promise<Giver> {
  const against = new Map<string, Person>();
  for (const member of members) {
    const { againstPersonId } = member.registration;
    if (againstPersonId === undefined || against.has(againstPersonId)) continue;
    const found = await complainedOf(ports, member);
    if (found !== undefined) against.set(againstPersonId, found);
  }
  const as = (member: Complaint): Asking => ({
    person,
    project,
    posts: actingPosts(person, project, against.get(member.registration.againstPersonId ?? "")),
  });
  const posts = postsFor(person, project);
  const fits = (of: readonly Complaint[]) =>
    fittingInGroup(of, (member) => allowedTo(member, person, project, as(member).posts));
  return {
    posts,
    as,
    answers: (member) => answersFor(person, project, member),
    mayNot: (type, member) => unentitled({ type }, member, as(member)),
    fits,
    allowed: (group, of) => fittingGroupCommands(group, fits(of), postsOfAll(posts, of.map(as))),
  };
}

function postsOfAll(own: readonly Post[], asking: readonly Asking[]): readonly Post[] {
  return [...new Set([...own, ...asking.flatMap(({ posts }) => posts)])];
}
