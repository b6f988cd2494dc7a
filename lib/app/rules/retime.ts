import type { Complaint } from "../../domain/complaint/document.ts";
import { isOutdated } from "../../domain/complaint/rules/retime.ts";
import { change } from "../complaints/change.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";

export type RetimePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "rules" | "webhooks" | "telemetry">;

/**
 * Moves a complaint's running clocks to the rules in force, in one write and only if they were computed with others.
 * Returns it as it stands then, undefined where nothing had to be written; throws when it changed too often meanwhile.
 */
export async function retimeComplaint(
  ports: RetimePorts,
  complaint: Complaint,
): Promise<Complaint | undefined> {
  const { id, projectId, timeZone } = complaint.registration;
  const rules = await ports.rules.forProject(projectId, timeZone, complaint.clocks);
  if (!isOutdated(complaint, rules)) return undefined;
  const result = await change(ports, complaint, {
    command: { type: "retime" },
    by: { kind: "timer" },
    commandId: `retime:${complaint.revision}:${rules.policy.version}:${rules.calendarVersion}`,
    request: "",
  });
  if (isProblem(result)) throw new Error(`complaint ${id} could not be timed again: ${result.problem}`);
  if (!result.written) return undefined;
  ports.telemetry.count("ComplaintsRetimed");
  return result.complaint;
}
