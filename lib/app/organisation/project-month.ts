import type { Person } from "../../domain/organisation/organisation.ts";
import { figuresOfMonth, type ProjectMonth } from "../../domain/organisation/project-months.ts";
import { mayRule } from "../../domain/organisation/rights.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { type Attempt, raced } from "../documents/race.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

type MonthPorts = Pick<Ports, "clock" | "organisation">;

export type Occupancy = Pick<ProjectMonth, "occupiedHouseholds" | "occupiedArea">;

/** Records a month's occupied households and area; the same figures again are no new version. */
export async function recordMonth(
  { clock, organisation }: MonthPorts,
  figures: Occupancy & Pick<ProjectMonth, "projectId" | "month" | "source" | "by">,
): Promise<ProjectMonth> {
  const what = `figures of ${figures.projectId} for ${figures.month}`;
  return raced(what, undefined, async (): Promise<Attempt<ProjectMonth, undefined>> => {
    const known = await organisation.projectMonths(figures.projectId);
    const standing = figuresOfMonth(
      known.filter(({ month }) => month === figures.month),
      figures.month,
    );
    const isSame =
      standing?.occupiedHouseholds === figures.occupiedHouseholds &&
      standing.occupiedArea === figures.occupiedArea;
    if (isSame) return { done: standing };
    const next: ProjectMonth = {
      ...figures,
      version: (standing?.version ?? 0) + 1,
      at: toInstant(clock.now()),
    };
    return (await organisation.addProjectMonth(next)) ? { done: next } : { lostTo: undefined };
  });
}

/** Enters a month's figures by hand. The project's manager, its region and headquarters may. */
export async function putMonth(
  ports: MonthPorts,
  person: Person,
  projectId: string,
  month: string,
  occupancy: Occupancy,
): Promise<ProjectMonth | Problem> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !mayRule(person, project)) return problem("unknown-project", { path: "id" });
  return recordMonth(ports, { ...occupancy, projectId, month, source: "entered", by: person.id });
}

/** What a report of this month reckons with; undefined while nothing is known. */
export async function occupancyIn(
  { organisation }: Pick<Ports, "organisation">,
  projectId: string,
  month: string,
): Promise<ProjectMonth | undefined> {
  return figuresOfMonth(await organisation.projectMonths(projectId), month);
}
