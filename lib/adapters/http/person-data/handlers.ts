import type * as z from "zod";
import { showComplaint } from "../../../app/complaints/read.ts";
import { copyLinkOf } from "../../../app/erasure/copy.ts";
import { startPersonData } from "../../../app/erasure/job.ts";
import { retentionView } from "../../../app/erasure/retention-view.ts";
import { noteRead } from "../../../app/person-data/reads.ts";
import {
  askPersonData,
  decidePersonData,
  listPersonRequests,
  personRequestFor,
} from "../../../app/person-data/request.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import type { personDataStart } from "../../../contracts/person-data/bodies.ts";
import { personDataRoutes } from "../../../contracts/person-data/routes.ts";
import type { personDataRequest } from "../../../contracts/person-data/views.ts";
import type { Person } from "../../../domain/organisation/organisation.ts";
import {
  type PersonDataJob,
  type PersonDataKind,
  type PersonDataRequest,
  personDataState,
} from "../../../domain/person-data/request.ts";
import { defined, omit } from "../../../domain/present.ts";
import { type Instant, toInstant } from "../../../domain/time/instant.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type PersonDataApiPorts = Pick<
  Ports,
  | "attachments"
  | "clock"
  | "complaints"
  | "crypto"
  | "organisation"
  | "personRequests"
  | "readLog"
  | "retention"
  | "counters"
  | "rules"
  | "telemetry"
>;

const defaultLimit = 50;

/** What people ask about the own data. */
export const personDataHandlers = {
  askPersonData: forStaff(
    personDataRoutes.askPersonData,
    async (ports: PersonDataApiPorts, { body, person }) => {
      const shown = await showComplaint(ports, person, body.complaint);
      if (isProblem(shown)) return { ...shown, path: "complaint" };
      const by = { kind: "person", id: person.id } as const;
      const request = await askPersonData(ports, shown.complaint, body.kind, by);
      return json(200, viewOf(request, toInstant(ports.clock.now())));
    },
  ),

  listPersonData: forStaff(
    personDataRoutes.listPersonData,
    async (ports: PersonDataApiPorts, { query, person }) => {
      const page = await listPersonRequests(ports, person, { limit: defaultLimit, ...query });
      const now = toInstant(ports.clock.now());
      return json(200, { ...page, items: page.items.map((request) => viewOf(request, now)) });
    },
  ),

  decidePersonData: forStaff(
    personDataRoutes.decidePersonData,
    async (ports: PersonDataApiPorts, { params, body, person }) => {
      const decided = await decidePersonData(ports, person, params.id, body);
      return isProblem(decided) ? decided : json(200, viewOf(decided, toInstant(ports.clock.now())));
    },
  ),
  startPersonDataExport: forStaff(
    personDataRoutes.startPersonDataExport,
    async (ports: PersonDataApiPorts, { body, person }) => started(ports, person, "export", body),
  ),

  startPersonDataErasure: forStaff(
    personDataRoutes.startPersonDataErasure,
    async (ports: PersonDataApiPorts, { body, person }) => started(ports, person, "erasure", body),
  ),

  showRetention: forStaff(personDataRoutes.showRetention, async (ports: PersonDataApiPorts) => {
    const view = await retentionView(ports);
    const nights = view.nights.map((night) => omit(night, "complaintsUntil"));
    return json(200, { ...view, nights });
  }),

  showPersonData: forStaff(
    personDataRoutes.showPersonData,
    async (ports: PersonDataApiPorts, { params, person }) => {
      const request = await personRequestFor(ports, person, params.id);
      return isProblem(request) ? request : json(200, viewOf(request, toInstant(ports.clock.now())));
    },
  ),

  fetchPersonDataCopy: forStaff(
    personDataRoutes.fetchPersonDataCopy,
    async (ports: PersonDataApiPorts, { params, person }) => {
      const request = await personRequestFor(ports, person, params.id);
      if (isProblem(request)) return request;
      const url = await copyLinkOf(ports, request);
      if (url === undefined) return problem("unknown-request");
      // Whoever fetches a copy has been shown the complaint it was asked from.
      const complaint = await ports.complaints.load(request.complaintId);
      if (complaint !== undefined) await noteRead(ports, person, complaint, "file");
      return json(200, { url });
    },
  ),
} satisfies ServingsOf<typeof personDataRoutes, PersonDataApiPorts>;

async function started(
  ports: PersonDataApiPorts,
  person: Person,
  kind: PersonDataKind,
  { evenOpen = false, ...named }: z.output<typeof personDataStart>,
) {
  const asked = "request" in named ? await personRequestFor(ports, person, named.request) : undefined;
  if (asked !== undefined && isProblem(asked)) return { ...asked, path: "request" };
  if (asked !== undefined && asked.kind !== kind) return problem("unknown-request", { path: "request" });
  const of = asked?.complaintId ?? ("complaint" in named ? named.complaint : "");
  const shown = await showComplaint(ports, person, of);
  if (isProblem(shown)) return { ...shown, path: "complaint" };
  const by = { kind: "person", id: person.id } as const;
  const from = { complaint: shown.complaint, ...defined({ asked }) };
  const request = await startPersonData(ports, from, { kind, evenOpen, by });
  if (isProblem(request)) return request;
  return json(202, { jobId: request.id, request: viewOf(request, toInstant(ports.clock.now())) });
}

function jobOf(job: PersonDataJob) {
  const { startedAt, startedBy, complaintIds, done, steps, receipt, finishedAt, copy } = job;
  return {
    startedAt,
    startedBy,
    complaints: complaintIds.length,
    done: Math.min(done.length, steps),
    total: steps,
    removed: { ...receipt.removed },
    kept: [...receipt.kept],
    waiting: [...receipt.waiting],
    ...defined({ finishedAt, copyUntil: copy?.until }),
  };
}

function viewOf(request: PersonDataRequest, now: Instant): z.output<typeof personDataRequest> {
  const { id, kind, number, projectId, by, askedAt, dueAt, decided, job } = request;
  return {
    id,
    kind,
    number,
    projectId,
    by: "id" in by ? by.id : by.kind,
    askedAt,
    dueAt,
    state: personDataState(request, now),
    ...defined({ reason: decided?.reason, job: job && jobOf(job) }),
  };
}
