import type { Assignment, Person, Project } from "./organisation.ts";
import { mayRule } from "./rights.ts";

/** What is wrong with a person's entry; `path` is the field. */
export interface PersonFault {
  readonly code: "unknown-project" | "unknown-department" | "unknown-scope" | "unknown-person" | "forbidden";
  readonly path: string;
}

/** Looks at references: projects, departments, regions and substitutes that an entry names are there. */
export function faultOfPerson(
  person: Person,
  projects: readonly Project[],
  people: readonly Person[],
): PersonFault | undefined {
  for (const [index, assignment] of person.assignments.entries()) {
    const fault = faultOfAssignment(assignment, projects);
    if (fault !== undefined) return { ...fault, path: `assignments.${index}.${fault.path}` };
  }
  const others = new Set(people.map(({ id }) => id).filter((id) => id !== person.id));
  for (const [index, id] of (person.substitutes ?? []).entries()) {
    if (!others.has(id)) return { code: "unknown-person", path: `substitutes.${index}` };
  }
  for (const [index, { substituteId }] of (person.absences ?? []).entries()) {
    if (substituteId !== undefined && !others.has(substituteId)) {
      return { code: "unknown-person", path: `absences.${index}.substituteId` };
    }
  }
  return undefined;
}

function faultOfAssignment(
  { projectId, departmentId, region }: Assignment,
  projects: readonly Project[],
): PersonFault | undefined {
  const project = projects.find(({ id }) => id === projectId);
  if (projectId !== undefined && project === undefined) return { code: "unknown-project", path: "projectId" };
  if (departmentId !== undefined && !project?.departments.some(({ id }) => id === departmentId)) {
    return { code: "unknown-department", path: "departmentId" };
  }
  if (region !== undefined && !projects.some((one) => one.region === region)) {
    return { code: "unknown-scope", path: "region" };
  }
  return undefined;
}

/**
 * True if `ruler` may give or take this post: what is of a project for whoever rules the project; posts of a region or
 * of the company for headquarters only, so that nobody lifts anybody above himself.
 */
export function mayAppoint(ruler: Person, { projectId }: Assignment, projects: readonly Project[]): boolean {
  if (ruler.assignments.some(({ post }) => post === "headquarters")) return true;
  const project = projects.find(({ id }) => id === projectId);
  return project !== undefined && mayRule(ruler, project);
}
