import { withoutPeople } from "../../domain/organisation/free-text.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { isHeadquarters } from "../../domain/organisation/rights.ts";
import { defined } from "../../domain/present.ts";
import {
  type BulletinHead,
  bulletinScope,
  type CompanyTexts,
  type CompanyWork,
  companyFunctionList,
  companyWorkOf,
  hotRef,
  hotTextsOf,
} from "../../domain/submissions/company-texts.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { salted } from "../documents/ids.ts";
import { notBegun } from "../periods/not-begun.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { mayLook } from "./write.ts";

export type CompanyTextsPorts = Pick<
  Ports,
  "clock" | "companyTexts" | "crypto" | "organisation" | "rules" | "telemetry"
>;

export interface GivenTexts {
  readonly sections: CompanyWork;
  readonly issue?: number;
  readonly bulletin?: BulletinHead;
  /** By project. */
  readonly hot?: Readonly<Record<string, string>>;
  /** The version that was seen; refused if it has changed since. */
  readonly version?: number;
}

/**
 * What stands of a month, as far as it is somebody's to read: headquarters read all of it, others what is said of their part of
 * the tree and of the company, without numbers, addresses and rooms. Undefined where nobody has written anything yet.
 */
export async function showCompanyTexts(
  ports: CompanyTextsPorts,
  person: Person,
  month: string,
): Promise<CompanyTexts | undefined | Problem> {
  const texts = (await notBegun(ports, month)) ?? (await ports.companyTexts.load(month));
  if (texts === undefined || isProblem(texts) || isHeadquarters(person)) return texts;
  const projects = await ports.organisation.projects();
  const others = projects.filter((project) => !mayLook(person, project)).map(({ id }) => hotRef(id));
  const personal = Object.entries(texts.personal).filter(([ref]) => !others.includes(ref));
  return {
    ...texts,
    personal: Object.fromEntries(
      personal.map(([ref, said]) => [ref, { ...said, value: withoutPeople(said.value) }]),
    ),
  };
}

/** Replaces what headquarters say of a month (D7). The same again changes nothing; a lost race is refused as stale. */
export async function putCompanyTexts(
  ports: CompanyTextsPorts,
  { month, by }: { readonly month: string; readonly by: string },
  given: GivenTexts,
): Promise<CompanyTexts | Problem> {
  const refused = await notBegun(ports, month);
  if (refused !== undefined) return refused;
  const { sections, issue, bulletin, hot = {}, version } = given;
  const standing = await ports.companyTexts.load(month);
  if (standing !== undefined && isSame(standing, given)) return standing;
  if (version !== undefined && version !== (standing?.revision ?? 0)) return problem("stale-submission");
  if (!(await reserved(ports, month, bulletin)))
    return problem("bulletin-number-taken", { path: "bulletin.number" });
  const texts = [
    ...Object.entries(sections),
    ...Object.entries(hot).map(([id, text]) => [hotRef(id), text] as const),
  ];
  const next: CompanyTexts = {
    schema: 1,
    month,
    ...defined({ issue, bulletin }),
    personal: Object.fromEntries(texts.map(([name, value]) => [name, salted(ports.crypto, value)])),
    by,
    writtenAt: toInstant(ports.clock.now()),
    revision: (standing?.revision ?? 0) + 1,
  };
  const { conflict } = await ports.companyTexts.write(next);
  if (conflict === undefined) return next;
  return isSame(conflict, given) ? conflict : problem("stale-submission");
}

/** A number that headquarters set is the month's from now on; numbers of a year never repeat. */
async function reserved(
  { companyTexts }: CompanyTextsPorts,
  month: string,
  bulletin: BulletinHead | undefined,
): Promise<boolean> {
  if (bulletin?.number === undefined) return true;
  const year = bulletin.year ?? Number(month.slice(0, 4));
  return (
    (await companyTexts.reserveBulletin(year, bulletin.number, { month, scope: month })) ||
    // It may be the month's own, which an edition has taken already.
    companyTexts.reserveBulletin(year, bulletin.number, { month, scope: bulletinScope({ month }) })
  );
}

function isSame(standing: CompanyTexts, { sections, issue, bulletin, hot = {} }: GivenTexts): boolean {
  const work = companyWorkOf(standing);
  const own = hotTextsOf(standing);
  const ids = Object.keys({ ...own, ...hot });
  return (
    standing.issue === issue &&
    JSON.stringify(headOf(standing.bulletin)) === JSON.stringify(headOf(bulletin)) &&
    ids.every((id) => own[id] === hot[id]) &&
    companyFunctionList.every((name) => work[name] === sections[name])
  );
}

function headOf({ year, number, title }: BulletinHead = {}) {
  return [year, number, title];
}
