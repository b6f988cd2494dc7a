import { type Project, reaches } from "../domain/organisation/organisation.ts";
import { type Problem, problem } from "./outcome.ts";
import type { Ports } from "./ports.ts";

/** Why work cannot go there: the project has no such department, or the person does not work for the project. */
export async function unknownAssignee(
  ports: Pick<Ports, "organisation">,
  { departmentId, handlerId }: { readonly departmentId: string; readonly handlerId?: string },
  project: Project,
): Promise<Problem | undefined> {
  if (!project.departments.some((department) => department.id === departmentId)) {
    return problem("unknown-department", { path: "departmentId" });
  }
  if (handlerId === undefined) return undefined;
  const handler = await ports.organisation.person(handlerId);
  return handler !== undefined && reaches(handler, project)
    ? undefined
    : problem("unknown-person", { path: "handlerId" });
}
