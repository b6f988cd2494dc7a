import type { Contractor } from "../../domain/organisation/contractor.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { isHeadquarters, mayRule } from "../../domain/organisation/rights.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

/**
 * Enters or changes a contractor as a whole. `version` is the one that was seen, 0 for a new one. The contract's last day ends
 * what may be assigned: whoever changes it rules every project whose work the contractor does.
 */
export async function putContractor(
  { organisation }: Pick<Ports, "organisation">,
  ruler: Person,
  contractor: Contractor,
  version: number,
): Promise<{ readonly version: number } | Problem> {
  const projects = isHeadquarters(ruler) ? [] : await organisation.projects();
  const isUsed = projects.some(
    (project) =>
      project.departments.some(({ contractorId }) => contractorId === contractor.id) &&
      !mayRule(ruler, project),
  );
  if (isUsed) return problem("forbidden");
  const written = await organisation.changeContractor({ contractor, version: version + 1 });
  return written ? { version: version + 1 } : problem("organisation-changed");
}
