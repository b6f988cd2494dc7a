import { lineOf } from "../organisation/departments.ts";
import { type Acting, covers, holds, type Post, type Project } from "../organisation/organisation.ts";
import type { StaffCommandName } from "./commands/index.ts";
import type { Complaint } from "./document.ts";
import { isComplainedOf } from "./rules/complained-of.ts";
import { signingPosts } from "./rules/posts.ts";
import { complainedOfMay, fittingCommands, transitions } from "./transitions.ts";

type Assigned = Pick<Complaint, "departmentId" | "handlerId">;

/**
 * D4, D6: only the department that solves it accepts, solves, hands on and signs: its head or the head above, the handler who was named
 * or, where nobody was, any of its handlers. Those who lead the desk or the project may stand in for it.
 */
export function answersFor(person: Acting, project: Project, { departmentId, handlerId }: Assigned): boolean {
  const isHandler = [person.id, ...(person.standsInFor ?? [])].some((id) => id === handlerId);
  if (departmentId === undefined || isHandler) return true;
  const line = lineOf(project.departments, departmentId);
  const ofLine = (one: string | undefined) => one !== undefined && line.includes(one);
  return person.assignments.some((assignment) => {
    if (!covers(assignment, project)) return false;
    switch (assignment.post) {
      case "clerk":
        return false;
      case "handler":
        return handlerId === undefined && ofLine(assignment.departmentId);
      case "department-head":
        return ofLine(assignment.departmentId);
      case "supervisor":
      case "manager":
      case "project-manager":
      case "region":
      case "headquarters":
        return true;
    }
  });
}

/** Whoever hands in a sheet that somebody else has signed does not sign himself. */
interface SheetGiven {
  readonly type: StaffCommandName;
  readonly sheet?: unknown;
}

/** False if the command is one that the solving department has to give, and the person is of another. */
export function isForThem(
  command: SheetGiven,
  complaint: Assigned,
  person: Acting,
  project: Project,
): boolean {
  const signs =
    command.type === "sign-off" &&
    command.sheet === undefined &&
    signingPosts.some((post) => holds(person, post, project));
  const bound = signs || transitions[command.type].ofDepartment === true;
  return !bound || answersFor(person, project, complaint);
}

/** The commands that this person, holding these posts for the project, may give now. */
export function allowedTo(
  complaint: Complaint,
  person: Acting,
  project: Project,
  posts: readonly Post[],
): StaffCommandName[] {
  const answers = answersFor(person, project, complaint);
  const isShutOut = isComplainedOf(complaint, person);
  return fittingCommands(complaint, posts).filter(
    (name) =>
      (answers || transitions[name].ofDepartment !== true) && isShutOut === complainedOfMay.includes(name),
  );
}
