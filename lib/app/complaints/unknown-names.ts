import { isUnderContract } from "../../domain/organisation/contractor.ts";
import { type Project, reaches } from "../../domain/organisation/organisation.ts";
import { localDate, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { PlainCommand } from "./prepare.ts";

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
): Promise<Problem | undefined> {
  const stranger = departmentsOf(command).find(({ id }) => !project.departments.some((d) => d.id === id));
  if (stranger !== undefined) return problem("unknown-department", { path: stranger.path });
  if (command.type === "assign" || command.type === "transfer") {
    const { contractorId } = project.departments.find(({ id }) => id === command.departmentId) ?? {};
    const record = contractorId === undefined ? undefined : await organisation.contractor(contractorId);
    const today = localDate(toInstant(clock.now()), project.timeZone);
    if (record !== undefined && !isUnderContract(record.contractor, today))
      return problem("contract-ended", { path: "departmentId" });
  }
  for (const { path, id } of peopleOf(command)) {
    const person = await organisation.person(id);
    if (person === undefined || !reaches(person, project)) return problem("unknown-person", { path });
  }
  return undefined;
}

function departmentsOf(command: PlainCommand): Named[] {
  switch (command.type) {
    case "assign":
    case "transfer":
      return [{ path: "departmentId", id: command.departmentId }];
    case "form-team":
    case "investigate":
    case "report-up":
    case "foresee":
    case "instruct":
    case "consult":
    case "daily-report":
      return (command.departmentIds ?? []).map((id, index) => ({ path: `departmentIds.${index}`, id }));
    case "complete-registration":
    case "correct":
      return named("against.departmentId", command.told.against?.departmentId);
    default:
      return [];
  }
}

function peopleOf(command: PlainCommand): Named[] {
  switch (command.type) {
    case "assign":
    case "transfer":
      return named("handlerId", command.handlerId);
    case "form-team":
    case "investigate":
    case "report-up":
    case "foresee":
    case "instruct":
    case "consult":
      return (command.personIds ?? []).map((id, index) => ({ path: `personIds.${index}`, id }));
    case "review":
      return command.actions.map(({ ownerId: id }, index) => ({ path: `actions.${index}.ownerId`, id }));
    case "complete-registration":
    case "correct":
      return named("against.personId", command.told.against?.personId);
    default:
      return [];
  }
}

function named(path: string, id: string | undefined): Named[] {
  return id === undefined ? [] : [{ path, id }];
}
