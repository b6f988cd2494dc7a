import { allowedTo } from "../../domain/complaint/answering.ts";
import { type Complaint, isOpen, personalValue } from "../../domain/complaint/document.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import type { Acting, Person, Project } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { factRow } from "../../domain/statistics/fact-row.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { reachedProject } from "../organisation/staffing.ts";
import type { NumberSeen } from "../ports/call-log.ts";
import type { ListedComplaint } from "../ports/complaints.ts";
import type { Ports } from "../ports/index.ts";
import type { Page } from "../ports/page.ts";
import type { PaperTaken } from "../ports/paper-log.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { actingAs } from "./acting.ts";
import { type ClockDetail, clockDetails } from "./clock-view.ts";
import { type Search, searchComplaints } from "./search.ts";
import { type SeenComplaint, seeingFor, seenBy } from "./seen.ts";

type ReadPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "notices" | "rules">;
type SearchingPorts = ReadPorts & Pick<Ports, "searchIndex">;

export interface ListQuery {
  readonly projectId: string;
  readonly month?: string;
  readonly status?: string;
  readonly level?: string;
  readonly channel?: string;
  readonly handler?: string;
  readonly dueBefore?: Instant;
  /** What somebody typed (search.ts). */
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of a work list, with who and what its rows name. */
export interface ListedPage
  extends Page<ListedComplaint & { readonly complaint: Complaint; readonly project: Project }> {
  readonly people: readonly Person[];
  readonly now: Instant;
}

/**
 * A work list: the open complaints of a project, next due first; with `month` all that were received in it; with `q`
 * those that match. Filters other than project, month and due apply within a page, so a page may be short.
 */
export async function listComplaints(
  ports: SearchingPorts,
  reader: Person,
  query: ListQuery,
): Promise<ListedPage | Problem> {
  const reached = await reachedProject(ports, reader, query.projectId);
  if (reached === undefined) return problem("unknown-project", { path: "projectId" });
  const { project, person } = reached;
  if (query.q !== undefined)
    return foundComplaints(ports, reader, { ...query, q: query.q, projects: [project] });
  const seeing = await seeingFor(ports, project);
  const shown = (complaint: Complaint) => seenBy(complaint, person, project, seeing).complaint;
  const page = { limit: query.limit, ...defined({ cursor: query.cursor }) };
  const listed =
    query.month === undefined
      ? await ports.complaints.openByProject(project.id, {
          ...page,
          ...defined({ dueBefore: query.dueBefore }),
        })
      : await ports.complaints.receivedInMonth(project.id, query.month, page);
  const rows = listed.items.filter(({ fact }) => matches(fact, query));
  const documents = new Map(
    (await ports.complaints.loadMany(rows.map((row) => row.id))).map((c) => [c.registration.id, c]),
  );
  const items = rows.flatMap((row) => {
    const complaint = documents.get(row.id);
    return complaint === undefined ? [] : [{ ...row, project, complaint: shown(complaint) }];
  });
  return named(ports, items, listed);
}

/** What is found by the words typed, with the people its rows name. */
export async function foundComplaints(
  ports: SearchingPorts,
  reader: Person,
  search: Search,
): Promise<ListedPage> {
  const found = await searchComplaints(ports, reader, search);
  return named(ports, found.items, found);
}

/** Rows of a project by their ids, in any order, as the list shows them. */
export async function listedByIds(
  ports: ReadPorts,
  person: Acting,
  project: Project,
  ids: readonly string[],
): Promise<ListedPage> {
  const [seeing, documents] = await Promise.all([seeingFor(ports, project), ports.complaints.loadMany(ids)]);
  const items = documents.map((complaint) => ({
    id: complaint.registration.id,
    fact: factRow(complaint),
    project,
    complaint: seenBy(complaint, person, project, seeing).complaint,
  }));
  return named(ports, items, {});
}

/** The rows with the names of the people in them. */
async function named(
  ports: ReadPorts,
  items: ListedPage["items"],
  { cursor }: { readonly cursor?: string },
): Promise<ListedPage> {
  const people = items.length === 0 ? [] : await ports.organisation.people();
  return { items, people, now: toInstant(ports.clock.now()), ...defined({ cursor }) };
}

function matches(fact: ListedComplaint["fact"], query: ListQuery): boolean {
  return (
    (query.status === undefined || fact.status === query.status) &&
    (query.level === undefined || fact.level === query.level) &&
    (query.channel === undefined || fact.channel === query.channel) &&
    (query.handler === undefined || fact.handlerId === query.handler) &&
    (query.dueBefore === undefined || (fact.nextDueAt !== undefined && fact.nextDueAt < query.dueBefore))
  );
}

export interface ShownComplaint extends SeenComplaint {
  readonly project: Project;
  readonly allowed: ReturnType<typeof allowedTo>;
}

/** One complaint by id or number, for a person whose posts reach its project; others do not learn that it exists. */
export async function showComplaint(
  ports: Pick<ReadPorts, "clock" | "complaints" | "organisation" | "rules">,
  reader: Person,
  idOrNumber: string,
  loading = ports.complaints.load(idOrNumber),
): Promise<ShownComplaint | Problem> {
  const complaint =
    (await loading) ?? (await loadDefined(ports, await ports.complaints.idByNumber(idOrNumber)));
  if (complaint === undefined) return problem("unknown-complaint");
  const reached = await reachedProject(ports, reader, complaint.registration.projectId);
  if (reached === undefined) return problem("unknown-complaint");
  const { project, person } = reached;
  const [whole, seeing, acting] = await Promise.all([
    ports.complaints.whole(complaint),
    seeingFor(ports, project),
    actingAs(ports, person, project, complaint),
  ]);
  return {
    ...seenBy(whole, person, project, seeing),
    project,
    allowed: allowedTo(complaint, person, project, acting),
  };
}

async function loadDefined(
  ports: Pick<ReadPorts, "complaints">,
  id: string | undefined,
): Promise<Complaint | undefined> {
  return id === undefined ? undefined : ports.complaints.load(id);
}

export interface History {
  readonly complaint: Complaint;
  readonly events: readonly {
    readonly event: StoredEvent;
    /** Free text of the event by field; an erased value is absent. */
    readonly texts: Readonly<Record<string, string>>;
    readonly notices: readonly Notice[];
  }[];
  /** Who took which paper form, oldest first. */
  readonly papers: readonly PaperTaken[];
  /** Who was shown the complainant's number, oldest first. */
  readonly calls: readonly NumberSeen[];
  readonly people: readonly Person[];
  readonly project: Project;
}

/** Everything that happened, with the messages each event caused and their states. */
export async function history(
  ports: ReadPorts & Pick<Ports, "paperLog" | "callLog">,
  person: Person,
  id: string,
): Promise<History | Problem> {
  const shown = await showComplaint(ports, person, id);
  if ("problem" in shown) return shown;
  const { complaint } = shown;
  const project = await ports.organisation.project(complaint.registration.projectId);
  if (project === undefined) throw new Error(`unknown project of complaint ${id}`);
  const notices = await ports.notices.ofComplaint(complaint.registration.id);
  return {
    complaint,
    project,
    papers: await ports.paperLog.ofComplaint(complaint.registration.id),
    calls: await ports.callLog.ofComplaint(complaint.registration.id),
    people: await ports.organisation.people(),
    events: complaint.events.map((event) => ({
      event,
      texts: textsOf(complaint, event),
      notices: notices.filter(
        (notice) => notice.subject.kind === "complaint" && notice.subject.seq === event.seq,
      ),
    })),
  };
}

function textsOf(complaint: Complaint, event: StoredEvent): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const field of Object.keys(event.digests ?? {})) {
    const value = personalValue(complaint, event.seq, field);
    if (value !== undefined) texts[field] = value;
  }
  return texts;
}

export async function clocks(
  ports: ReadPorts & Pick<Ports, "rules">,
  person: Person,
  id: string,
): Promise<
  { readonly complaint: Complaint; readonly open: boolean; readonly clocks: readonly ClockDetail[] } | Problem
> {
  const shown = await showComplaint(ports, person, id);
  if ("problem" in shown) return shown;
  const { complaint } = shown;
  return {
    complaint,
    open: isOpen(complaint),
    clocks: await clockDetails(ports, complaint, toInstant(ports.clock.now())),
  };
}
