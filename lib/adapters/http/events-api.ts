import { listEvents, showEvent } from "../../app/emergencies/read.ts";
import { registerEvent } from "../../app/emergencies/register.ts";
import { reportEvent } from "../../app/emergencies/report.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { emergencyBody, eventQuery, eventReportBody } from "../../contracts/events/bodies.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { eventResultOf, eventViewOf } from "./event-view.ts";
import { requiredIdempotencyKey } from "./idempotency.ts";
import { onlyProject } from "./only-project.ts";
import { refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type EventsApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "emergencies" | "organisation" | "rules" | "telemetry"
>;

const defaultLimit = 50;

/** GET /events: the emergency events of a project in a month. */
export async function list(ports: EventsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const query = validated(eventQuery, request.query);
  const projectId = query.projectId ?? (await onlyProject(ports, person));
  const page = await listEvents(ports, person, { limit: defaultLimit, ...query, projectId });
  if (isProblem(page)) throw refusalOf(page);
  return json(200, page);
}

/** GET /events/{id} */
export async function show(ports: EventsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const event = await showEvent(ports, person, request.parameters["id"] ?? "");
  if (isProblem(event)) throw refusalOf(event);
  return json(200, eventViewOf(event));
}

/** POST /events: any staff of the project reports. */
export async function register(ports: EventsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const emergency = validated(emergencyBody, request.json());
  const idempotencyKey = requiredIdempotencyKey(request);
  const result = await registerEvent(ports, { emergency, idempotencyKey, person });
  if (isProblem(result)) throw refusalOf(result);
  return json(result.created ? 201 : 200, eventResultOf(result.event));
}

/** POST /events/{id}/reports */
export async function report(ports: EventsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { version, ...given } = validated(eventReportBody, request.json());
  const idempotencyKey = requiredIdempotencyKey(request);
  const eventId = request.parameters["id"] ?? "";
  const result = await reportEvent(ports, { eventId, report: given, version, idempotencyKey, person });
  if (isProblem(result)) throw refusalOf(result);
  return json(200, eventResultOf(result));
}
