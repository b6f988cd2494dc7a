import type { Complaint } from "../../domain/complaint/document.ts";
import { actingPosts } from "../../domain/complaint/rules/complained-of.ts";
import type { Person, Post, Project } from "../../domain/organisation/organisation.ts";
import type { Ports } from "../ports/index.ts";

/** D4: the posts in which somebody acts on a complaint: the own ones, and that of the complained-of whose place is taken. */
export async function actingAs(
  { organisation }: Pick<Ports, "organisation">,
  person: Person,
  project: Project,
  { registration: { againstPersonId } }: Complaint,
): Promise<readonly Post[]> {
  const against = againstPersonId === undefined ? undefined : await organisation.person(againstPersonId);
  return actingPosts(person, project, against);
}
