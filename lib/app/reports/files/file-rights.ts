import { holds, type Person, type Post } from "../../../domain/organisation/organisation.ts";
import { isHeadquarters } from "../../../domain/organisation/rights.ts";
import type { Ports } from "../../ports/index.ts";
import type { ReportEdition, ReportFile } from "../../ports/report-run.ts";
import { CHART } from "./chart.ts";

/** What of a month's files somebody may see. */
export interface FileRights {
  readonly file: (file: ReportFile) => boolean;
  readonly edition: (edition: ReportEdition) => boolean;
}

/** D14 is addressed to every office (各管理处). */
export function isBulletin(name: string): boolean {
  return name.startsWith("bulletin-") && name.endsWith(".docx");
}

/** D1 of the company and every level of the tree, without the workbook's other sheets. */
const STATISTICS = /^statistics-\d.*\.xlsx$/;

/** What an announcement carries: the bulletin and the sheets of D1. */
export function isAnnounced(name: string): boolean {
  return isBulletin(name) || STATISTICS.test(name);
}

/**
 * The company's published figures, without personal values: the bulletin (D14), the monthly (D7) and its chart, the sheets of D1.
 * The workbook, the ledger, what changed, the cases and the zip of everything name people or tell of single complaints.
 */
function isPublished(name: string): boolean {
  return isBulletin(name) || published.some((pattern) => pattern.test(name));
}

/** Followed by the month, which begins with its year: `monthly-headquarters-…` is none of them. */
const published = [/^monthly-\d/, /^sheet-\d/, STATISTICS, new RegExp(`^${CHART}-\\d`)];

/**
 * Headquarters read every file. A region reads those of its projects and what the company publishes, a project's manager those
 * of the project and the bulletin (D14): what else names no project is headquarters' alone.
 */
export async function fileRights(
  { organisation }: Pick<Ports, "organisation">,
  person: Person,
): Promise<FileRights> {
  if (isHeadquarters(person)) return { file: () => true, edition: () => true };
  const answering: readonly Post[] = ["project-manager", "region"];
  const projects = (await organisation.projects()).filter((one) =>
    answering.some((post) => holds(person, post, one)),
  );
  const own = new Set(projects.map(({ id }) => id));
  const companyWide = person.assignments.some(({ post }) => post === "region") ? isPublished : isBulletin;
  return {
    file: ({ projectId, name }) => (projectId === undefined ? companyWide(name) : own.has(projectId)),
    // The company's edition is everybody's to know of; another project's is not.
    edition: ({ only }) => only === undefined || own.has(only),
  };
}
