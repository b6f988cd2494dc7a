import { mayRecall } from "../../domain/document/archive.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import {
  asAfterReport,
  type Emergency,
  type Harm,
  type ReportStage,
  versionOf,
} from "../../domain/emergencies/emergency.ts";
import { addReport } from "../../domain/emergencies/report.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { owingReport } from "../../domain/webhooks/emergency-event.ts";
import { changed } from "../documents/change.ts";
import { isShortHash, salted, shortHash } from "../documents/ids.ts";
import { reachedProject } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { wantedFor } from "../webhooks/wanted.ts";

export interface GivenEventReport {
  readonly eventId: string;
  readonly report: Harm & { readonly stage: ReportStage; readonly text: string };
  /** The version the person saw. */
  readonly version: number;
  readonly idempotencyKey: string;
  readonly person: Person;
}

/** Adds a report to an event: one conditional write; the same key again gives the same answer. */
export async function reportEvent(
  ports: Pick<Ports, "clock" | "crypto" | "emergencies" | "organisation" | "webhooks">,
  { eventId, report: { text, ...report }, version, idempotencyKey, person }: GivenEventReport,
): Promise<Emergency | Problem> {
  const found = await reachableEvent(ports, person, eventId);
  if (isProblem(found)) return found;
  const commandId = `${person.id}:${idempotencyKey}`;
  const request = shortHash(ports.crypto, canonicalJson({ ...report, text }));
  const twinOf = (event: Emergency) => event.reports.find((given) => given.commandId === commandId);
  const [before, wanted] = await Promise.all([holding(ports, found.event, commandId), wantedFor(ports)]);
  const isWanted = wanted("emergency.reported", found.event.registration.projectId);
  const result =
    twinOf(before) === undefined
      ? await changed(
          found.event,
          // After a lost race: another person's report makes the version stale; the timer's write only has to be followed.
          async (event) => {
            if (twinOf(event) !== undefined) return event;
            if (versionOf(event) !== version) return problem("stale-version", { currentEvent: event });
            const given = { ...report, by: person.id, commandId, request, text: salted(ports.crypto, text) };
            const next = addReport(event, given, toInstant(ports.clock.now()));
            if ("refused" in next)
              return problem(next.refused, { allowed: next.allowed, currentEvent: event });
            return isWanted ? owingReport(next) : next;
          },
          (after, revision) => ports.emergencies.replace(after, revision),
          (currentEvent) => problem("busy", { currentEvent }),
        )
      : { document: before, written: false };
  if (isProblem(result)) return result;
  const event = await ports.emergencies.whole(result.document);
  const twin = twinOf(event);
  if (result.written || twin === undefined) return event;
  if (!isShortHash(ports.crypto, canonicalJson({ ...report, text }), twin.request))
    return problem("key-reused");
  return asAfterReport(event, twin.seq);
}

/** The event with the report of this command, if it was given before: long ago it has left the document. */
async function holding(
  { emergencies, crypto }: Pick<Ports, "crypto" | "emergencies">,
  event: Emergency,
  commandId: string,
): Promise<Emergency> {
  return mayRecall(event, commandId, (text) => crypto.digest(text)) ? emergencies.whole(event) : event;
}

/** An event of a project that the person's posts reach; others do not learn that it exists. */
export async function reachableEvent(
  ports: Pick<Ports, "clock" | "emergencies" | "organisation">,
  person: Person,
  id: string,
): Promise<{ readonly event: Emergency; readonly project: Project; readonly person: Person } | Problem> {
  const event = await ports.emergencies.load(id);
  if (event === undefined) return problem("unknown-event");
  const reached = await reachedProject(ports, person, event.registration.projectId);
  return reached === undefined ? problem("unknown-event") : { event, ...reached };
}
