import { fromInstant, type Instant, localDate } from "../time/instant.ts";
import { lineOf } from "./departments.ts";
import { covers, type Person, type Post, type Project, posts } from "./organisation.ts";
import { standInOf } from "./presence.ts";
import { type Shift, shiftsDuring } from "./roster.ts";

/** Who works here, and the shifts of the project's roster around the moment in question. */
export interface Staffing {
  readonly people: readonly Person[];
  readonly shifts: readonly Shift[];
}

/** Somebody who holds a post now. */
export interface PostHolder {
  readonly personId: string;
  /** The post that was found. */
  readonly post: Post;
  /** The post asked for, when nobody holds it and the next higher one stands in. */
  readonly insteadOf?: Post;
  /** The absent person whom this one stands in for. */
  readonly substituteFor?: string;
}

/** Narrows the posts of handler and department head: this person, or the people of this department. */
export interface Responsible {
  readonly handlerId?: string | undefined;
  readonly departmentId?: string | undefined;
}

/**
 * Who holds a post of a project at an instant: whoever is on shift, else everybody who has the post; the absent are
 * replaced by their substitutes; nobody → the next higher post, flagged. Empty when there is nobody up to headquarters.
 */
export function holdersAt(
  wanted: Post,
  project: Project,
  at: Instant,
  staffing: Staffing,
  responsible: Responsible = {},
): readonly PostHolder[] {
  const people = new Map(staffing.people.map((person) => [person.id, person]));
  const date = localDate(at, project.timeZone);
  for (const post of posts.slice(posts.indexOf(wanted))) {
    const groups = linesOf(responsible, project).flatMap((one) =>
      candidates(post, project, at, staffing, one),
    );
    for (const ids of groups) {
      const found = presentOf(ids, date, people);
      if (found.length > 0) {
        return found.map((holder) => ({
          ...holder,
          post,
          ...(post === wanted ? {} : { insteadOf: wanted }),
        }));
      }
    }
  }
  return [];
}

/** True if the person is on shift in the project now, or stands in for somebody who is. */
export function isOnDuty(personId: string, project: Project, at: Instant, staffing: Staffing): boolean {
  const people = new Map(staffing.people.map((person) => [person.id, person]));
  const date = localDate(at, project.timeZone);
  return shiftsAt(project, at, staffing.shifts).some(
    (shift) => standInOf(shift.personId, date, people)?.id === personId,
  );
}

/** The department, then those above it. */
function linesOf(responsible: Responsible, project: Project): readonly Responsible[] {
  const [, ...above] = lineOf(project.departments, responsible.departmentId);
  return [responsible, ...above.map((departmentId) => ({ departmentId }))];
}

/** The groups of people to try for one post, in order. */
function candidates(
  post: Post,
  project: Project,
  at: Instant,
  { people, shifts }: Staffing,
  responsible: Responsible,
): readonly (readonly string[])[] {
  if (post === "handler" && responsible.handlerId !== undefined) return [[responsible.handlerId]];
  // Unassigned complaints have no department yet: the duty handler and head of the service desk are whoever holds the post without one.
  const suits = (departmentId: string | undefined) =>
    (post !== "department-head" && post !== "handler") || departmentId === responsible.departmentId;
  const onShift = shiftsAt(project, at, shifts).filter((s) => s.post === post && suits(s.departmentId));
  const having = people.filter(({ assignments }) =>
    assignments.some((a) => a.post === post && covers(a, project) && suits(a.departmentId)),
  );
  return [onShift.map(({ personId }) => personId), having.map(({ id }) => id)];
}

function presentOf(ids: readonly string[], date: string, people: ReadonlyMap<string, Person>) {
  const found = new Map<string, Pick<PostHolder, "personId" | "substituteFor">>();
  for (const id of ids) {
    const person = standInOf(id, date, people);
    if (person === undefined || (found.has(person.id) && person.id !== id)) continue;
    found.set(person.id, {
      personId: person.id,
      ...(person.id === id ? {} : { substituteFor: id }),
    });
  }
  return [...found.values()];
}

function shiftsAt({ timeZone }: Project, at: Instant, shifts: readonly Shift[]): readonly Shift[] {
  return shiftsDuring(shifts, fromInstant(at), timeZone);
}
