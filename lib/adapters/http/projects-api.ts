import { occupancyIn } from "../../app/organisation/project-month.ts";
import { putProject } from "../../app/organisation/put-project.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { projectBody, projectId } from "../../contracts/organisation/bodies.ts";
import { type Person, type Project, postsFor, reaches } from "../../domain/organisation/organisation.ts";
import { monthOf, toInstant } from "../../domain/time/instant.ts";
import { projectsOf } from "./only-project.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type ProjectsApiPorts = Pick<Ports, "clock" | "organisation">;

/** The projects somebody reaches. */
export async function listProjects(ports: ProjectsApiPorts, _: ApiRequest, person: Person): Promise<Reply> {
  const projects = await projectsOf(ports, person);
  return json(200, { items: projects.map((project) => projectView(project, person)) });
}

/** One project with its version and who changed it last. */
export async function showProject(
  ports: ProjectsApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const record = await ports.organisation.projectRecord(request.parameters["id"] ?? "");
  if (record === undefined || !reaches(person, record.project)) throw new Refusal("not-found");
  const { project, version, changed } = record;
  const month = monthOf(toInstant(ports.clock.now()), project.timeZone);
  const occupancy = await occupancyIn(ports, project.id, month);
  return json(200, {
    ...projectView(project, person),
    version,
    ...(changed === undefined ? {} : { changed }),
    ...(occupancy === undefined ? {} : { occupancy }),
  });
}

/** Enters or changes one project. */
export async function putOneProject(
  ports: ProjectsApiPorts,
  request: ApiRequest,
  ruler: Person,
): Promise<Reply> {
  const { version, ...facts } = validated(projectBody, request.json());
  const project: Project = { id: validated(projectId, request.parameters["id"]), ...facts };
  const result = await putProject(ports, ruler, project, version);
  if (isProblem(result)) throw refusalOf(result);
  return json(200, { id: project.id, version: result.version });
}

function projectView(project: Project, person: Person) {
  return { ...project, posts: postsFor(person, project) };
}
