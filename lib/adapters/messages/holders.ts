import type { Person, Project } from "../../domain/organisation/organisation.ts";

export interface HolderNames {
  readonly people: readonly Person[];
  readonly project: Project;
}

/** Department and handler as they are called; an id that is gone stays visible. */
export function holder(
  names: HolderNames,
  departmentId: string | undefined,
  handlerId: string | undefined,
): string {
  if (departmentId === undefined && handlerId === undefined) return "尚未指派";
  const department = names.project.departments.find((d) => d.id === departmentId)?.name ?? departmentId ?? "";
  return handlerId === undefined ? department : `${department} ${personName(names.people, handlerId)}`.trim();
}

export function personName(people: readonly Person[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? `已离岗人员 ${id}`;
}
