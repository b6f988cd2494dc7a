import { identityOf } from "../../domain/organisation/households.ts";
import type { Company, Household, Person, Project } from "../../domain/organisation/organisation.ts";
import { monthOf, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { shortDigest } from "../documents/ids.ts";
import { noteEarlierSince } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";

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

type ImportPorts = Pick<Ports, "clock" | "crypto" | "organisation" | "households">;

/**
 * Writes company, projects, people and households. Every item is written by its own key, so importing the same or a
 * corrected folder again, also after a crash in the middle, ends in the same state; nothing is deleted but households
 * that a project's new list does not have.
 */
export async function importCompany(
  ports: ImportPorts,
  { company, projects, people, households }: CompanyToImport,
): Promise<ImportCounts> {
  const { organisation } = ports;
  for (const project of projects)
    await noteEarlierSince(ports, await organisation.project(project.id), project);
  await organisation.importAll(projects, people);
  for (const project of projects) {
    const own = households.filter(({ projectId }) => projectId === project.id);
    if (own.length > 0) await putHouseholds(ports, project, own);
  }
  // Last: a company that is there has its projects and people.
  await organisation.putCompany({ name: company.name, timeZone: company.timeZone });
  return { projects: projects.length, people: people.length, households: households.length };
}

const DAY_SECONDS = 86_400;

/** A list that somebody puts in at the same moment is an error: the operator repeats the import. */
async function putHouseholds(
  { clock, crypto, households: store }: ImportPorts,
  { id: projectId, timeZone }: Project,
  households: readonly Household[],
): Promise<void> {
  const rows = [...new Map(households.map((one) => [identityOf(one), one])).values()];
  const contentHash = crypto.digest(JSON.stringify(rows));
  const standing = await store.list(projectId);
  if (standing?.contentHash === contentHash) return;
  const at = toInstant(clock.now());
  const version = (standing?.version ?? 0) + 1;
  const importId = shortDigest(crypto, JSON.stringify(["operator", projectId, contentHash, version]));
  await store.stage(projectId, importId, rows, plusSeconds(at, DAY_SECONDS));
  await store.keep(projectId, importId);
  const activated = await store.activate({
    projectId,
    version,
    importId,
    ...(standing === undefined ? {} : { previousImportId: standing.importId }),
    contentHash,
    month: monthOf(at, timeZone),
    at,
    by: "operator",
    households: rows.length,
  });
  if (!activated) throw new Error(`somebody put in households of ${projectId} at the same moment`);
  if (standing !== undefined) await store.keep(projectId, standing.importId, plusSeconds(at, DAY_SECONDS));
}
