import type { Complaint } from "../../domain/complaint/document.ts";
import { actingPosts } from "../../domain/complaint/rules/complained-of.ts";
import type { Person, Post, Project } from "../../domain/organisation/organisation.ts";
import type { Ports } from "../ports/index.ts";

/** D4: the posts in which somebody acts on a complaint: the own ones, and that of the complained-of whose place is taken. */
export async function actingAs(
  ports: Pick<Ports, "organisation">,
  person: Person,
  project: Project,
  complaint: Complaint,
): Promise<readonly Post[]> {
  return actingPosts(person, project, await complainedOf(ports, complaint));
}

/** The person complained of, if it is one of ours. */
export async function complainedOf(
  { organisation }: Pick<Ports, "organisation">,
  { registration: { againstPersonId } }: Complaint,
): Promise<Person | undefined> {
  return againstPersonId === undefined ? undefined : organisation.person(againstPersonId);
}
