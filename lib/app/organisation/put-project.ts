import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { faultOfProject, mayEnterProject } from "../../domain/organisation/project-rules.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { noteEarlierSince } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

/**
 * Enters or changes a project as a whole. `version` is the one that was seen, 0 for a new one. Complaints keep the time
 * zone they were registered in; another one counts for those to come.
 */
export async function putProject(
  { organisation, clock }: Pick<Ports, "clock" | "organisation">,
  ruler: Person,
  project: Project,
  version: number,
): Promise<{ readonly version: number } | Problem> {
  const [standing, projects, people] = await Promise.all([
    organisation.projectRecord(project.id),
    organisation.projects(),
    organisation.people(),
  ]);
  if (!mayEnterProject(ruler, standing?.project, project)) return problem("forbidden");
  if (version !== (standing?.version ?? 0)) return problem("organisation-changed");
  const fault = faultOfProject(project, projects, people);
  if (fault !== undefined) return problem(fault.code, { path: fault.path });
  const stranger = await unknownContractor(organisation, project);
  if (stranger !== undefined) return stranger;
  await noteEarlierSince({ organisation }, standing?.project, project);
  const changed = { at: toInstant(clock.now()), by: ruler.id };
  const written = await organisation.changeProject({ project, version: version + 1, changed });
  return written ? { version: version + 1 } : problem("organisation-changed");
}

async function unknownContractor(
  organisation: Pick<Ports["organisation"], "contractors">,
  { departments }: Project,
): Promise<Problem | undefined> {
  if (departments.every(({ contractorId }) => contractorId === undefined)) return undefined;
  const known = new Set((await organisation.contractors()).map(({ contractor }) => contractor.id));
  const index = departments.findIndex(({ contractorId: id }) => id !== undefined && !known.has(id));
  return index < 0 ? undefined : problem("unknown-contractor", { path: `departments.${index}.contractorId` });
}
