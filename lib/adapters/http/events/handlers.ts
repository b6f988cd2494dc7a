import { listEvents, showEvent } from "../../../app/emergencies/read.ts";
import { registerEvent } from "../../../app/emergencies/register.ts";
import { reportEvent } from "../../../app/emergencies/report.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { eventRoutes } from "../../../contracts/events/routes.ts";
import { onlyProject } from "../core/only-project.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { eventResultOf, eventViewOf } from "./event-view.ts";

export type EventsApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "emergencies" | "organisation" | "rules" | "telemetry" | "webhooks"
>;

const defaultLimit = 50;

/** Emergency events (突发事件, D7): any staff of the project reports, those who lead read. */
export const eventHandlers = {
  listEvents: forStaff(eventRoutes.listEvents, async (ports: EventsApiPorts, { query, person }) => {
    const projectId = query.projectId ?? (await onlyProject(ports, person));
    const page = await listEvents(ports, person, { limit: defaultLimit, ...query, projectId });
    return isProblem(page) ? page : json(200, page);
  }),

  showEvent: forStaff(eventRoutes.showEvent, async (ports: EventsApiPorts, { params, person }) => {
    const event = await showEvent(ports, person, params.id);
    return isProblem(event) ? event : json(200, eventViewOf(event));
  }),

  registerEvent: forStaff(eventRoutes.registerEvent, async (ports: EventsApiPorts, { body, key, person }) => {
    const result = await registerEvent(ports, { emergency: body, idempotencyKey: key, person });
    return isProblem(result) ? result : json(result.created ? 201 : 200, eventResultOf(result.event));
  }),

  reportEvent: forStaff(
    eventRoutes.reportEvent,
    async (ports: EventsApiPorts, { params, body, key, person }) => {
      const { version, ...report } = body;
      const given = { eventId: params.id, report, version, idempotencyKey: key, person };
      const result = await reportEvent(ports, given);
      return isProblem(result) ? result : json(200, eventResultOf(result));
    },
  ),
} satisfies ServingsOf<typeof eventRoutes, EventsApiPorts>;
