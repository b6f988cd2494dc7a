import { lineOf } from "../organisation/departments.ts";
import { type Acting, covers, type Project, postsFor } from "../organisation/organisation.ts";
import { type Disclosure, isReader, type Reader } from "../policy/disclosure-policy.ts";
import type { Policy } from "../policy/policy.ts";
import type { Complaint } from "./document.ts";

/**
 * Who is told who complained (个人信息保护法 6: no more than the purpose asks for), `default`. Whoever stands in no line sees name,
 * telephone number, address and flat masked, and in texts too.
 */
export const builtInDisclosure: Disclosure = {
  // Whoever speaks with the customer or answers for the project, each time by a call of its own.
  shownTo: ["its-handler", "clerk", "supervisor", "manager", "project-manager"],
  // The door at which the work is done, without asking each time: cellars have no signal.
  homeOpenTo: ["its-handler"],
};

/** The lines in force: the policy's, or the built-in ones where it has none. */
export function disclosureOf({ disclosure }: Pick<Policy, "disclosure">): Disclosure {
  return disclosure ?? builtInDisclosure;
}

type Assigned = Pick<Complaint, "departmentId" | "handlerId"> & {
  readonly registration: Pick<Complaint["registration"], "safety" | "urgency">;
};

/** As whom somebody reads a complaint: the posts of the desk and above, and whoever it was given to. */
export function readersOf(person: Acting, project: Project, complaint: Assigned): readonly Reader[] {
  // Handlers and department heads count by the complaint that they work on, not by the post.
  const held = postsFor(person, project).flatMap((post): Reader[] => (isReader(post) ? [post] : []));
  return isInHand(person, project, complaint) ? ["its-handler", ...held] : held;
}

/**
 * Named for it or standing in for whoever is; of the solving department where nobody is named; its head in any case. What
 * presses and is nobody's yet is every handler's of the project (D6: at once).
 */
function isInHand(person: Acting, project: Project, complaint: Assigned): boolean {
  const { departmentId, handlerId, registration } = complaint;
  if ([person.id, ...(person.standsInFor ?? [])].some((id) => id === handlerId)) return true;
  const presses = registration.safety || registration.urgency === "urgent";
  const line = lineOf(project.departments, departmentId);
  return person.assignments.some((assignment) => {
    if (!covers(assignment, project)) return false;
    const isOfLine = assignment.departmentId !== undefined && line.includes(assignment.departmentId);
    if (assignment.post === "department-head") return isOfLine;
    if (assignment.post !== "handler" || handlerId !== undefined) return false;
    return departmentId === undefined ? presses : isOfLine;
  });
}

/** What somebody sees of who complained: masked or not, and whether a call of its own shows it in full. */
export interface Sight {
  readonly mayShow: boolean;
  readonly homeOpen: boolean;
}

/** How far the lines let this person see; nobody is shown a complaint against himself (D4). */
export function sightOf(
  disclosure: Disclosure,
  person: Acting,
  project: Project,
  complaint: Assigned,
): Sight {
  const readers = readersOf(person, project, complaint);
  const mayShow = disclosure.shownTo.some((reader) => readers.includes(reader));
  return { mayShow, homeOpen: mayShow && disclosure.homeOpenTo.some((reader) => readers.includes(reader)) };
}
