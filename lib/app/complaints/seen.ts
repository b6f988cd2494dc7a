import { identityPostsOf, mayKnowComplainant, withoutComplainant } from "../../domain/complaint/anonymity.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { isComplainedOf, veiled } from "../../domain/complaint/rules/complained-of.ts";
import { type Person, type Post, type Project, postsFor } from "../../domain/organisation/organisation.ts";
import type { Ports } from "../ports/index.ts";

/** Who may know an anonymous complainant, by the policy in force now for the project. */
export async function identityPostsFor(
  { rules }: Pick<Ports, "rules">,
  project: Project,
): Promise<readonly Post[]> {
  const { policy } = await rules.forProject(project.id, project.timeZone);
  return identityPostsOf(policy);
}

/** True if the reader may know who complained. */
export function mayKnow(
  complaint: Complaint,
  person: Person,
  project: Project,
  allowed: readonly Post[],
): boolean {
  return mayKnowComplainant(complaint, person, postsFor(person, project), allowed);
}

/** Anonymous is anonymous, and the person complained of does not learn who complained. */
export function asSeenBy(
  complaint: Complaint,
  person: Person,
  project: Project,
  allowed: readonly Post[],
): Complaint {
  if (isComplainedOf(complaint, person)) return veiled(complaint);
  return mayKnow(complaint, person, project, allowed) ? complaint : withoutComplainant(complaint);
}
