import { putMonth } from "../../app/organisation/project-month.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { monthPath, projectMonthBody } from "../../contracts/organisation/bodies.ts";
import { type Person, reaches } from "../../domain/organisation/organisation.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

type MonthsApiPorts = Pick<Ports, "clock" | "organisation">;

/** Occupied households and area of a project month by month: every edition, newest first. */
export async function listMonths(ports: MonthsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const project = await ports.organisation.project(request.parameters["id"] ?? "");
  if (project === undefined || !reaches(person, project)) throw new Refusal("not-found");
  const months = await ports.organisation.projectMonths(project.id);
  return json(200, {
    items: months.toSorted((a, b) => b.month.localeCompare(a.month) || b.version - a.version),
  });
}

/** Enters a month's figures by hand. */
export async function putOneMonth(
  ports: MonthsApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const { id, month } = validated(monthPath, request.parameters);
  const occupancy = validated(projectMonthBody, request.json());
  const stands = await putMonth(ports, person, id, month, occupancy);
  if (isProblem(stands)) throw refusalOf(stands);
  return json(200, stands);
}
