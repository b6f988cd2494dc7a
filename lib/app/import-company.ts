import type { Company, Household, Person, Project } from "../domain/organisation/organisation.ts";
import type { Ports } from "./ports.ts";

/** A company as its folder describes it, checked by lib/contracts/company-file.ts. */
export interface CompanyToImport {
  readonly company: Company;
  readonly projects: readonly Project[];
  readonly people: readonly Person[];
  readonly households: readonly Household[];
}

export interface ImportCounts {
  readonly projects: number;
  readonly people: number;
  readonly households: number;
}

type ImportPorts = Pick<Ports, "organisation">;

/**
 * Writes company, projects, people and households. Every item is written by its own key, so importing the same or a
 * corrected folder again, also after a crash in the middle, ends in the same state; nothing is deleted.
 */
export async function importCompany(
  { organisation }: ImportPorts,
  { company, projects, people, households }: CompanyToImport,
): Promise<ImportCounts> {
  for (const project of projects) await organisation.putProject(project);
  for (const person of people) await organisation.putPerson(person);
  await organisation.putHouseholds(households);
  // Last: a company that is there has its projects and people.
  await organisation.putCompany({ name: company.name, timeZone: company.timeZone });
  return { projects: projects.length, people: people.length, households: households.length };
}
