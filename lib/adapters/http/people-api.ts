import { previewHandover, startHandover } from "../../app/handover/start.ts";
import { peopleInReach, personWithChanges, putPerson } from "../../app/organisation/put-person.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { handoverBody, peopleQuery, personBody } from "../../contracts/people/bodies.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { requiredIdempotencyKey } from "./idempotency.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type PeopleApiPorts = Pick<Ports, "clock" | "crypto" | "organisation">;

/** The people of one project, or of every project within reach. */
export async function listPeople(ports: PeopleApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { projectId } = validated(peopleQuery, request.query);
  const found = await peopleInReach(ports, person, projectId);
  if (isProblem(found)) throw refusalOf(found);
  return json(200, { items: found });
}

/** One person, and who changed what when. */
export async function showPerson(ports: PeopleApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const found = await personWithChanges(ports, person, request.parameters["id"] ?? "");
  if (found === undefined) throw new Refusal("not-found");
  const { record, changes } = found;
  return json(200, {
    person: record.person,
    version: record.version,
    changes: changes.map((change) => ({
      version: change.version,
      at: change.at,
      by: change.by,
      person: change.person,
    })),
  });
}

/** Enters or changes one person. */
export async function putOnePerson(
  ports: PeopleApiPorts,
  request: ApiRequest,
  ruler: Person,
): Promise<Reply> {
  const { version, ...person } = validated(personBody, request.json());
  const result = await putPerson(ports, ruler, person, version);
  if (isProblem(result)) throw refusalOf(result);
  return json(200, { id: person.id, version: result.version });
}

type HandoverApiPorts = PeopleApiPorts & Pick<Ports, "complaints" | "groups" | "jobs" | "reactQueue">;

/** A leaver's holdings go to a successor: shown, or, confirmed, started. */
export async function handOver(ports: HandoverApiPorts, request: ApiRequest, ruler: Person): Promise<Reply> {
  const { confirm, ...body } = validated(handoverBody, request.json());
  const handover = { ...body, from: request.parameters["id"] ?? "" };
  if (!confirm) {
    const preview = await previewHandover(ports, ruler, handover);
    if (isProblem(preview)) throw refusalOf(preview);
    return json(200, preview);
  }
  const job = await startHandover(ports, ruler, { ...handover, key: requiredIdempotencyKey(request) });
  if (isProblem(job)) throw refusalOf(job);
  return json(202, { jobId: job.id });
}
