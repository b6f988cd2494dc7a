import type { Recipients } from "../../domain/complaint/decision.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import type { Staffing } from "../../domain/organisation/holders.ts";
import { type Acting, type Person, type Project, reaches } from "../../domain/organisation/organisation.ts";
import { actingOn, isPresent, substitutesOn } from "../../domain/organisation/presence.ts";
import { rosterMonths } from "../../domain/organisation/roster.ts";
import { fromInstant, type Instant, localDate, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";

interface StaffingAsked {
  /** People of elsewhere whom the complaint names. */
  readonly named?: readonly (string | undefined)[];
  /** Everybody whose posts reach the project, where the caller has them. */
  readonly known?: readonly Person[];
}

/**
 * Who works here and the project's shifts around an instant: what `holdersAt` and `isOnDuty` need. Everybody whose posts
 * reach the project, and by name those of elsewhere who are on shift, stand in or hold the complaint (`named`).
 */
export async function staffingOf(
  { organisation }: Pick<Ports, "organisation">,
  project: Pick<Project, "id" | "timeZone">,
  at: Instant,
  { named = [], known }: StaffingAsked = {},
): Promise<Staffing> {
  const months = rosterMonths(fromInstant(at), project.timeZone);
  const [staff, ...rosters] = await Promise.all([
    known ?? organisation.staff(project.id),
    ...months.map((month) => organisation.roster(project.id, month, "lately")),
  ]);
  const date = localDate(at, project.timeZone);
  // Yesterday's may last into the night, tomorrow's concern rungs that move.
  const shifts = rosters.flatMap((roster) => roster?.shifts ?? []);
  const near = shifts.filter((shift) => daysBetween(shift.date, date) <= NEAR_DAYS);
  const wanted = [...near.map(({ personId }) => personId), ...named.flatMap((id) => id ?? [])];
  return { people: await withOthers({ organisation }, staff, wanted, date), shifts };
}

/** Shifts further away are nobody's who is asked now. */
const NEAR_DAYS = 2;

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** These people with others by name, and whoever stands in for an absent one of them, as far as the chain goes. */
async function withOthers(
  { organisation }: Pick<Ports, "organisation">,
  staff: readonly Person[],
  named: readonly string[],
  date: string,
): Promise<readonly Person[]> {
  const people = new Map(staff.map((person) => [person.id, person]));
  const asked = new Set<string>();
  for (;;) {
    const absent = [...people.values()].filter((person) => !isPresent(person, date));
    const wanted = [...named, ...absent.flatMap((person) => substitutesOn(person, date))];
    const missing = [...new Set(wanted)].filter((id) => !people.has(id) && !asked.has(id));
    if (missing.length === 0) return [...people.values()];
    for (const id of missing) asked.add(id);
    const found = await Promise.all(missing.map((id) => organisation.person(id)));
    for (const person of found) if (person !== undefined) people.set(person.id, person);
  }
}

/** Somebody as acting for a project: with the posts of those whom this one stands in for today. */
export async function actingIn(
  { clock, organisation }: Pick<Ports, "clock" | "organisation">,
  person: Person,
  project: Pick<Project, "id" | "timeZone">,
): Promise<Acting> {
  const date = localDate(toInstant(clock.now()), project.timeZone);
  const people = await withOthers({ organisation }, await organisation.staff(project.id), [person.id], date);
  return actingOn(date, person, people);
}

/**
 * A project with somebody as acting there; undefined where neither the own posts nor those of whoever is absent reach it:
 * to them it does not exist.
 */
export async function reachedProject(
  ports: Pick<Ports, "clock" | "organisation">,
  person: Person,
  projectId: string,
): Promise<{ readonly project: Project; readonly person: Acting } | undefined> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined) return undefined;
  const acting = await actingIn(ports, person, project);
  return reaches(acting, project) ? { project, person: acting } : undefined;
}

/** Everybody whose posts reach a project, and these others: whoever a text about it may name. */
export async function namesIn(
  { organisation }: Pick<Ports, "organisation">,
  projectId: string,
  ids: readonly string[],
): Promise<readonly Person[]> {
  const staff = await organisation.staff(projectId);
  const known = new Set(staff.map(({ id }) => id));
  const others = await Promise.all(
    [...new Set(ids)].filter((id) => !known.has(id)).map((id) => organisation.person(id)),
  );
  return [...staff, ...others.flatMap((person) => person ?? [])];
}

/** Who holds which post for a complaint of this project at an instant, for decisions that tell somebody. */
export async function recipientsAt(
  ports: Pick<Ports, "organisation">,
  projectId: string,
  at: Instant,
): Promise<Recipients> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined) return () => [];
  const staffing = await staffingOf(ports, project, at);
  return (wanted, complaint) => recipientsOf(wanted, complaint, project, at, staffing);
}
