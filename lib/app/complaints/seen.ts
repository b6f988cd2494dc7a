import { identityPostsOf, mayKnowComplainant, withoutComplainant } from "../../domain/complaint/anonymity.ts";
import { disclosureOf, sightOf } from "../../domain/complaint/disclosure.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { masked } from "../../domain/complaint/masked.ts";
import { isComplainedOf, veiled } from "../../domain/complaint/rules/complained-of.ts";
import { type Acting, type Post, type Project, postsFor } from "../../domain/organisation/organisation.ts";
import type { Disclosure } from "../../domain/policy/disclosure-policy.ts";
import type { Ports } from "../ports/index.ts";

/** What the policy in force now for a project says of who may know whom. */
export interface Seeing {
  /** Who may know an anonymous complainant. */
  readonly identityPosts: readonly Post[];
  readonly disclosure: Disclosure;
}

/** The lines of the policy in force now for the project. */
export async function seeingFor(
  { rules }: Pick<Ports, "rules">,
  project: Pick<Project, "id" | "timeZone">,
): Promise<Seeing> {
  const { policy } = await rules.forProject(project.id, project.timeZone);
  return { identityPosts: identityPostsOf(policy), disclosure: disclosureOf(policy) };
}

/** True if the reader may know who complained. */
export function mayKnow(complaint: Complaint, person: Acting, project: Project, seeing: Seeing): boolean {
  return mayKnowComplainant(complaint, person, postsFor(person, project), seeing.identityPosts);
}

/** One complaint as somebody sees it. */
export interface SeenComplaint {
  /** What lists, details and histories show: who complained is masked. */
  readonly complaint: Complaint;
  /** What a call of its own shows; absent: this person is not shown more. */
  readonly inFull?: Complaint;
  /** What is searched in: whoever types a name, a number or a flat knows it already. */
  readonly known: Complaint;
  /** It is against the reader (D4). */
  readonly complainedOf?: true;
}

/** Anonymous is anonymous, the person complained of learns nothing, and everybody else sees masks first. */
export function seenBy(
  complaint: Complaint,
  person: Acting,
  project: Project,
  seeing: Seeing,
): SeenComplaint {
  if (isComplainedOf(complaint, person)) {
    const veil = veiled(complaint);
    return { complaint: veil, known: veil, complainedOf: true };
  }
  const known = mayKnow(complaint, person, project, seeing) ? complaint : withoutComplainant(complaint);
  const sight = sightOf(seeing.disclosure, person, project, complaint);
  const shown = masked(known, sight);
  return { complaint: shown, known, ...(sight.mayShow ? { inFull: known } : {}) };
}
