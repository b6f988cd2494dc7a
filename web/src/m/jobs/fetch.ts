import type { components } from "../../api/schema.ts";
import type { Answer } from "../outbox/drain.ts";
import { detailOf, type Job } from "./job.ts";

type Schemas = components["schemas"];
type Row = Schemas["ComplaintRow"];

/** GET of the API. Throws Unreachable and SignInNeeded. */
export type Get = <T>(path: string) => Promise<Answer<T>>;

export type About = Pick<Job, "personId" | "projectName" | "timeZone">;

/** So many projects are asked; whoever reaches more looks at the desk. */
const mostProjects = 30;
const pageSize = "200";

/**
 * The open complaints in a person's hands. What has not changed since it was last seen is not asked for again. Undefined
 * where the server could not say. `onRows` shows what the list alone tells before each has been asked for.
 */
export async function fetchJobs(
  get: Get,
  personId: string,
  known: readonly Job[],
  onRows: (jobs: readonly Job[]) => void = () => undefined,
): Promise<readonly Job[] | undefined> {
  const projects = await get<Schemas["ProjectList"]>("/projects");
  if (!projects.ok) return undefined;
  // All lists before the first job: where the network is slow, one does not wait for the other.
  const lists = await Promise.all(
    projects.value.items.slice(0, mostProjects).map(async ({ id, name, timeZone }) => {
      const rows = await rowsOf(get, id, personId);
      return rows?.map((row) => ({ row, about: { personId, projectName: name, timeZone } }));
    }),
  );
  const found = lists.flatMap((list) => list ?? []);
  if (lists.includes(undefined)) return undefined;
  onRows(found.map(({ row, about }) => known.find(({ id }) => id === row.id) ?? jobOfRow(row, about)));
  const jobs = await Promise.all(found.map(({ row, about }) => jobOf(get, row, about, known)));
  return jobs.filter((job) => job !== undefined);
}

/** Enough for the list; what may be done with it is not known yet. */
function jobOfRow(row: Row, about: About): Job {
  const { complainant } = row;
  const told = { anonymous: complainant.anonymous, hasPhone: complainant.phone !== undefined };
  const name = complainant.name === undefined ? {} : { name: complainant.name };
  return {
    id: row.id,
    ...about,
    seenAt: row.receivedAt,
    detail: { ...row, allowed: [], complainant: { ...told, ...name } },
  };
}

async function rowsOf(get: Get, projectId: string, handler: string): Promise<Row[] | undefined> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ projectId, handler, limit: pageSize });
    if (cursor !== undefined) query.set("cursor", cursor);
    const page = await get<Schemas["ComplaintPage"]>(`/complaints?${query}`);
    if (!page.ok) return undefined;
    rows.push(...page.value.items);
    cursor = page.value.cursor;
  } while (cursor !== undefined);
  return rows;
}

async function jobOf(get: Get, row: Row, about: About, known: readonly Job[]): Promise<Job | undefined> {
  const before = known.find(({ id }) => id === row.id);
  // Clocks move without the version.
  if (before?.detail.version === row.version) {
    return { ...before, ...about, detail: { ...before.detail, clocks: row.clocks } };
  }
  return (await fetchJob(get, row.id, about)) ?? before;
}

/** One complaint as a job; undefined where the server does not tell it. */
export async function fetchJob(get: Get, id: string, about: About): Promise<Job | undefined> {
  const answer = await get<Schemas["Complaint"]>(`/complaints/${encodeURIComponent(id)}`);
  if (!answer.ok) return undefined;
  const detail = detailOf(answer.value);
  return { id: detail.id, ...about, seenAt: answer.at, detail };
}
