import type { Person } from "../../domain/organisation/organisation.ts";
import { type Instant, plusSeconds } from "../../domain/time/instant.ts";
import { reachedProject } from "../organisation/staffing.ts";
import type { ChangeMark } from "../ports/complaints.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { type ListedPage, listedByIds } from "./read.ts";

type ChangePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "notices" | "rules">;

/** Entries of one read of the index: half a unit. */
const GLANCE = 25;
/** More than a list takes over one by one. */
const MANY = 200;
/** Writers' clocks differ, and one may write slowly: what is older than the newest entry by less may still come in. */
const LATE_SECONDS = 10;

export interface Changes {
  /** Says up to where one has seen everything. */
  readonly stamp: string;
  /** Too much has changed, or nothing is known of what was seen: the list is to be read anew. */
  readonly everything: boolean;
  readonly rows?: ListedPage;
}

/**
 * The complaints of a project that changed since somebody looked. Where nothing did, one small query of the index of
 * changes is all that is read. A change may be told twice, and is never left out.
 */
export async function changedSince(
  ports: ChangePorts,
  reader: Person,
  projectId: string,
  after: string | undefined,
): Promise<Changes | Problem> {
  const [reached, newest] = await Promise.all([
    reachedProject(ports, reader, projectId),
    ports.complaints.changedLast(projectId, GLANCE),
  ]);
  if (reached === undefined) return problem("unknown-project", { path: "projectId" });
  const { project, person } = reached;
  const stamp = stampOf(ports, newest);
  if (after === stamp) return { stamp, everything: false };
  const seen = seenUntil(after);
  if (seen === undefined) return { stamp, everything: true };
  const from = plusSeconds(seen, -LATE_SECONDS);
  const all = reachesBack(newest, from, GLANCE)
    ? newest
    : await ports.complaints.changedLast(projectId, MANY);
  if (!reachesBack(all, from, MANY)) return { stamp, everything: true };
  const ids = all.filter(({ at }) => at >= from).map(({ id }) => id);
  return { stamp, everything: false, rows: await listedByIds(ports, person, project, [...new Set(ids)]) };
}

function reachesBack(marks: readonly ChangeMark[], from: Instant, asked: number): boolean {
  const oldest = marks.at(-1);
  return oldest === undefined || marks.length < asked || oldest.at < from;
}

/** `<newest instant>~<digest>` of the entries among which one may still come in late. */
function stampOf({ crypto }: Pick<Ports, "crypto">, newest: readonly ChangeMark[]): string {
  const [first] = newest;
  if (first === undefined) return `${BEGINNING}~`;
  const from = plusSeconds(first.at, -LATE_SECONDS);
  const unsettled = newest
    .filter(({ at }) => at >= from)
    .map(({ at, id, version }) => `${at} ${id} ${version}`);
  return `${first.at}~${crypto.digest(unsettled.toSorted(byText).join("\n")).slice(0, 16)}`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

const BEGINNING = "1970-01-01T00:00:00.000Z";

/** The instant of a stamp; undefined for what is none of ours. */
function seenUntil(stamp: string | undefined): Instant | undefined {
  const [at = ""] = (stamp ?? "").split("~");
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))
    ? at
    : undefined;
}
