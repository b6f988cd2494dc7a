import { figuresOfMonth } from "../../../domain/organisation/project-months.ts";
import { monthsBetween } from "../../../domain/time/months.ts";
import type { Ports } from "../../ports/index.ts";

/**
 * Occupied households of a project, the average over the months of a period (`YYYY-MM`, both included); undefined where
 * a month has no figure. The figures in force now count, also for an older cut-off: they are put in after the month.
 */
export async function averageHouseholds(
  { organisation }: Pick<Ports, "organisation">,
  projectId: string,
  first: string,
  last: string,
): Promise<number | undefined> {
  const known = await organisation.projectMonths(projectId);
  let [sum, months] = [0, 0];
  for (const month of monthsBetween(first, last)) {
    const figures = figuresOfMonth(known, month);
    if (figures === undefined) return undefined;
    sum += figures.occupiedHouseholds;
    months += 1;
  }
  return sum / months;
}
