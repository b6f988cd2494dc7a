import type { Person } from "../../domain/organisation/organisation.ts";
import { isHeadquarters, leads } from "../../domain/organisation/rights.ts";
import type { Ports } from "../ports/index.ts";
import type { Quarantined } from "../ports/mail.ts";

/** The projects whose quarantined mails a person sees. */
export async function projectsLedBy(
  { organisation }: Pick<Ports, "organisation">,
  person: Person,
): Promise<ReadonlySet<string>> {
  const projects = await organisation.projects();
  return new Set(projects.filter((project) => leads(person, project)).map(({ id }) => id));
}

/** True if a quarantined mail is one of theirs, or the person headquarters', who see all. */
export function isShown(
  { projectIds = [] }: Pick<Quarantined, "projectIds">,
  person: Person,
  led: ReadonlySet<string>,
): boolean {
  return isHeadquarters(person) || projectIds.some((id) => led.has(id));
}
