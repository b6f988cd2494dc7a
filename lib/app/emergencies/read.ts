import type { Emergency } from "../../domain/emergencies/emergency.ts";
import {
  type Person,
  type Post,
  type Project,
  postsFor,
  reaches,
} from "../../domain/organisation/organisation.ts";
import type { EmergencyRow } from "../ports/emergencies.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { reachableEvent } from "./report.ts";

type ReadPorts = Pick<Ports, "emergencies" | "organisation">;

/** Whoever leads may look into a project's events: they name people. */
const leads: readonly Post[] = ["supervisor", "manager", "project-manager", "region", "headquarters"];

/** The events of a project that happened in a month (`YYYY-MM`, the project's zone), oldest first. */
export async function listEvents(
  ports: ReadPorts,
  person: Person,
  { projectId, month, ...page }: PageRequest & { readonly projectId: string; readonly month: string },
): Promise<Page<EmergencyRow> | Problem> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !reaches(person, project)) {
    return problem("unknown-project", { path: "projectId" });
  }
  if (!isLead(person, project)) return problem("forbidden");
  return ports.emergencies.inMonth(projectId, month, page);
}

/** One event with its texts. */
export async function showEvent(ports: ReadPorts, person: Person, id: string): Promise<Emergency | Problem> {
  const found = await reachableEvent(ports, person, id);
  if (isProblem(found)) return found;
  return isLead(person, found.project) ? ports.emergencies.whole(found.event) : problem("forbidden");
}

function isLead(person: Person, project: Project): boolean {
  return postsFor(person, project).some((post) => leads.includes(post));
}
