import { canonicalJson } from "../../domain/document/chain.ts";
import {
  asAfterReport,
  type Emergency,
  type EmergencyReport,
  type Harm,
  type ReportStage,
  versionOf,
} from "../../domain/emergencies/emergency.ts";
import { addReport } from "../../domain/emergencies/report.ts";
import { type Person, type Project, reaches } from "../../domain/organisation/organisation.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";

export interface GivenEventReport {
  readonly eventId: string;
  readonly report: Harm & { readonly stage: ReportStage; readonly text: string };
  /** The version the person saw. */
  readonly version: number;
  readonly idempotencyKey: string;
  readonly person: Person;
}

/** Lost races are decided again on the newer document; so many in a row mean that something is wrong. */
const MAX_RACES = 10;

/** Adds a report to an event: one conditional write; the same key again gives the same answer. */
export async function reportEvent(
  ports: Pick<Ports, "clock" | "crypto" | "emergencies" | "organisation">,
  { eventId, report: { text, ...report }, version, idempotencyKey, person }: GivenEventReport,
): Promise<Emergency | Problem> {
  const found = await reachableEvent(ports, person, eventId);
  if (isProblem(found)) return found;
  const commandId = `${person.id}:${idempotencyKey}`;
  const request = ports.crypto.keyedHash(canonicalJson({ ...report, text })).slice(0, 22);
  let { event } = found;
  for (let race = 0; race < MAX_RACES; race += 1) {
    const twin = event.reports.find((given) => given.commandId === commandId);
    if (twin !== undefined) return again(event, twin, request);
    if (versionOf(event) !== version) return problem("stale-version", { currentEvent: event });
    const given = { ...report, by: person.id, commandId, request };
    const salted = { salt: ports.crypto.salt(), value: text };
    const next = addReport(event, { ...given, text: salted }, toInstant(ports.clock.now()));
    if ("refused" in next) return problem(next.refused, { allowed: next.allowed, currentEvent: event });
    const { conflict } = await ports.emergencies.replace(next, event.revision);
    if (conflict === undefined) return next;
    // Another person's report makes the version stale; the timer's write only has to be followed.
    event = conflict;
  }
  return problem("busy", { currentEvent: event });
}

function again(event: Emergency, twin: EmergencyReport, request: string): Emergency | Problem {
  return twin.request === request ? asAfterReport(event, twin.seq) : problem("key-reused");
}

/** An event of a project that the person's posts reach; others do not learn that it exists. */
export async function reachableEvent(
  ports: Pick<Ports, "emergencies" | "organisation">,
  person: Person,
  id: string,
): Promise<{ readonly event: Emergency; readonly project: Project } | Problem> {
  const event = await ports.emergencies.load(id);
  if (event === undefined) return problem("unknown-event");
  const project = await ports.organisation.project(event.registration.projectId);
  return project === undefined || !reaches(person, project) ? problem("unknown-event") : { event, project };
}
