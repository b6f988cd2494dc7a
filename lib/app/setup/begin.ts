import type { Company, Person, Project } from "../../domain/organisation/organisation.ts";
import { isHeadquarters } from "../../domain/organisation/rights.ts";
import { importCompany } from "../organisation/import-company.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { type CodePorts, takeSetupCode } from "./code.ts";

export type BeginPorts = CodePorts & Pick<Ports, "households">;

/** What a company begins with. */
export interface Beginning {
  readonly code: string;
  readonly company: Company;
  readonly project: Project;
  readonly me: Pick<Person, "name" | "email" | "phone">;
}

/**
 * The first company, its first project, and whoever brings the code as headquarters. The company is written last: a process
 * that dies before leaves nothing that refuses the same request again, and one that died after answers it as done.
 */
export async function beginCompany(
  ports: BeginPorts,
  personId: string,
  { code, company, project, me }: Beginning,
): Promise<undefined | Problem> {
  const standing = await ports.organisation.company();
  if (standing !== undefined) {
    const mine = await ports.organisation.person(personId);
    const isDone = standing.name === company.name && mine !== undefined && isHeadquarters(mine);
    return isDone ? undefined : problem("set-up-already");
  }
  const refused = await takeSetupCode(ports, code, personId);
  if (refused !== undefined) return refused;
  const person: Person = { id: personId, ...me, assignments: [{ post: "headquarters" }] };
  await importCompany(ports, { company, projects: [project], people: [person], households: [] });
  return undefined;
}
