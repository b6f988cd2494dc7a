import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import type { Post } from "../../lib/domain/organisation/organisation.ts";
import { holds, type Project } from "../../lib/domain/organisation/organisation.ts";

/** The people who act for a project. */
export interface Staff {
  readonly clerks: readonly string[];
  readonly duty: string;
  /** 班长/主管, or the manager where there is none. */
  readonly lead: string;
  readonly manager: string;
  readonly projectManager: string;
  readonly handlers: ReadonlyMap<string, string>;
}

/** Who holds which post. Throws RangeError when a post that the demo needs is not held. */
export function staffOf(project: Project, people: CompanyFile["people"]): Staff {
  const holders = (post: Post) => people.filter((person) => holds(person, post, project));
  const first = (post: Post, found = holders(post)) => {
    const [person] = found;
    if (person === undefined) throw new RangeError(`${project.id} has no ${post}`);
    return person.id;
  };
  const inDepartment = (departmentId: string | undefined) =>
    holders("handler").filter(({ assignments }) =>
      assignments.some((a) => a.post === "handler" && a.departmentId === departmentId),
    );
  const manager = first("manager");
  return {
    clerks: holders("clerk").map((person) => person.id),
    duty: first("handler", inDepartment(undefined)),
    lead: holders("supervisor")[0]?.id ?? manager,
    manager,
    projectManager: first("project-manager"),
    handlers: new Map(project.departments.map(({ id }) => [id, first("handler", inDepartment(id))])),
  };
}

/** The department that handles a kind of matter here; small projects join departments. */
export function departmentFor(project: Project, wanted: string): string {
  const found = project.departments.find(({ id }) => id === wanted) ?? project.departments.at(-1);
  if (found === undefined) throw new RangeError(`${project.id} has no department`);
  return found.id;
}
