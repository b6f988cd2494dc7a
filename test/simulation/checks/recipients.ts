import type { CompanyFile } from "../../../lib/contracts/company-file.ts";
import type { RosterPattern } from "../../../lib/contracts/roster-pattern.ts";
import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

export interface Staff {
  readonly people: ReadonlyMap<string, CompanyFile["people"][number]>;
  readonly projects: ReadonlyMap<string, CompanyFile["projects"][number]>;
  /** People who have left, with their last day. */
  readonly left: ReadonlyMap<string, string>;
  readonly rosters: readonly RosterPattern[];
  /** Everybody whom something was ever given to. */
  readonly handlers: Set<string>;
}

export function staffOf(
  { people, projects }: CompanyFile,
  rosters: Staff["rosters"],
  left: Staff["left"],
): Staff {
  return {
    people: new Map(people.map((person) => [person.id, person])),
    projects: new Map(projects.map((project) => [project.id, project])),
    rosters,
    left,
    handlers: new Set(),
  };
}

interface Place {
  readonly projectId: string;
  readonly departmentId?: string;
  /** Who was given the matter: its handler, whatever post else is held. */
  readonly handlers: ReadonlySet<string>;
  readonly at: string;
  /** Whose own doing it is. */
  readonly author?: string | undefined;
}

type Assignment = CompanyFile["people"][number]["assignments"][number];

/** Posts that each department has of its own; what is nobody's yet has those of the service desk. */
const own: readonly string[] = ["handler", "department-head"];

/** True if the post is one for this project: of it, of its region, or of the whole company. */
function isHere(one: Assignment, projectId: string, region: string | undefined): boolean {
  return (
    one.post === "headquarters" ||
    one.projectId === projectId ||
    (one.region !== undefined && one.region === region)
  );
}

const hasLeft = (left: Staff["left"], personId: string, at: string) => {
  const last = left.get(personId);
  return last !== undefined && at.slice(0, 10) > last;
};

/** Whoever hears works there, has not left, holds the post that it is for, and is of the department that it is about. */
export function checkRecipients(
  about: string,
  { recipients }: Json,
  place: Place,
  staff: Staff,
  say: Say,
): void {
  const { projectId, departmentId, handlers, at } = place;
  const { people, projects, left } = staff;
  const region = projects.get(projectId)?.region;
  for (const { personId, post, insteadOf, substituteFor } of recipients) {
    const here = (people.get(personId)?.assignments ?? []).filter((one) => isHere(one, projectId, region));
    if (here.length === 0 || hasLeft(left, personId, at)) say("the-right-person", `${about}: ${personId}`);
    const held = here.filter((one) => one.post === post);
    const isGiven = post === "handler" && handlers.has(personId);
    if (held.length === 0 && substituteFor === undefined && !isGiven)
      say("the-right-person", `${about}: ${personId} is no ${post}`);
    const isOther =
      post === "department-head" &&
      departmentId !== undefined &&
      insteadOf === undefined &&
      held.every((one) => one.departmentId !== undefined && one.departmentId !== departmentId);
    if (held.length > 0 && isOther && substituteFor === undefined)
      say("the-right-person", `${about}: ${personId} does not head ${departmentId}`);
    const passed = insteadOf === undefined ? undefined : holdersOf(insteadOf, place, staff).at(0);
    if (passed !== undefined) say("nobody-is-passed-over", `${about}: ${personId} instead of ${passed}`);
  }
}

/** Each post that a rung is for has somebody who hears, where anybody holds it. */
export function checkEveryPost(
  about: string,
  { recipients }: Json,
  wanted: readonly string[],
  place: Place,
  staff: Staff,
  say: Say,
): void {
  for (const post of wanted) {
    const holders = [...holdersOf(post, place, staff), ...(post === "handler" ? place.handlers : [])];
    // Whoever holds the post now has entered it: the others are not on shift.
    if (place.author !== undefined && holders.includes(place.author)) continue;
    const isHeard = recipients.some(
      (one: Json) => (one.insteadOf ?? one.post) === post || holders.includes(one.personId),
    );
    if (holders.length > 0 && !isHeard) say("every-post-hears", `${about}: no ${post} of ${holders.join()}`);
  }
}

/** Who holds a post there and works; of a department only where its own is asked for. */
function holdersOf(
  post: string,
  { projectId, departmentId }: Place,
  { people, projects, left }: Staff,
): string[] {
  const region = projects.get(projectId)?.region;
  const suits = (one: Assignment) =>
    one.post === post &&
    isHere(one, projectId, region) &&
    (!own.includes(post) || one.departmentId === departmentId);
  return [...people.values()]
    .filter(({ id, assignments }) => assignments.some(suits) && !left.has(id))
    .map(({ id }) => id);
}
