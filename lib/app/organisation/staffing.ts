import type { Recipients } from "../../domain/complaint/decision.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import type { Staffing } from "../../domain/organisation/holders.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { rosterMonths } from "../../domain/organisation/roster.ts";
import { fromInstant, type Instant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";

/** Who works here and the project's shifts around an instant: what `holdersAt` and `isOnDuty` need. */
export async function staffingOf(
  { organisation }: Pick<Ports, "organisation">,
  project: Pick<Project, "id" | "timeZone">,
  at: Instant,
): Promise<Staffing> {
  const months = rosterMonths(fromInstant(at), project.timeZone);
  const [people, ...rosters] = await Promise.all([
    organisation.people(),
    ...months.map((month) => organisation.roster(project.id, month)),
  ]);
  return { people, shifts: rosters.flatMap((roster) => roster?.shifts ?? []) };
}

/** Who holds which post for a complaint of this project at an instant, for decisions that tell somebody. */
export async function recipientsAt(
  ports: Pick<Ports, "organisation">,
  projectId: string,
  at: Instant,
): Promise<Recipients> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined) return () => [];
  const staffing = await staffingOf(ports, project, at);
  return (wanted, complaint) => recipientsOf(wanted, complaint, project, at, staffing);
}
