import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { boundsOf } from "./bounds.ts";

/** The refusal of a month whose period, by the company's rules, lies in the future; undefined for one that has begun. */
export async function notBegun(
  { clock, organisation, rules }: Pick<Ports, "clock" | "organisation" | "rules">,
  month: string,
): Promise<Problem | undefined> {
  const company = await organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const { timeZone } = company;
  const { first } = boundsOf({ month, timeZone, startDays: await rules.periodStarts(timeZone) });
  return first > toInstant(clock.now()) ? problem("period-not-begun", { path: "month" }) : undefined;
}
