import { readHouseholds } from "../../domain/organisation/household-file.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { mayRule } from "../../domain/organisation/rights.ts";
import type { RowFault, TextTable } from "../../domain/organisation/table.ts";
import { localDate, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { shortDigest } from "../documents/ids.ts";
import { kickJob, startJob } from "../jobs/start.ts";
import type { Ports } from "../ports/index.ts";
import type { HouseholdsTask } from "../ports/job.ts";
import { type Problem, problem } from "../problems/problem.ts";

type ImportPorts = Pick<Ports, "clock" | "crypto" | "organisation" | "households" | "jobs" | "reactQueue">;

export interface HouseholdFile {
  readonly projectId: string;
  /** The month it is given for, `YYYY-MM`: its occupied households and area count for that month. */
  readonly month: string;
  readonly table: TextTable;
  /** Only compares; nothing is kept. */
  readonly dryRun: boolean;
  /** Confirmed: rows with a fault are left out. Without it one fault keeps the whole file out. */
  readonly skipFaulty: boolean;
}

export interface HouseholdReport {
  readonly rows: number;
  readonly valid: number;
  readonly faults: readonly RowFault[];
  /** The job that compares, and puts the list in; absent where there is nothing to compare or faults are not confirmed. */
  readonly jobId?: string;
}

/** Rows of a list that is never put in are forgotten after a week. */
const STAGED_SECONDS = 7 * 86_400;

/**
 * Puts in the households of a project from a file, the whole list at a time: its rows are staged, a job compares them
 * with the list that counts and then lets them count. The same file sent again is the same job.
 */
export async function importHouseholds(
  ports: ImportPorts,
  person: Person,
  { projectId, month, table, dryRun, skipFaulty }: HouseholdFile,
): Promise<HouseholdReport | Problem> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !mayRule(person, project))
    return problem("unknown-project", { path: "projectId" });
  const now = toInstant(ports.clock.now());
  const { households, faults } = readHouseholds(table, projectId, localDate(now, project.timeZone));
  const report = { rows: table.rows.length, valid: households.length, faults };
  if (households.length === 0 || (faults.length > 0 && !skipFaulty && !dryRun)) return report;
  const standing = await ports.households.list(projectId);
  const contentHash = ports.crypto.digest(JSON.stringify(households));
  if (!dryRun && standing?.contentHash === contentHash && standing.month === month) {
    // Sent again after it was put in: the answer was lost.
    const done = await ports.jobs.job(jobOf(standing.importId));
    if (done?.startedBy === person.id) return { ...report, jobId: done.id };
  }
  const version = (standing?.version ?? 0) + 1;
  const said = JSON.stringify([person.id, projectId, month, contentHash, version, dryRun]);
  const importId = shortDigest(ports.crypto, said);
  const task: HouseholdsTask = {
    kind: "households",
    projectId,
    month,
    importId,
    contentHash,
    version,
    apply: !dryRun,
  };
  const jobId = jobOf(importId);
  const started = await ports.jobs.job(jobId);
  if (started !== undefined) await kickJob(ports, started);
  else {
    await ports.households.stage(projectId, importId, households, plusSeconds(now, STAGED_SECONDS));
    await startJob(ports, {
      id: jobId,
      task,
      startedAt: now,
      startedBy: person.id,
      projectIds: [projectId],
    });
  }
  return { ...report, jobId };
}

function jobOf(importId: string): string {
  return `households-${importId}`;
}
