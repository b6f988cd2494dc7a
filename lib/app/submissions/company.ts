import {
  type CompanyTexts,
  type CompanyWork,
  companyFunctionList,
  companyWorkOf,
} from "../../domain/submissions/company-texts.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { salted } from "../documents/ids.ts";
import { notBegun } from "../periods/not-begun.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

export type CompanyTextsPorts = Pick<
  Ports,
  "clock" | "companyTexts" | "crypto" | "organisation" | "rules" | "telemetry"
>;

export interface GivenTexts {
  readonly sections: CompanyWork;
  readonly issue?: number;
  /** The version that was seen; refused if it has changed since. */
  readonly version?: number;
}

/** What stands of a month; undefined where nobody has written anything yet. */
export async function showCompanyTexts(
  ports: CompanyTextsPorts,
  month: string,
): Promise<CompanyTexts | undefined | Problem> {
  return (await notBegun(ports, month)) ?? ports.companyTexts.load(month);
}

/** Replaces what headquarters say of a month (D7). The same again changes nothing; a lost race is refused as stale. */
export async function putCompanyTexts(
  ports: CompanyTextsPorts,
  { month, by }: { readonly month: string; readonly by: string },
  { sections, issue, version }: GivenTexts,
): Promise<CompanyTexts | Problem> {
  const refused = await notBegun(ports, month);
  if (refused !== undefined) return refused;
  const standing = await ports.companyTexts.load(month);
  if (standing !== undefined && isSame(standing, sections, issue)) return standing;
  if (version !== undefined && version !== (standing?.revision ?? 0)) return problem("stale-submission");
  const next: CompanyTexts = {
    schema: 1,
    month,
    ...(issue === undefined ? {} : { issue }),
    personal: Object.fromEntries(
      Object.entries(sections).map(([name, value]) => [name, salted(ports.crypto, value)]),
    ),
    by,
    writtenAt: toInstant(ports.clock.now()),
    revision: (standing?.revision ?? 0) + 1,
  };
  const { conflict } = await ports.companyTexts.write(next);
  if (conflict === undefined) return next;
  return isSame(conflict, sections, issue) ? conflict : problem("stale-submission");
}

function isSame(standing: CompanyTexts, sections: CompanyWork, issue: number | undefined): boolean {
  const work = companyWorkOf(standing);
  return standing.issue === issue && companyFunctionList.every((name) => work[name] === sections[name]);
}
