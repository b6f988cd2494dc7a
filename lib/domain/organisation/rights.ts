import { holds, type Person, type Post, type Project } from "./organisation.ts";

/** Who may change what belongs to a project: its manager, its region, headquarters. */
export const rulersOfProject: readonly Post[] = ["project-manager", "region", "headquarters"];

/** Who leads a project (主管以上): they decide on what could not become a complaint by itself. */
export const leadersOfProject: readonly Post[] = [
  "supervisor",
  "manager",
  "project-manager",
  "region",
  "headquarters",
];

/** True if the person leads this very project. */
export function leads(person: Person, project: Project): boolean {
  return leadersOfProject.some((post) => holds(person, post, project));
}

/** True if the person may change what belongs to this project. */
export function mayRule(person: Person, project: Project): boolean {
  return rulersOfProject.some((post) => holds(person, post, project));
}

/** True for headquarters (总部), which reaches every project. */
export function isHeadquarters({ assignments }: Person): boolean {
  return assignments.some(({ post }) => post === "headquarters");
}
