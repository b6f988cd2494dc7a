import type { Ports } from "../../../app/ports/index.ts";
import { type Person, type Project, reaches } from "../../../domain/organisation/organisation.ts";
import { missingField } from "./validate.ts";

/** Most people work for one project and need not name it. Throws missing projectId for all others. */
export async function onlyProject(ports: Pick<Ports, "organisation">, person: Person): Promise<string> {
  const [only, ...others] = await projectsOf(ports, person);
  if (only === undefined || others.length > 0) throw missingField("projectId");
  return only.id;
}

/** The projects that a person's posts reach. */
export async function projectsOf(ports: Pick<Ports, "organisation">, person: Person): Promise<Project[]> {
  return (await ports.organisation.projects()).filter((project) => reaches(person, project));
}
