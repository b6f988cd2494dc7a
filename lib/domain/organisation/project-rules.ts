import type { Person, Project } from "./organisation.ts";

/** What is wrong with a project's entry; `path` is the field. */
export interface ProjectFault {
  readonly code: "forbidden" | "department-in-use" | "mailbox-taken";
  readonly path: string;
}

/**
 * True if `ruler` may enter or change this project: headquarters every one, a region's people those of their region,
 * which neither come from another region nor go to one. New ones are headquarters'.
 */
export function mayEnterProject(ruler: Person, before: Project | undefined, after: Project): boolean {
  return ruler.assignments.some(({ post, region }) => {
    if (post === "headquarters") return true;
    return post === "region" && region === after.region && region === before?.region;
  });
}

/** Looks at what an entry would leave behind: posts in a department that is gone, two projects with one mailbox. */
export function faultOfProject(
  after: Project,
  projects: readonly Project[],
  people: readonly Person[],
): ProjectFault | undefined {
  const departments = new Set(after.departments.map(({ id }) => id));
  const orphaned = people.some(({ assignments }) =>
    assignments.some(
      ({ projectId, departmentId }) =>
        projectId === after.id && departmentId !== undefined && !departments.has(departmentId),
    ),
  );
  if (orphaned) return { code: "department-in-use", path: "departments" };
  const mailbox = after.mailbox?.toLowerCase();
  const taken = projects.some((one) => one.id !== after.id && one.mailbox?.toLowerCase() === mailbox);
  return mailbox !== undefined && taken ? { code: "mailbox-taken", path: "mailbox" } : undefined;
}
