import type { PlaceName } from "../../domain/analytics/names.ts";
import { inBatches } from "../../domain/in-batches.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { recordsAtOnce, reportingPolicyOf } from "../../domain/policy/reporting-policy.ts";
import { defined } from "../../domain/present.ts";
import type { Case } from "../../domain/statistics/case.ts";
import { periodDays, type SheetOptions } from "../../domain/statistics/index.ts";
import type { ProjectProfile } from "../../domain/statistics/peers.ts";
import type { StartDay } from "../../domain/statistics/period.ts";
import { earlier, type Instant, localDate, toInstant } from "../../domain/time/instant.ts";
import { boundsOf, sheetOptions } from "../periods/bounds.ts";
import type { Ports } from "../ports/index.ts";
import { type ReportEdition, type ReportSpan, recordedUntilOf } from "../ports/report-run.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { averageHouseholds } from "../reports/content/households.ts";
import { type ProjectPart, partKey } from "../reports/content/project-part.ts";
import { knownRecords } from "../reports/content/records.ts";
import { type KeptViews, keptViews } from "../reports/files/kept-views.ts";

export type SourcePorts = Pick<
  Ports,
  "clock" | "complaints" | "crypto" | "organisation" | "reports" | "reportFiles" | "rules"
>;

/** Which period, and whether as it stands now or as an issued edition has it. */
export interface PeriodAsked {
  /** `YYYY-MM`; absent: the one that runs. */
  readonly month?: string;
  /** Local dates, both included: another period than the month's own. */
  readonly from?: string;
  readonly to?: string;
  /** The number of an issued edition of the month: exactly the figures of its files. */
  readonly edition?: number;
  /** Projects are to be compared with their like: how many households each has must be known. */
  readonly households?: boolean;
  /** Nothing but what was received in the period is counted: no other records are read. */
  readonly periodOnly?: boolean;
}

/** The records of some projects and what they are counted over. */
export interface Counted {
  readonly options: SheetOptions;
  readonly recordedUntil: Instant;
  readonly cases: readonly Case[];
  readonly places: readonly PlaceName[];
  readonly edition?: number;
}

/** Projects that are read at a time, their records or their parts of an edition. */
const TOGETHER = 16;
/** Documents of the period that are read one by one. */
const MOST_DOCUMENTS = 4_000;

/** The records of a scope as they stand now, or as an edition has counted them. */
export async function countedIn(
  ports: SourcePorts,
  projects: readonly Project[],
  asked: PeriodAsked,
): Promise<Counted | Problem> {
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const { timeZone } = company;
  const { policy } = await ports.rules.forCompany(timeZone);
  const frame: Frame = {
    timeZone,
    startDays: await ports.rules.periodStarts(timeZone),
    most: recordsAtOnce(reportingPolicyOf(policy)),
  };
  return asked.edition === undefined
    ? asItStands(ports, projects, { ...frame, asked })
    : asIssued(ports, projects, { ...asked, edition: asked.edition }, frame);
}

interface Frame {
  readonly timeZone: string;
  readonly startDays: readonly StartDay[];
  /** More records are counted by a build. */
  readonly most: number;
}

async function asItStands(
  ports: SourcePorts,
  projects: readonly Project[],
  { asked, timeZone, startDays, most }: Frame & { readonly asked: PeriodAsked },
): Promise<Counted | Problem> {
  const now = toInstant(ports.clock.now());
  const { periodOnly = false } = asked;
  const month = asked.month ?? (asked.to ?? asked.from ?? localDate(now, timeZone)).slice(0, 7);
  const own = { month, timeZone, startDays };
  const days = periodDays(own);
  const span =
    asked.from === undefined && asked.to === undefined
      ? undefined
      : { from: asked.from ?? days.first.toString(), to: asked.to ?? days.last.toString() };
  if (span !== undefined && span.from > span.to)
    return problem("period-reversed", { path: asked.from === undefined ? "to" : "from" });
  const { first, last } = boundsOf({ ...own, ...defined({ span }) });
  if (first > now) return problem("period-not-begun", { path: span === undefined ? "month" : "from" });
  const run = { month, asOf: earlier(last, now), ...defined({ span }) };
  const instants = { happenedUntil: run.asOf, recordedUntil: now };
  const options = sheetOptions(run, timeZone, startDays);
  const budget = new Budget(most);
  const countedOf = async (project: Project): Promise<readonly Case[]> => {
    const { policy } = await ports.rules.forProject(project.id, project.timeZone);
    const onPage = (rows: number, documents: number) => budget.take(rows, documents);
    const asked = { options, instants, policy, periodOnly, onPage };
    const own: Case[] = [];
    for await (const { counted } of knownRecords(ports, project, asked)) own.push(counted);
    return own;
  };
  let cases: readonly Case[];
  try {
    cases = (await inBatches(projects, TOGETHER, countedOf)).flat();
  } catch (cause) {
    if (cause instanceof TooMany) return problem("analytics-too-large");
    throw cause;
  }
  return {
    options,
    recordedUntil: now,
    cases,
    places: await placesOf(
      ports,
      projects,
      asked.households === true
        ? (span ?? { from: days.first.toString(), to: days.last.toString() })
        : undefined,
    ),
  };
}

