import { putRoster } from "../../../app/organisation/put-roster.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { rosterRoutes } from "../../../contracts/rosters/routes.ts";
import { reaches } from "../../../domain/organisation/organisation.ts";
import { rosterTemplate } from "../../tables/template.ts";
import { onlyProject } from "../core/only-project.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { rowsAtFault, tableIn, templateFile } from "../core/table-files.ts";

export type RostersApiPorts = Pick<Ports, "clock" | "crypto" | "organisation">;

export const rosterHandlers = {
  /** The roster in force for a project and month; version 0 without shifts while there is none. */
  showRoster: forStaff(rosterRoutes.showRoster, async (ports: RostersApiPorts, { query, person }) => {
    const projectId = query.projectId ?? (await onlyProject(ports, person));
    const project = await ports.organisation.project(projectId);
    if (project === undefined || !reaches(person, project)) {
      return problem("unknown-project", { path: "projectId" });
    }
    const roster = await ports.organisation.roster(projectId, query.month);
    if (roster === undefined) return json(200, { projectId, month: query.month, version: 0, shifts: [] });
    const { month, version, at, by, shifts } = roster;
    return json(200, { projectId, month, version, at, by, shifts });
  }),

  /** Puts in a roster file, or only looks at it. A file with unconfirmed faults is refused with all of them. */
  putRoster: forStaff(rosterRoutes.putRoster, async (ports: RostersApiPorts, { query, body, person }) => {
    const dryRun = query.dryRun === "true";
    const { file, skipFaulty = false, ...where } = body;
    const table = await tableIn(file.content);
    const report = await putRoster(ports, person, { ...where, table, dryRun, skipFaulty });
    if (isProblem(report)) return report;
    return !dryRun && !report.applied ? rowsAtFault(report.faults) : json(200, report);
  }),

  /** An empty roster file, xlsx unless csv is asked for. */
  rosterTemplate: forStaff(rosterRoutes.rosterTemplate, (_: RostersApiPorts, { query }) =>
    templateFile(rosterTemplate, query.format),
  ),
} satisfies ServingsOf<typeof rosterRoutes, RostersApiPorts>;
