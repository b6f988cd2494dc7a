import { holds, type Person } from "../../../domain/organisation/organisation.ts";
import { isHeadquarters } from "../../../domain/organisation/rights.ts";
import type { Ports } from "../../ports/index.ts";
import type { ReportEdition, ReportFile } from "../../ports/report-run.ts";

/** What of a month's files somebody may see. */
export interface FileRights {
  readonly file: (file: ReportFile) => boolean;
  readonly edition: (edition: ReportEdition) => boolean;
}

/** D14 is addressed to every office (各管理处). */
export function isBulletin(name: string): boolean {
  return name.startsWith("bulletin-") && name.endsWith(".docx");
}

/** D7 with the telephone numbers of whoever reported an event. */
function isForHeadquarters(name: string): boolean {
  return name.startsWith("monthly-headquarters-");
}

/**
 * Headquarters read every file, regions all but those with telephone numbers. A project's manager reads the files of that project and the bulletin (D14):
 * what else names no project is the company's, the zip of everything too, and nobody else's.
 */
export async function fileRights(
  { organisation }: Pick<Ports, "organisation">,
  person: Person,
): Promise<FileRights> {
  if (isHeadquarters(person)) return { file: () => true, edition: () => true };
  if (person.assignments.some(({ post }) => post === "region"))
    return { file: ({ name }) => !isForHeadquarters(name), edition: () => true };
  const projects = (await organisation.projects()).filter((one) => holds(person, "project-manager", one));
  const own = new Set(projects.map(({ id }) => id));
  return {
    file: ({ projectId, name }) => (projectId === undefined ? isBulletin(name) : own.has(projectId)),
    // The company's edition is everybody's to know of; another project's is not.
    edition: ({ only }) => only === undefined || own.has(only),
  };
}
