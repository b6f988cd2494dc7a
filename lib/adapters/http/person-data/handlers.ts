import type * as z from "zod";
import { showComplaint } from "../../../app/complaints/read.ts";
import { askPersonData, decidePersonData, listPersonRequests } from "../../../app/person-data/request.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { personDataRoutes } from "../../../contracts/person-data/routes.ts";
import type { personDataRequest } from "../../../contracts/person-data/views.ts";
import { type PersonDataRequest, personDataState } from "../../../domain/person-data/request.ts";
import { defined } from "../../../domain/present.ts";
import { type Instant, toInstant } from "../../../domain/time/instant.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type PersonDataApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "organisation" | "personRequests" | "rules"
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
} satisfies ServingsOf<typeof personDataRoutes, PersonDataApiPorts>;

function viewOf(request: PersonDataRequest, now: Instant): z.output<typeof personDataRequest> {
  const { id, kind, number, projectId, by, askedAt, dueAt, decided } = request;
  return {
    id,
    kind,
    number,
    projectId,
    by: "id" in by ? by.id : by.kind,
    askedAt,
    dueAt,
    state: personDataState(request, now),
    ...defined({ reason: decided?.reason }),
  };
}
