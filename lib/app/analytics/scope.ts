import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { leads } from "../../domain/organisation/rights.ts";
import { projectsIn, type TreeLevel } from "../../domain/organisation/tree.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

export interface ScopeAsked {
  /** Absent: whatever of the tree is the person's. */
  readonly level?: TreeLevel;
  readonly scope?: string;
}

/**
 * The projects of a part of the tree, in the order of their ids, if all of it is the person's to see: figures of a region
 * that lack one of its projects are nobody's. What is not the person's is the same as what does not exist.
 */
export async function projectsInScope(
  { organisation }: Pick<Ports, "organisation">,
  person: Person,
  { level, scope }: ScopeAsked,
): Promise<readonly Project[] | Problem> {
  if ((level === undefined || level === "company") !== (scope === undefined))
    return problem("unknown-scope", { path: "scope" });
  const all = (await organisation.projects()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const own = all.filter((project) => leads(person, project));
  const wanted = level === undefined ? own : projectsIn(all, level, scope);
  if (wanted.length === 0 || wanted.some((project) => !own.includes(project)))
    return level === "company" ? problem("forbidden") : problem("unknown-scope", { path: "scope" });
  return wanted;
}
