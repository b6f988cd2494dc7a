import { previewHandover, startHandover } from "../../../app/handover/start.ts";
import {
  endSessions,
  peopleInReach,
  personWithChanges,
  putPerson,
} from "../../../app/organisation/put-person.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { peopleRoutes } from "../../../contracts/people/routes.ts";
import { omit } from "../../../domain/present.ts";
import { RefusedRequest } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type PeopleApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "complaints" | "groups" | "jobs" | "reactQueue"
>;

export const peopleHandlers = {
  /** The people of one project, or of every project within reach. */
  listPeople: forStaff(peopleRoutes.listPeople, async (ports: PeopleApiPorts, { query, person }) => {
    const records = await peopleInReach(ports, person, query.projectId);
    if (isProblem(records)) return records;
    return json(200, {
      items: records.map(({ person: one, version }) => ({ ...omit(one, "sessionsEndedAt"), version })),
    });
  }),

  /** One person, and who changed what when. */
  showPerson: forStaff(peopleRoutes.showPerson, async (ports: PeopleApiPorts, { params, person }) => {
    const shown = await personWithChanges(ports, person, params.id);
    if (shown === undefined) return problem("not-found");
    const { record, changes } = shown;
    return json(200, {
      person: omit(record.person, "sessionsEndedAt"),
      version: record.version,
      changes: changes.map((change) => ({
        version: change.version,
        at: change.at,
        by: change.by,
        person: omit(change.person, "sessionsEndedAt"),
      })),
    });
  }),

  putPerson: forStaff(peopleRoutes.putPerson, async (ports: PeopleApiPorts, { body, person: ruler }) => {
    const { version, ...person } = body;
    const result = await putPerson(ports, ruler, person, version);
    return isProblem(result) ? result : json(200, { id: person.id, version: result.version });
  }),

  endSessions: forStaff(
    peopleRoutes.endSessions,
    async (ports: PeopleApiPorts, { params, person: ruler }) => {
      const ended = await endSessions(ports, ruler, params.id);
      return isProblem(ended) ? ended : json(200, { id: params.id, version: ended.version });
    },
  ),

  /** A leaver's holdings go to a successor: shown, or, confirmed, started. */
  handOver: forStaff(peopleRoutes.handOver, async (ports: PeopleApiPorts, asked) => {
    const { params, body, key, person: ruler } = asked;
    const { confirm, ...told } = body;
    const handover = { ...told, from: params.id };
    if (!confirm) {
      const preview = await previewHandover(ports, ruler, handover);
      return isProblem(preview) ? preview : json(200, preview);
    }
    if (key === undefined) return new RefusedRequest("idempotency-key-required");
    const job = await startHandover(ports, ruler, { ...handover, key });
    return isProblem(job) ? job : json(202, { jobId: job.id });
  }),
} satisfies ServingsOf<typeof peopleRoutes, PeopleApiPorts>;
