import { occupancyIn } from "../../../app/organisation/project-month.ts";
import { putProject } from "../../../app/organisation/put-project.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { organisationRoutes } from "../../../contracts/organisation/routes.ts";
import { type Person, type Project, postsFor, reaches } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import { monthOf, toInstant } from "../../../domain/time/instant.ts";
import { projectsOf } from "../core/only-project.ts";
import { json } from "../core/reply.ts";
import { forStaff } from "../core/serve.ts";

export type ProjectsApiPorts = Pick<Ports, "clock" | "organisation">;

export const projectHandlers = {
  /** The projects somebody reaches. */
  listProjects: forStaff(organisationRoutes.listProjects, async (ports: ProjectsApiPorts, { person }) => {
    const projects = await projectsOf(ports, person);
    return json(200, { items: projects.map((project) => projectView(project, person)) });
  }),

  /** One project with its version and who changed it last. */
  showProject: forStaff(
    organisationRoutes.showProject,
    async (ports: ProjectsApiPorts, { params, person }) => {
      const record = await ports.organisation.projectRecord(params.id);
      if (record === undefined || !reaches(person, record.project)) return problem("not-found");
      const { project, version, changed } = record;
      const month = monthOf(toInstant(ports.clock.now()), project.timeZone);
      const occupancy = await occupancyIn(ports, project.id, month);
      return json(200, {
        ...projectView(project, person),
        version,
        ...defined({ changed, occupancy }),
      });
    },
  ),

  /** Enters or changes one project. */
  putProject: forStaff(
    organisationRoutes.putProject,
    async (ports: ProjectsApiPorts, { params, body, person: ruler }) => {
      const { version, ...facts } = body;
      const project: Project = { id: params.id, ...facts };
      const result = await putProject(ports, ruler, project, version);
      return isProblem(result) ? result : json(200, { id: project.id, version: result.version });
    },
  ),
};

function projectView(project: Project, person: Person) {
  return { ...project, posts: postsFor(person, project) };
}
