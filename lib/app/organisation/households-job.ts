import type { Complaint } from "../../domain/complaint/document.ts";
import {
  type HouseholdDifference,
  householdAddress,
  householdDifference,
  identityOf,
  occupancyOf,
} from "../../domain/organisation/households.ts";
import { householdOf } from "../../domain/organisation/identity/household-key.ts";
import type { Household } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import {
  EXAMPLES,
  type HouseholdsResult,
  type HouseholdsTask,
  type Job,
  type JobPart,
} from "../ports/job.ts";
import { recordMonth } from "./project-month.ts";

export type HouseholdsPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "organisation" | "households" | "jobs"
>;

const PAGE = 100;
/** Whoever pages through the list before may finish. */
const OLD_ROWS_SECONDS = 86_400;

/** Compares a staged list with the one that counts; then, if it was confirmed, lets it count. May be done twice. */
export async function householdsPage(
  ports: HouseholdsPorts,
  job: Job,
  task: HouseholdsTask,
  part: JobPart,
): Promise<JobPart> {
  const { projectId } = task;
  const rows = await ports.households.households(projectId, task.importId);
  if (ports.crypto.digest(JSON.stringify(rows)) !== task.contentHash)
    throw new Error(`the rows of household import ${task.importId} are not all there`);
  const standing = await ports.households.list(projectId);
  const pages = part.pages + 1;
  if (part.households === undefined) {
    const before =
      standing === undefined ? [] : await ports.households.households(projectId, standing.importId);
    const households = await resultOf(ports, projectId, householdDifference(before, rows), rows);
    return { ...part, pages, seen: rows.length, households, done: !task.apply };
  }
  if (standing?.importId !== task.importId) {
    await ports.households.keep(projectId, task.importId);
    const activated = await ports.households.activate({
      projectId,
      version: task.version,
      importId: task.importId,
      ...(standing === undefined ? {} : { previousImportId: standing.importId }),
      contentHash: task.contentHash,
      month: task.month,
      at: toInstant(ports.clock.now()),
      by: job.startedBy,
      households: rows.length,
    });
    // Somebody else's list was first: this one was compared with another than the one that counts now.
    const isMine = activated || (await ports.households.list(projectId))?.importId === task.importId;
    if (!isMine) {
      await forget(ports, projectId, task.importId);
      return { ...part, pages, errors: ["households-changed"], done: true };
    }
  }
  const old = (await ports.households.list(projectId))?.previousImportId;
  if (old !== undefined) await forget(ports, projectId, old);
  const { month } = task;
  await recordMonth(ports, {
    ...occupancyOf(rows),
    projectId,
    month,
    source: "households",
    by: job.startedBy,
  });
  return { ...part, pages, changed: changedIn(part.households), done: true };
}

function forget(ports: HouseholdsPorts, projectId: string, importId: string): Promise<void> {
  return ports.households.keep(
    projectId,
    importId,
    plusSeconds(toInstant(ports.clock.now()), OLD_ROWS_SECONDS),
  );
}

function changedIn({ added, gone, changed }: HouseholdsResult): number {
  return added + gone + changed;
}

async function resultOf(
  ports: HouseholdsPorts,
  projectId: string,
  { added, gone, changed }: HouseholdDifference,
  rows: readonly Household[],
): Promise<HouseholdsResult> {
  const touched = gone.length === 0 ? [] : await openIn(ports, projectId, gone);
  return {
    households: rows.length,
    ...occupancyOf(rows),
    added: added.length,
    gone: gone.length,
    changed: changed.length,
    touched: touched.length,
    examples: {
      added: added.slice(0, EXAMPLES),
      gone: gone.slice(0, EXAMPLES).map(householdAddress),
      changed: changed.slice(0, EXAMPLES),
      touched: touched.slice(0, EXAMPLES).map(({ registration: { id, number } }) => ({ id, number })),
    },
  };
}

/** Open complaints of households that are gone. */
async function openIn(
  { complaints }: HouseholdsPorts,
  projectId: string,
  gone: readonly Household[],
): Promise<readonly Complaint[]> {
  const keys = new Set(gone.map(identityOf));
  const found: Complaint[] = [];
  let cursor: string | undefined;
  do {
    const page = await complaints.openByProject(projectId, {
      limit: PAGE,
      ...defined({ cursor }),
    });
    const open = await complaints.loadMany(page.items.map(({ id }) => id));
    found.push(...open.filter(({ registration }) => keys.has(householdOf(registration) ?? "")));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}
