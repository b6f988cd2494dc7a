import type { Complaint } from "../../domain/complaint/document.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { isOnDuty, type Staffing } from "../../domain/organisation/holders.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { change } from "../complaints/change.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { retimeComplaint } from "../rules/retime.ts";
import { wantedFor } from "../webhooks/wanted.ts";
import { countRungs } from "./count-rungs.ts";

type AlarmPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "organisation" | "rules" | "webhooks" | "alarmQueue" | "telemetry"
>;

/**
 * A complaint's timer has come: whatever rungs are due are decided. Clocks of rules that are no longer in force are
 * computed again first; that write brings its own new timer, unless the next rung stands where it did.
 */
export async function fireComplaint(
  ports: AlarmPorts,
  complaint: Complaint,
  early: () => Promise<boolean>,
): Promise<void> {
  const { id, projectId, timeZone } = complaint.registration;
  const at = toInstant(ports.clock.now());
  const { alarm } = complaint;
  const staff = () => staffingOf(ports, { id: projectId, timeZone }, at, { named: [complaint.handlerId] });
  const [project, retimed, read] = await Promise.all([
    ports.organisation.project(projectId),
    retimeComplaint(ports, complaint),
    alarm.at !== undefined && alarm.at <= at ? staff() : undefined,
    // `change` finds it among what is known.
    wantedFor(ports),
  ]);
  if (retimed !== undefined && retimed.alarm.epoch !== alarm.epoch) return;
  if (project === undefined) throw new Error(`unknown project of complaint ${id}`);
  if (await early()) return;
  await decideDueRungs(ports, retimed ?? complaint, { project, at, staffing: read ?? (await staff()) });
}

interface Scene {
  readonly project: Project;
  readonly at: Instant;
  readonly staffing: Staffing;
}

async function decideDueRungs(ports: AlarmPorts, complaint: Complaint, scene: Scene): Promise<void> {
  const { project, at, staffing } = scene;
  const { epoch } = complaint.alarm;
  const commandId = `alarm:${epoch}:${ports.crypto.randomId()}`;
  const result = await change(ports, complaint, {
    command: { type: "fire-rungs" },
    by: { kind: "timer" },
    commandId,
    request: "",
    recipients: (posts, current) => recipientsOf(posts, current, project, at, staffing),
    onDuty: (personId, when) => isOnDuty(personId, project, when, staffing),
  });
  if (isProblem(result)) throw new Error(`alarm of ${complaint.registration.id}: ${result.problem}`);
  if (!result.written) return;
  countRungs(ports, result.complaint, commandId);
  // Other rules came in between, so that all it did was to compute the clocks again: nobody else comes for this instant.
  if (result.complaint.alarm.epoch === epoch) await decideDueRungs(ports, result.complaint, scene);
}
