import { isUnderContract } from "../../domain/organisation/contractor.ts";
import { type Person, type Project, reaches } from "../../domain/organisation/organisation.ts";
import { localDate, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { PlainCommand } from "../ports/plain-command.ts";
import { type Problem, problem } from "../problems/problem.ts";

interface Named {
  readonly path: string;
  readonly id: string;
}

/**
 * Departments and people that a command names must be of the project, and a contractor still under contract to be given
 * work; the first that is not is the problem.
 */
export async function unknownNames(
  { organisation, clock }: Pick<Ports, "organisation" | "clock">,
  command: PlainCommand,
  project: Project,
  people: People,
): Promise<Problem | undefined> {
  const stranger = departmentsOf(command).find(({ id }) => !project.departments.some((d) => d.id === id));
  if (stranger !== undefined) return problem("unknown-department", { path: stranger.path });
  if ("departmentId" in command) {
    const { contractorId } = project.departments.find(({ id }) => id === command.departmentId) ?? {};
    const record = contractorId === undefined ? undefined : await organisation.contractor(contractorId);
    const today = localDate(toInstant(clock.now()), project.timeZone);
    if (record !== undefined && !isUnderContract(record.contractor, today))
      return problem("contract-ended", { path: "departmentId" });
  }
  for (const { path, id } of peopleOf(command)) {
    const person = people.get(id);
    if (person === undefined || !reaches(person, project)) return problem("unknown-person", { path });
  }
  return undefined;
}

type People = ReadonlyMap<string, Person | undefined>;

/** The people that a command names, as far as there are any. */
export async function namedPeople(
  { organisation }: Pick<Ports, "organisation">,
  command: PlainCommand,
): Promise<People> {
  const ids = peopleOf(command).map(({ id }) => id);
  return new Map(await Promise.all(ids.map(async (id) => [id, await organisation.person(id)] as const)));
}

/** Whatever command it is: a department is named in one of these fields. */
function departmentsOf(command: PlainCommand): Named[] {
  if ("told" in command) return named("against.departmentId", command.told.against?.departmentId);
  if ("departmentIds" in command) return numbered("departmentIds", command.departmentIds);
  return "departmentId" in command ? named("departmentId", command.departmentId) : [];
}

/** Whatever command it is: a person is named in one of these fields. */
export function peopleOf(command: PlainCommand): Named[] {
  if ("told" in command) return named("against.personId", command.told.against?.personId);
  if ("personIds" in command) return numbered("personIds", command.personIds);
  if ("actions" in command)
    return command.actions.map(({ ownerId: id }, index) => ({ path: `actions.${index}.ownerId`, id }));
  return "handlerId" in command ? named("handlerId", command.handlerId) : [];
}

function named(path: string, id: string | undefined): Named[] {
  return id === undefined ? [] : [{ path, id }];
}

function numbered(path: string, ids: readonly string[] = []): Named[] {
  return ids.map((id, index) => ({ path: `${path}.${index}`, id }));
}
