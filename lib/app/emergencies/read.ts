import type { Emergency } from "../../domain/emergencies/emergency.ts";
import { type Person, type Post, type Project, postsFor } from "../../domain/organisation/organisation.ts";
import { reachedProject } from "../organisation/staffing.ts";
import type { EmergencyRow } from "../ports/emergencies.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { reachableEvent } from "./report.ts";

type ReadPorts = Pick<Ports, "clock" | "emergencies" | "organisation">;

/** Whoever leads may look into a project's events: they name people. */
const leads: readonly Post[] = ["supervisor", "manager", "project-manager", "region", "headquarters"];

/** The events of a project that happened in a month (`YYYY-MM`, the project's zone), oldest first. */
export async function listEvents(
  ports: ReadPorts,
  person: Person,
  { projectId, month, ...page }: PageRequest & { readonly projectId: string; readonly month: string },
): Promise<Page<EmergencyRow> | Problem> {
  const reached = await reachedProject(ports, person, projectId);
  if (reached === undefined) return problem("unknown-project", { path: "projectId" });
  if (!isLead(reached.person, reached.project)) return problem("forbidden");
  return ports.emergencies.inMonth(projectId, month, page);
}

/** One event with its texts. */
export async function showEvent(ports: ReadPorts, person: Person, id: string): Promise<Emergency | Problem> {
  const found = await reachableEvent(ports, person, id);
  if (isProblem(found)) return found;
  return isLead(found.person, found.project) ? ports.emergencies.whole(found.event) : problem("forbidden");
}

function isLead(person: Person, project: Project): boolean {
  return postsFor(person, project).some((post) => leads.includes(post));
}
