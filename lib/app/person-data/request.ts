import type { Complaint } from "../../domain/complaint/document.ts";
import type { Actor } from "../../domain/document/event.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { mayRule } from "../../domain/organisation/rights.ts";
import {
  type PersonDataDecision,
  type PersonDataKind,
  type PersonDataRequest,
  personDataDueAt,
} from "../../domain/person-data/request.ts";
import { privacyPolicyOf } from "../../domain/policy/privacy-policy.ts";
import { defined } from "../../domain/present.ts";
import { localDate, toInstant } from "../../domain/time/instant.ts";
import { shortDigest } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";

type AskPorts = Pick<Ports, "clock" | "crypto" | "personRequests" | "rules">;

/**
 * Takes a request for a copy or erasure of the complainant's data (个人信息保护法 45, 47). Asked again on the same day it is
 * the same request, which is given back as it stands.
 */
export async function askPersonData(
  ports: AskPorts,
  { registration }: Pick<Complaint, "registration">,
  kind: PersonDataKind,
  by: Actor,
): Promise<PersonDataRequest> {
  const askedAt = toInstant(ports.clock.now());
  const { id: complaintId, number, projectId, timeZone } = registration;
  const day = localDate(askedAt, timeZone);
  const { calendar, policy } = await ports.rules.forProject(projectId, timeZone);
  const request: PersonDataRequest = {
    id: `${day.replaceAll("-", "")}-${shortDigest(ports.crypto, JSON.stringify([kind, complaintId, day]))}`,
    kind,
    complaintId,
    number,
    projectId,
    by,
    askedAt,
    dueAt: personDataDueAt(calendar, askedAt, privacyPolicyOf(policy).requestWorkingDays),
  };
  await ports.personRequests.put(request);
  return (await ports.personRequests.find(request.id)) ?? request;
}

/** A search through other projects' requests ends after so many pages; the cursor leads on. */
const MOST_PAGES = 20;

/** The requests of the projects that a person rules, newest first. A page may be short and still have a cursor. */
export async function listPersonRequests(
  ports: Pick<Ports, "organisation" | "personRequests">,
  person: Person,
  { limit, cursor }: PageRequest,
): Promise<Page<PersonDataRequest>> {
  const projects = await ports.organisation.projects();
  const ruled = new Set(projects.filter((project) => mayRule(person, project)).map(({ id }) => id));
  let next = cursor;
  for (let page = 1; ; page += 1) {
    const listed = await ports.personRequests.list({
      limit,
      ...defined({ cursor: next }),
    });
    const items = listed.items.filter(({ projectId }) => ruled.has(projectId));
    next = listed.cursor;
    if (next === undefined) return { items };
    if (items.length > 0 || page === MOST_PAGES) return { items, cursor: next };
  }
}

/** What somebody says became of a request. */
export type PersonDataOutcome = Pick<PersonDataDecision, "outcome" | "reason">;

/**
 * Records what became of a request, by somebody who rules its project. The same outcome again is no second decision; another
 * one is refused, and what stands stays.
 */
export async function decidePersonData(
  ports: Pick<Ports, "clock" | "organisation" | "personRequests">,
  person: Person,
  id: string,
  said: PersonDataOutcome,
): Promise<PersonDataRequest | Problem> {
  const request = await personRequestFor(ports, person, id);
  if (isProblem(request)) return request;
  // What is being carried out ends by itself.
  if (request.job !== undefined) return problem("request-decided");
  const decided = { at: toInstant(ports.clock.now()), by: person.id, ...said };
  if (request.decided === undefined && (await ports.personRequests.decide({ ...request, decided })))
    return { ...request, decided };
  const stands = await ports.personRequests.find(id);
  const isSame = stands?.decided?.outcome === said.outcome && stands.decided.reason === said.reason;
  return stands !== undefined && isSame ? stands : problem("request-decided");
}

/** A request of a project that the person rules. */
export async function personRequestFor(
  ports: Pick<Ports, "organisation" | "personRequests">,
  person: Person,
  id: string,
): Promise<PersonDataRequest | Problem> {
  const request = await ports.personRequests.find(id);
  const project = request && (await ports.organisation.project(request.projectId));
  return request === undefined || project === undefined || !mayRule(person, project)
    ? problem("unknown-request")
    : request;
}