/** Projects as views name them, with their households over the months of the period where they are asked for. */
async function placesOf(
  ports: Pick<Ports, "organisation">,
  projects: readonly Project[],
  period: ReportSpan | undefined,
): Promise<readonly PlaceName[]> {
  return inBatches(projects, TOGETHER, async (project): Promise<PlaceName> => {
    const { id: projectId, name, region, city, type, floorArea, ratedBy } = project;
    const households =
      period === undefined
        ? undefined
        : await averageHouseholds(ports, projectId, period.from.slice(0, 7), period.to.slice(0, 7));
    return { projectId, name, region, city, type, floorArea, ...defined({ households, ratedBy }) };
  });
}

/** Projects that the edition lacks are not there; with none of them it says nothing of the scope. */
async function asIssued(
  ports: SourcePorts,
  projects: readonly Project[],
  asked: PeriodAsked & { readonly edition: number },
  { timeZone, startDays, most }: Frame,
): Promise<Counted | Problem> {
  const edition = await editionOf(ports, asked);
  if (isProblem(edition)) return edition;
  const wanted = projects.filter((project) => edition.projectIds.includes(project.id));
  const parts: CountedPart[] = [];
  let records = 0;
  for (let at = 0; at < wanted.length; at += TOGETHER) {
    const some = wanted.slice(at, at + TOGETHER);
    for (const part of await Promise.all(some.map(({ id }) => countedPart(ports, edition.runId, id)))) {
      if (part === undefined) return problem("edition-not-kept", { path: "edition" });
      records += part.cases.length;
      if (records > most) return problem("analytics-too-large");
      parts.push(part);
    }
  }
  if (parts.length === 0) return problem("unknown-report", { path: "edition" });
  return {
    options: sheetOptions(edition, timeZone, startDays),
    recordedUntil: recordedUntilOf(edition),
    cases: parts.flatMap((part) => part.cases),
    places: parts,
    edition: edition.edition,
  };
}

/** Of a part what figures are made of: ledger and stories are let go before the next is read. */
type CountedPart = ProjectProfile & Pick<ProjectPart, "cases">;

async function countedPart(
  { reportFiles }: Pick<Ports, "reportFiles">,
  runId: string,
  projectId: string,
): Promise<CountedPart | undefined> {
  const body = await reportFiles.get(partKey(runId, projectId));
  if (body === undefined) return undefined;
  const part: ProjectPart = JSON.parse(new TextDecoder().decode(body));
  const { name, region, city, type, floorArea, households, ratedBy, cases } = part;
  return { projectId, name, type, floorArea, cases, ...defined({ region, city, households, ratedBy }) };
}

/** The company's edition as its pages show it, where it has more records than can be counted at once. */
export async function keptOf(
  ports: SourcePorts,
  projects: readonly Project[],
  asked: PeriodAsked,
): Promise<(Omit<Counted, "cases"> & { readonly views: KeptViews }) | undefined> {
  const company = await ports.organisation.company();
  if (asked.edition === undefined || company === undefined) return undefined;
  const edition = await editionOf(ports, { ...asked, edition: asked.edition });
  if (isProblem(edition)) return undefined;
  const counted = projects.filter(({ id }) => edition.projectIds.includes(id));
  const views = await keptViews(
    ports,
    edition.runId,
    counted.map(({ id: projectId }) => ({ projectId })),
  );
  if (views === undefined) return undefined;
  const startDays = await ports.rules.periodStarts(company.timeZone);
  return {
    views,
    options: sheetOptions(edition, company.timeZone, startDays),
    recordedUntil: recordedUntilOf(edition),
    places: await placesOf(ports, counted, undefined),
    edition: edition.edition,
  };
}

/** An edition says itself which days it counts: others cannot be asked of it. */
async function editionOf(
  { reports }: Pick<Ports, "reports">,
  { month, from, to, edition }: PeriodAsked & { readonly edition: number },
): Promise<ReportEdition | Problem> {
  if (month === undefined) return problem("unknown-report", { path: "month" });
  const found = (await reports.editions(month)).find((one) => one.edition === edition);
  if (found === undefined) return problem("unknown-report", { path: "edition" });
  if ((from ?? found.span?.from) !== found.span?.from) return problem("unknown-report", { path: "from" });
  if ((to ?? found.span?.to) !== found.span?.to) return problem("unknown-report", { path: "to" });
  return found;
}

class TooMany extends Error {}

class Budget {
  readonly #most: number;
  #records = 0;
  #documents = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Throws TooMany before more is read than somebody can wait for. */
  take(records: number, documents: number): void {
    this.#records += records;
    this.#documents += documents;
    if (this.#records > this.#most || this.#documents > MOST_DOCUMENTS) throw new TooMany();
  }
}
