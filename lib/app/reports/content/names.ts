import type { Names, PlaceName } from "../../../domain/analytics/names.ts";
import type { Ports } from "../../ports/index.ts";

/** What projects, departments, contractors and people are called now. */
export async function namesOf(
  { organisation }: Pick<Ports, "organisation">,
  counted: readonly PlaceName[],
): Promise<Names> {
  const [projects, contractors, people] = await Promise.all([
    organisation.projects(),
    organisation.contractors(),
    organisation.people(),
  ]);
  const departments = new Map(
    projects.flatMap((project) =>
      project.departments.map(({ id, name }) => [JSON.stringify([project.id, id]), name] as const),
    ),
  );
  const outside = new Map(contractors.map(({ contractor }) => [contractor.id, contractor.name]));
  const staff = new Map(people.map(({ id, name }) => [id, name]));
  return {
    projects: counted.toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1)),
    department: (projectId, id) => departments.get(JSON.stringify([projectId, id])),
    contractor: (id) => outside.get(id),
    person: (id) => staff.get(id),
  };
}
