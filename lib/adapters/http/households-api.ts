import { importHouseholds } from "../../app/organisation/import-households.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { dryRunQuery, templateQuery } from "../../contracts/core/table-file.ts";
import { householdBody, householdQuery } from "../../contracts/households/bodies.ts";
import { HOUSEHOLDS_PER_PART } from "../../domain/organisation/households.ts";
import { maskedPhone } from "../../domain/organisation/masking.ts";
import { type Household, type Person, reaches } from "../../domain/organisation/organisation.ts";
import { householdTemplate } from "../tables/template.ts";
import { onlyProject } from "./only-project.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import { type ApiRequest, MAX_FILE_BODY_BYTES } from "./request.ts";
import { rowsAtFault, tableIn, templateFile } from "./table-files.ts";
import { validated } from "./validate.ts";

export type HouseholdsApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "households" | "jobs" | "reactQueue"
>;

/** The households of a project that count, by address, phone numbers masked. */
export async function listHouseholds(
  ports: HouseholdsApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const query = validated(householdQuery, request.query);
  const projectId = query.projectId ?? (await onlyProject(ports, person));
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !reaches(person, project))
    throw new Refusal("unknown-project", { path: "projectId" });
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
}

function householdView({ projectId, phone, ...household }: Household) {
  return { projectId, ...household, ...(phone === undefined ? {} : { phone: maskedPhone(phone) }) };
}

/** Compares a household file with the list that counts (dry run), or puts it in: a job either way. */
export async function putHouseholds(
  ports: HouseholdsApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const dryRun = validated(dryRunQuery, request.query).dryRun === "true";
  const { file, skipFaulty = false, ...where } = validated(householdBody, request.json(MAX_FILE_BODY_BYTES));
  const table = await tableIn(file.content);
  const report = await importHouseholds(ports, person, { ...where, table, dryRun, skipFaulty });
  if (isProblem(report)) throw refusalOf(report);
  if (!dryRun && report.jobId === undefined) throw rowsAtFault(report.faults);
  return json(report.jobId === undefined ? 200 : 202, report);
}

/** An empty household file, xlsx unless csv is asked for. */
export function householdTemplateFile(_: HouseholdsApiPorts, request: ApiRequest): Promise<Reply> {
  return templateFile(householdTemplate, validated(templateQuery, request.query).format);
}
