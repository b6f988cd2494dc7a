import { defined } from "../../../../../lib/domain/present.ts";
import type { components } from "../../../api/schema.ts";

export type Person = components["schemas"]["Person"];
export type Assignment = Person["assignments"][number];
export type Absence = NonNullable<Person["absences"]>[number];

/** Where a post is held, as one choice of a list: `company`, `region:NAME`, `project:ID`. */
export function placeOf({ projectId, region }: Assignment): string {
  if (projectId !== undefined) return `project:${projectId}`;
  return region === undefined ? "company" : `region:${region}`;
}

/** The post at another place; only headquarters is nowhere else, and nothing but headquarters is there. */
export function placed({ post }: Assignment, place: string): Assignment {
  const held = post === "headquarters" ? "handler" : post;
  if (place.startsWith("project:")) return { post: held, projectId: place.slice("project:".length) };
  if (place.startsWith("region:")) return { post: held, region: place.slice("region:".length) };
  return { post: "headquarters" };
}

/** Another post where it is; one that headquarters do not have begins at a project. */
export function withPost(assignment: Assignment, post: Assignment["post"], projectId: string): Assignment {
  if (post === "headquarters") return { post };
  if (placeOf(assignment) === "company") return { post, projectId };
  return { ...assignment, post };
}

/** True on the days of an absence; both ends count. */
export function isAbsent({ absences = [] }: Person, today: string): boolean {
  return absences.some(({ from, to }) => from <= today && today <= to);
}

/** What is sent: nothing that was left empty. */
export function tidied(person: Person): Person {
  const { phone, wecomId, language, leavesOn, absences = [], substitutes = [], ...more } = person;
  return {
    ...more,
    ...(phone === undefined || phone === "" ? {} : { phone }),
    ...(wecomId === undefined || wecomId === "" ? {} : { wecomId }),
    ...defined({ language }),
    ...(leavesOn === undefined || leavesOn === "" ? {} : { leavesOn }),
    ...(absences.length === 0 ? {} : { absences }),
    ...(substitutes.length === 0 ? {} : { substitutes }),
  };
}

export const nobodyYet: Person = { id: "", name: "", email: "", assignments: [] };
