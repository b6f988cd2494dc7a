import { canonicalJson } from "../../domain/document/chain.ts";
import type { Emergency, EmergencyRegistration, Harm } from "../../domain/emergencies/emergency.ts";
import { registerEmergency } from "../../domain/emergencies/report.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { documentDigest, salted, shortHash, shortHashes } from "../documents/ids.ts";
import { reachedProject, staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

/** An emergency as it comes over the wire: free text not salted yet. */
export interface PlainEmergency
  extends Pick<
      EmergencyRegistration,
      "projectId" | "category" | "outcome" | "outsourced" | "accident" | "press" | "departmentId"
    >,
    Harm {
  /** Now, if absent. */
  readonly discoveredAt?: Instant;
  /** When it was discovered, if absent. */
  readonly occurredAt?: Instant;
  readonly description: string;
  readonly place?: string;
  /** 填写人 */
  readonly reporter: { readonly name: string; readonly phone: string };
}

export interface GivenEmergency {
  readonly emergency: PlainEmergency;
  readonly idempotencyKey: string;
  readonly person: Person;
}

type RegisterPorts = Pick<Ports, "clock" | "crypto" | "emergencies" | "organisation" | "rules" | "telemetry">;

/** Clocks of reporting systems may be so much ahead, in seconds. */
const AHEAD_SECONDS = 300;
const BACK_SECONDS = 90 * 86_400;

/** Registers an emergency event (D7): one conditional write. The same key again gives the one that stands. */
export async function registerEvent(
  ports: RegisterPorts,
  { emergency, idempotencyKey, person }: GivenEmergency,
): Promise<{ readonly created: boolean; readonly event: Emergency } | Problem> {
  const reached = await reachedProject(ports, person, emergency.projectId);
  if (reached === undefined) return problem("unknown-project", { path: "projectId" });
  const { project } = reached;
  const id = documentDigest(ports.crypto, JSON.stringify(["emergency", person.id, idempotencyKey]));
  const requests = shortHashes(ports.crypto, canonicalJson(emergency));
  const request = shortHash(ports.crypto, canonicalJson(emergency));
  const earlier = await ports.emergencies.load(id);
  if (earlier !== undefined) return again(earlier, requests);
  const now = toInstant(ports.clock.now());
  const { discoveredAt = now, occurredAt = discoveredAt } = emergency;
  const refused = unlikely({ discoveredAt, occurredAt }, now) ?? unknownDepartment(emergency, project);
  if (refused !== undefined) return refused;
  const event = await composed(ports, emergency, project, {
    id,
    by: person.id,
    commandId: `${person.id}:${idempotencyKey}`,
    request,
    occurredAt,
    discoveredAt,
    recordedAt: now,
  });
  const { exists } = await ports.emergencies.insert(event);
  if (exists !== undefined) return again(exists, requests);
  const nobody = event.announcements.filter(({ recipients }) => recipients.length === 0);
  if (nobody.length > 0) ports.telemetry.count("RungsWithoutRecipient");
  return { created: true, event };
}

function again(known: Emergency, requests: readonly string[]) {
  return requests.includes(known.registration.request)
    ? { created: false, event: known }
    : problem("key-reused");
}

type Times = Pick<EmergencyRegistration, "discoveredAt" | "occurredAt">;

function unlikely({ discoveredAt, occurredAt }: Times, now: Instant): Problem | undefined {
  if (discoveredAt > plusSeconds(now, AHEAD_SECONDS) || discoveredAt < plusSeconds(now, -BACK_SECONDS)) {
    return problem("event-time-out-of-range", { path: "discoveredAt" });
  }
  return occurredAt > discoveredAt ? problem("event-time-out-of-range", { path: "occurredAt" }) : undefined;
}

function unknownDepartment({ departmentId }: PlainEmergency, project: Project): Problem | undefined {
  return project.departments.some(({ id }) => id === departmentId)
    ? undefined
    : problem("unknown-department", { path: "departmentId" });
}

type Registration = Pick<
  EmergencyRegistration,
  "id" | "by" | "commandId" | "request" | "occurredAt" | "discoveredAt" | "recordedAt"
>;

async function composed(
  ports: RegisterPorts,
  { description, place, reporter, ...facts }: PlainEmergency,
  project: Project,
  given: Registration,
): Promise<Emergency> {
  const { calendar, calendarVersion } = await ports.rules.forProject(project.id, project.timeZone);
  const staffing = await staffingOf(ports, project, given.recordedAt);
  const personal = (value: string) => salted(ports.crypto, value);
  return registerEmergency(
    { ...facts, ...given, timeZone: project.timeZone, calendarVersion },
    {
      description: personal(description),
      ...(place === undefined ? {} : { place: personal(place) }),
      reporterName: personal(reporter.name),
      reporterPhone: personal(reporter.phone),
    },
    calendar,
    (posts) => recipientsOf(posts, facts, project, given.recordedAt, staffing),
  );
}
