import { type Person, type Project, reaches } from "../../domain/organisation/organisation.ts";
import { faultOfPerson, mayAppoint } from "../../domain/organisation/staff-rules.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { PersonChange, PersonRecord } from "../ports/person-change.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { changeEntry, makeChange } from "./change-entry.ts";

type PeoplePorts = Pick<Ports, "clock" | "crypto" | "organisation">;

/**
 * Enters or changes a person: posts, absences, substitutes, last day. `version` is the one that was seen, 0 for
 * somebody new. The ruler must reach every post that the person has or gets (mayAppoint).
 */
export async function putPerson(
  ports: PeoplePorts,
  ruler: Person,
  told: Person,
  version: number,
): Promise<{ readonly version: number } | Problem> {
  const { organisation } = ports;
  const [standing, projects, people] = await Promise.all([
    organisation.personRecord(told.id),
    organisation.projects(),
    organisation.people(),
  ]);
  // A form does not bring sessions back that were ended.
  const person = { ...told, ...defined({ sessionsEndedAt: standing?.person.sessionsEndedAt }) };
  const touched = [...person.assignments, ...(standing?.person.assignments ?? [])];
  if (!touched.every((assignment) => mayAppoint(ruler, assignment, projects))) return problem("forbidden");
  const fault = faultOfPerson(person, projects, people);
  if (fault !== undefined) return problem(fault.code, { path: fault.path });
  const current = standing?.version ?? 0;
  if (version !== current) return problem("organisation-changed");
  if (standing !== undefined && JSON.stringify(standing.person) === JSON.stringify(person))
    return { version };
  const change = await makeChange(ports, standing, person, ruler.id);
  return change === undefined ? problem("organisation-changed") : { version: change.version };
}

/**
 * Ends every session of a person at once: whatever was signed in before is refused from the next request on. Whoever may appoint to all of
 * the posts may do so, and everybody their own. Refused with not-found (unknown and out of reach are the same) and forbidden.
 */
export async function endSessions(
  ports: PeoplePorts,
  ruler: Person,
  id: string,
): Promise<{ readonly version: number } | Problem> {
  const { organisation, clock } = ports;
  const [standing, projects] = await Promise.all([organisation.personRecord(id), organisation.projects()]);
  const reached = projects.filter((project) => reaches(ruler, project));
  if (standing === undefined || (id !== ruler.id && !worksIn(standing.person, reached)))
    return problem("not-found");
  if (!mayEnd(ruler, standing.person, projects)) return problem("forbidden");
  const sessionsEndedAt = toInstant(clock.now());
  await changeEntry(ports, id, ruler.id, (person) => ({ ...person, sessionsEndedAt }));
  return { version: (await organisation.personRecord(id))?.version ?? standing.version };
}

function mayEnd(ruler: Person, person: Person, projects: readonly Project[]): boolean {
  return (
    ruler.id === person.id ||
    person.assignments.every((assignment) => mayAppoint(ruler, assignment, projects))
  );
}

/** The people of the projects that somebody reaches, and headquarters' for headquarters. */
export async function peopleInReach(
  { organisation }: Pick<Ports, "organisation">,
  asking: Person,
  projectId?: string,
): Promise<readonly PersonRecord[] | Problem> {
  const all = await organisation.projects();
  const within = all.filter((p) => reaches(asking, p) && (projectId === undefined || p.id === projectId));
  if (projectId !== undefined && within.length === 0)
    return problem("unknown-project", { path: "projectId" });
  return (await organisation.peopleRecords()).filter(({ person }) => worksIn(person, within));
}

function worksIn(person: Person, projects: readonly Project[]): boolean {
  return projects.some((project) => reaches(person, project));
}

/** One person with the changes that made the entry, newest first. Unknown and out of reach are the same. */
export async function personWithChanges(
  ports: Pick<Ports, "organisation">,
  asking: Person,
  id: string,
): Promise<{ readonly record: PersonRecord; readonly changes: readonly PersonChange[] } | undefined> {
  const people = await peopleInReach(ports, asking);
  const record = await ports.organisation.personRecord(id);
  if (record === undefined || !Array.isArray(people) || !people.some(({ person }) => person.id === id))
    return undefined;
  const recorded = new Map((await ports.organisation.personChanges(id)).map((change) => [change.id, change]));
  const changes: PersonChange[] = [];
  for (let next = record.changeId; next !== undefined; next = recorded.get(next)?.previous) {
    const change = recorded.get(next);
    if (change === undefined) break;
    changes.push(change);
  }
  return { record, changes };
}
