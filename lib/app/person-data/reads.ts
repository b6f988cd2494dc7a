import type { Complaint } from "../../domain/complaint/document.ts";
import { isComplainedOf } from "../../domain/complaint/rules/complained-of.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import {
  type DataRead,
  hourOf,
  READ_LOG_DAYS,
  type ReadWay,
  type ShownReason,
  UNUSUAL_READS,
} from "../../domain/person-data/read.ts";
import { defined } from "../../domain/present.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { type Problem, problem } from "../problems/problem.ts";

export type ReadLogPorts = Pick<Ports, "clock" | "counters" | "readLog" | "telemetry">;

const DAY = 86_400;

/**
 * Puts on record that somebody is shown a complaint, before the answer goes out: what could not be recorded is not shown. Whoever
 * is complained of sees nothing personal (D4). The two-hundredth complaint of one person within an hour raises an alarm.
 */
export async function noteRead(
  ports: ReadLogPorts,
  person: Pick<Person, "id">,
  complaint: Pick<Complaint, "registration">,
  way: ReadWay,
  reason?: ShownReason,
): Promise<void> {
  if (isComplainedOf(complaint, person)) return;
  const { id: complaintId, number, projectId } = complaint.registration;
  const at = toInstant(ports.clock.now());
  const read = { complaintId, number, projectId, by: person.id, way, ...defined({ reason }) };
  const isFirst = await ports.readLog.record(read, at, plusSeconds(at, READ_LOG_DAYS * DAY));
  if (!isFirst) return;
  // Details, history and a file of one complaint are one complaint that was read.
  const ways = await ports.counters.hit(
    `reads#${person.id}#${hourOf(at)}#${complaintId}`,
    plusSeconds(at, DAY),
  );
  if (ways > 1) return;
  const count = await ports.counters.hit(`reads#${person.id}#${hourOf(at)}`, plusSeconds(at, DAY));
  if (count !== UNUSUAL_READS) return;
  ports.telemetry.count("UnusualReading");
  ports.telemetry.error("somebody has been shown unusually many complaints within an hour", {
    person: person.id,
    count,
  });
}

/** Of whom or of which complaint it is asked. */
export type ReadsAsked = { readonly number: string } | { readonly person: string };

/** Who was shown a complaint, or what a person was shown, newest hour first. Of a number nobody knows: unknown-complaint. */
export async function readsOf(
  ports: Pick<Ports, "complaints" | "organisation" | "readLog">,
  asked: ReadsAsked,
  page: PageRequest,
): Promise<Page<DataRead> | Problem> {
  if ("person" in asked) return ports.readLog.ofPerson(asked.person, page);
  const id = await ports.complaints.idByNumber(asked.number);
  return id === undefined ? problem("unknown-complaint") : ports.readLog.ofComplaint(id, page);
}
