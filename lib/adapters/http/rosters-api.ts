import { putRoster } from "../../app/organisation/put-roster.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { dryRunQuery, templateQuery } from "../../contracts/core/table-file.ts";
import { rosterBody, rosterQuery } from "../../contracts/rosters/bodies.ts";
import { type Person, reaches } from "../../domain/organisation/organisation.ts";
import { rosterTemplate } from "../tables/template.ts";
import { onlyProject } from "./only-project.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import { type ApiRequest, MAX_FILE_BODY_BYTES } from "./request.ts";
import { rowsAtFault, tableIn, templateFile } from "./table-files.ts";
import { validated } from "./validate.ts";

type RostersApiPorts = Pick<Ports, "clock" | "crypto" | "organisation">;

/** The roster in force for a project and month; version 0 without shifts while there is none. */
export async function showRoster(
  ports: RostersApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const query = validated(rosterQuery, request.query);
  const projectId = query.projectId ?? (await onlyProject(ports, person));
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !reaches(person, project)) {
    throw new Refusal("unknown-project", { path: "projectId" });
  }
  const roster = await ports.organisation.roster(projectId, query.month);
  if (roster === undefined) return json(200, { projectId, month: query.month, version: 0, shifts: [] });
  const { month, version, at, by, shifts } = roster;
  return json(200, { projectId, month, version, at, by, shifts });
}

/** Puts in a roster file, or only looks at it. A file with unconfirmed faults is refused with all of them. */
export async function putRosterFile(
  ports: RostersApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const dryRun = validated(dryRunQuery, request.query).dryRun === "true";
  const {
    file: sent,
    skipFaulty = false,
    ...where
  } = validated(rosterBody, request.json(MAX_FILE_BODY_BYTES));
  const table = await tableIn(sent.content);
  const report = await putRoster(ports, person, { ...where, table, dryRun, skipFaulty });
  if (isProblem(report)) throw refusalOf(report);
  if (!dryRun && !report.applied) throw rowsAtFault(report.faults);
  return json(200, report);
}

/** An empty roster file, xlsx unless csv is asked for. */
export function template(_: RostersApiPorts, request: ApiRequest): Promise<Reply> {
  return templateFile(rosterTemplate, validated(templateQuery, request.query).format);
}
