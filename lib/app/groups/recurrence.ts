import type { Complaint } from "../../domain/complaint/document.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { findRecurrence, isBeyond, mayRecur } from "../../domain/groups/recurrence.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { change } from "../complaints/change.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import type { Neighbourhood } from "./surroundings.ts";

type RecurrencePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "rules" | "webhooks">;

/** D15: opens a corrective action (整改项) when one building brings the same point for the third time in 30 days. */
export async function correctRecurrence(
  ports: RecurrencePorts,
  complaint: Complaint,
  { free, taken }: Pick<Neighbourhood, "free" | "taken">,
): Promise<void> {
  const { id, projectId } = complaint.registration;
  // Of one building there are soon too many; of many buildings all must be looked at.
  if (isBeyond(complaint, [...free.first, ...taken.first])) return;
  const earlier = mayRecur(complaint, (await Promise.all([free.all(), taken.all()])).flat());
  if (earlier.length === 0) return;
  const others = await ports.complaints.loadMany(earlier);
  const complaintIds = findRecurrence(
    complaint,
    await Promise.all(others.map((one) => ports.complaints.whole(one))),
  );
  if (complaintIds === undefined) return;
  const project = await ports.organisation.project(projectId);
  if (project === undefined) throw new Error(`unknown project of complaint ${id}`);
  const at = toInstant(ports.clock.now());
  const [owner] = recipientsOf(
    ["department-head"],
    complaint,
    project,
    at,
    await staffingOf(ports, project, at, { named: [complaint.handlerId] }),
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
