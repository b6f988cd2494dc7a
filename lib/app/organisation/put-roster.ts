import type { Person } from "../../domain/organisation/organisation.ts";
import { mayRule } from "../../domain/organisation/rights.ts";
import type { RosterEdition } from "../../domain/organisation/roster.ts";
import { readRoster } from "../../domain/organisation/roster-file.ts";
import type { RowFault, TextTable } from "../../domain/organisation/table.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

type RosterPorts = Pick<Ports, "clock" | "crypto" | "organisation">;

export interface RosterFile {
  readonly projectId: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly table: TextTable;
  /** Only looks; nothing is written. */
  readonly dryRun: boolean;
  /** Confirmed: rows with a fault are left out. Without it one fault keeps the whole file out. */
  readonly skipFaulty: boolean;
}

export interface RosterReport {
  readonly rows: number;
  readonly valid: number;
  readonly faults: readonly RowFault[];
  /** False for a dry run, for a file with unconfirmed faults, and for one without a valid row. */
  readonly applied: boolean;
  /** The version in force afterwards; 0 if there is none. */
  readonly version: number;
}

/**
 * Puts in the roster of a project and month from a file: the whole month, in one conditional write. The same roster
 * again is no new version. Two people at once: one wins, the other is told (roster-changed).
 */
export async function putRoster(
  ports: RosterPorts,
  person: Person,
  { projectId, month, table, dryRun, skipFaulty }: RosterFile,
): Promise<RosterReport | Problem> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !mayRule(person, project)) {
    return problem("unknown-project", { path: "projectId" });
  }
  const [people, standing] = await Promise.all([
    ports.organisation.people(),
    ports.organisation.roster(projectId, month),
  ]);
  const { shifts, faults } = readRoster(table, month, project, people);
  const report = { rows: table.rows.length, valid: shifts.length, faults };
  const before = standing?.version ?? 0;
  if (dryRun || shifts.length === 0 || (faults.length > 0 && !skipFaulty)) {
    return { ...report, applied: false, version: before };
  }
  const contentHash = ports.crypto.digest(JSON.stringify(shifts));
  if (standing?.contentHash === contentHash) return { ...report, applied: true, version: before };
  const edition: RosterEdition = {
    projectId,
    month,
    version: before + 1,
    contentHash,
    at: toInstant(ports.clock.now()),
    by: person.id,
    shifts,
  };
  if (!(await ports.organisation.addRoster(edition))) return problem("roster-changed");
  return { ...report, applied: true, version: edition.version };
}
