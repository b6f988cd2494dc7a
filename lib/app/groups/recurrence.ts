import type { Complaint } from "../../domain/complaint/document.ts";
import { recurrence } from "../../domain/complaint/recurrence.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { groupingCode } from "../../domain/groups/candidate.ts";
import { findRecurrence, mayRecur } from "../../domain/groups/recurrence.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { change } from "../change.ts";
import { staffingOf } from "../organisation/staffing.ts";
import { isProblem } from "../outcome.ts";
import type { Ports } from "../ports.ts";

type RecurrencePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "rules">;

/** A problem point that comes more often than this in 30 days has had its third time long since. */
const SIGHTINGS = 400;

/** D15: opens a corrective action (整改项) when one building brings the same point for the third time in 30 days. */
export async function correctRecurrence(ports: RecurrencePorts, complaint: Complaint): Promise<void> {
  const code = groupingCode(complaint);
  const { id, projectId, receivedAt, location } = complaint.registration;
  if (code === undefined || location.building === undefined) return;
  const window = { from: plusSeconds(receivedAt, -recurrence.days * 86_400), to: receivedAt };
  const earlier = mayRecur(complaint, await ports.complaints.sightings(projectId, code, window, SIGHTINGS));
  if (earlier.length === 0) return;
  const complaintIds = findRecurrence(complaint, await ports.complaints.loadMany(earlier));
  if (complaintIds === undefined) return;
  const project = await ports.organisation.project(projectId);
  if (project === undefined) throw new Error(`unknown project of complaint ${id}`);
  const at = toInstant(ports.clock.now());
  const [owner] = recipientsOf(
    ["department-head"],
    complaint,
    project,
    at,
    await staffingOf(ports, project, at),
  );
  if (owner === undefined) return;
  const result = await change(ports, complaint, {
    command: { type: "correct-recurrence", complaintIds, ownerId: owner.personId },
    by: { kind: "timer" },
    commandId: `recurrence:${id}`,
    request: "",
  });
  if (isProblem(result)) throw new Error(`recurrence of ${id}: ${result.problem}`);
}
