import type { CompanyFile } from "../../../lib/contracts/company-file.ts";
import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

export interface Staff {
  readonly people: ReadonlyMap<string, CompanyFile["people"][number]>;
  readonly projects: ReadonlyMap<string, CompanyFile["projects"][number]>;
  /** People who have left, with their last day. */
  readonly left: ReadonlyMap<string, string>;
}

export function staffOf({ people, projects }: CompanyFile, left: Staff["left"]): Staff {
  return {
    people: new Map(people.map((person) => [person.id, person])),
    projects: new Map(projects.map((project) => [project.id, project])),
    left,
  };
}

interface Place {
  readonly projectId: string;
  readonly departmentId?: string;
  readonly at: string;
}

/** Whoever hears works there, has not left, holds the post that it is for, and is of the department that it is about. */
export function checkRecipients(
  about: string,
  { recipients }: Json,
  { projectId, departmentId, at }: Place,
  { people, projects, left }: Staff,
  say: Say,
): void {
  const region = projects.get(projectId)?.region;
  for (const { personId, post, insteadOf, substituteFor } of recipients) {
    const gone = left.get(personId);
    const here = (people.get(personId)?.assignments ?? []).filter(
      (one) => one.post === "headquarters" || one.projectId === projectId || one.region === region,
    );
    if (here.length === 0 || (gone !== undefined && at.slice(0, 10) > gone))
      say("the-right-person", `${about}: ${personId}`);
    const held = here.filter((one) => one.post === post);
    if (held.length === 0 && substituteFor === undefined)
      say("the-right-person", `${about}: ${personId} is no ${post}`);
    const isOther =
      post === "department-head" &&
      departmentId !== undefined &&
      insteadOf === undefined &&
      held.every((one) => one.departmentId !== undefined && one.departmentId !== departmentId);
    if (held.length > 0 && isOther && substituteFor === undefined)
      say("the-right-person", `${about}: ${personId} does not head ${departmentId}`);
  }
}
