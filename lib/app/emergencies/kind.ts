import { emergencyNotices } from "../../domain/emergencies/announcements.ts";
import type { Emergency } from "../../domain/emergencies/emergency.ts";
import { announceOverdue } from "../../domain/emergencies/report.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { emergencyTold } from "../../domain/webhooks/emergency-event.ts";
import { written } from "../documents/change.ts";
import { countAnnounced } from "../documents/fire.ts";
import { atOnce, type DocumentKind, type Owed, type ProtocolPorts } from "../documents/kind.ts";
import { byFirstWayOfStaff, noticePolicyFor } from "../notices/ways.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { type PlanPorts, tellSystems } from "../webhooks/plan.ts";

type EmergencyPorts = ProtocolPorts &
  PlanPorts &
  Pick<Ports, "emergencies" | "adapters" | "organisation" | "rules">;

/** An emergency event (D7): whoever must hear of it or of an overdue report is announced once, and told. */
export const emergencyKind: DocumentKind<Emergency, EmergencyPorts> = {
  kind: "emergency",
  load: (ports, id) => ports.emergencies.load(id),
  replace: (ports) => (event, revision) => ports.emergencies.replace(event, revision),
  messages,
  async follow(ports, event, numbers) {
    await tellSystems(ports, event.registration.projectId, () => emergencyTold(event, numbers));
    return event;
  },
  async fire(ports, event, early) {
    if (await early()) return;
    const result = await written(
      `timer of emergency event ${event.registration.id}`,
      event,
      (standing) => announced(ports, standing),
      (next, revision) => ports.emergencies.replace(next, revision),
    );
    countAnnounced(ports, result);
  },
};

async function messages(
  ports: EmergencyPorts,
  event: Emergency,
  numbers: readonly number[],
): Promise<Owed[]> {
  const policy = await noticePolicyFor(ports, event.registration);
  const planned = event.announcements
    .filter(({ seq }) => numbers.includes(seq))
    .flatMap((announcement) => emergencyNotices(announcement, event));
  const plans = await Promise.all(planned.map((plan) => byFirstWayOfStaff(ports, plan, true, policy)));
  return plans.map(atOnce);
}

async function announced(ports: EmergencyPorts, event: Emergency): Promise<Emergency> {
  const { projectId } = event.registration;
  const project = await ports.organisation.project(projectId);
  if (project === undefined) throw new Error(`unknown project ${projectId} of an event`);
  const now = toInstant(ports.clock.now());
  const staffing = await staffingOf(ports, project, now);
  return announceOverdue(event, now, (posts) =>
    recipientsOf(posts, event.registration, project, now, staffing),
  );
}
