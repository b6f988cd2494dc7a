import { putMonth } from "../../../app/organisation/project-month.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { organisationRoutes } from "../../../contracts/organisation/routes.ts";
import { reaches } from "../../../domain/organisation/organisation.ts";
import { json } from "../core/reply.ts";
import { forStaff } from "../core/serve.ts";

export type MonthsApiPorts = Pick<Ports, "clock" | "organisation">;

export const monthHandlers = {
  /** Occupied households and area of a project month by month: every edition, newest first. */
  listProjectMonths: forStaff(
    organisationRoutes.listProjectMonths,
    async (ports: MonthsApiPorts, { params, person }) => {
      const project = await ports.organisation.project(params.id);
      if (project === undefined || !reaches(person, project)) return problem("not-found");
      const months = await ports.organisation.projectMonths(project.id);
      return json(200, {
        items: months.toSorted((a, b) => b.month.localeCompare(a.month) || b.version - a.version),
      });
    },
  ),

  /** Enters a month's figures by hand. */
  putProjectMonth: forStaff(
    organisationRoutes.putProjectMonth,
    async (ports: MonthsApiPorts, { params, body, person }) => {
      const stands = await putMonth(ports, person, params.id, params.month, body);
      return isProblem(stands) ? stands : json(200, stands);
    },
  ),
};
