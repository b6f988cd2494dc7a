import { importHouseholds } from "../../../app/organisation/import-households.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { householdRoutes } from "../../../contracts/households/routes.ts";
import { HOUSEHOLDS_PER_PART } from "../../../domain/organisation/households.ts";
import { maskedPhone } from "../../../domain/organisation/masking.ts";
import { type Household, reaches } from "../../../domain/organisation/organisation.ts";
import { householdTemplate } from "../../tables/template.ts";
import { onlyProject } from "../core/only-project.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { rowsAtFault, tableIn, templateFile } from "../core/table-files.ts";

export type HouseholdsApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "households" | "jobs" | "reactQueue"
>;

export const householdHandlers = {
  /** The households of a project that count, by address, phone numbers masked. */
  listHouseholds: forStaff(householdRoutes.listHouseholds, async (ports: HouseholdsApiPorts, asked) => {
    const { query, person } = asked;
    const projectId = query.projectId ?? (await onlyProject(ports, person));
    const project = await ports.organisation.project(projectId);
    if (project === undefined || !reaches(person, project)) {
      return problem("unknown-project", { path: "projectId" });
    }
    const list = await ports.households.list(projectId);
    if (list === undefined) return json(200, { projectId, version: 0, households: 0, items: [] });
    // A list that was replaced meanwhile is read to its end.
    const [importId = list.importId, part = "0"] = query.cursor?.split(".") ?? [];
    const rows = await ports.households.part(projectId, importId, Number(part));
    const { version, month, at, by, households } = list;
    return json(200, {
      projectId,
      version,
      month,
      at,
      by,
      households,
      items: rows.map(householdView),
      ...(rows.length < HOUSEHOLDS_PER_PART ? {} : { cursor: `${importId}.${Number(part) + 1}` }),
    });
  }),

  /** Compares a household file with the list that counts (dry run), or puts it in: a job either way. */
  putHouseholds: forStaff(householdRoutes.putHouseholds, async (ports: HouseholdsApiPorts, asked) => {
    const { query, body, person } = asked;
    const dryRun = query.dryRun === "true";
    const { file, skipFaulty = false, ...where } = body;
    const table = await tableIn(file.content);
    const report = await importHouseholds(ports, person, { ...where, table, dryRun, skipFaulty });
    if (isProblem(report)) return report;
    if (!dryRun && report.jobId === undefined) return rowsAtFault(report.faults);
    return json(report.jobId === undefined ? 200 : 202, report);
  }),

  /** An empty household file, xlsx unless csv is asked for. */
  householdTemplate: forStaff(householdRoutes.householdTemplate, (_: HouseholdsApiPorts, { query }) =>
    templateFile(householdTemplate, query.format),
  ),
} satisfies ServingsOf<typeof householdRoutes, HouseholdsApiPorts>;

function householdView({ projectId, phone, ...household }: Household) {
  return { projectId, ...household, ...(phone === undefined ? {} : { phone: maskedPhone(phone) }) };
}
