import { type Bulletin, bulletin } from "../../../domain/narrative/bulletin.ts";
import { defined } from "../../../domain/present.ts";
import type { FileStatement } from "../../../domain/statistics/edition-identities.ts";
import type { SheetOptions } from "../../../domain/statistics/index.ts";
import { type BulletinHead, bulletinScope, hotTextsOf } from "../../../domain/submissions/company-texts.ts";
import type { BulletinDocument, Chart, RuledFigures } from "../../ports/document-input.ts";
import type { Ports } from "../../ports/index.ts";
import type { MissingProject, ReportRun } from "../../ports/report-run.ts";
import { keyFigures } from "../content/key-figures.ts";
import type { ProjectPart } from "../content/project-part.ts";
import { type Rulings, ruledCounts } from "../content/rulings.ts";
import { type PeriodSubmissions, statesOf, worstState } from "../content/submitted.ts";
import type { EditionFiles } from "./edition-files.ts";
import { bulletinStates } from "./statements.ts";
import type { WorkbookFrame } from "./workbooks.ts";

/** What the company's documents of an edition are made of. */
export interface CompanySource {
  readonly run: Pick<ReportRun, "month" | "span" | "projectIds">;
  readonly parts: readonly ProjectPart[];
  readonly missing: readonly MissingProject[];
  readonly submissions: PeriodSubmissions;
  /** Absent while nothing is contested. */
  readonly rulings: Rulings | undefined;
  readonly frame: WorkbookFrame;
  readonly chart: Chart;
}

export const missingReasons: Readonly<Record<MissingProject["reason"], string>> = {
  failed: "统计失败",
  "not-in-time": "截至生成时未完成",
};

/** Headquarters' bulletin (D14) of a company run. */
export async function addBulletin(
  ports: BulletinPorts & Pick<Ports, "documents">,
  files: EditionFiles,
  { chart, ...source }: CompanySource,
): Promise<FileStatement[]> {
  const words = await bulletinWords(ports, source);
  await files.add("bulletin", "docx", await ports.documents.bulletin({ ...words, chart }));
  return bulletinStates(words.bulletin);
}

export type BulletinPorts = Pick<Ports, "organisation" | "companyTexts">;

/** Everything that the bulletin says, but for its picture. Its number is the period's from now on. */
export async function bulletinWords(
  ports: BulletinPorts,
  { run, parts, missing, submissions, rulings, frame }: Omit<CompanySource, "chart">,
): Promise<Omit<BulletinDocument, "chart">> {
  const { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt } = frame;
  const texts = await ports.companyTexts.load(run.month);
  const period = await bulletinNumber(ports, run, texts?.bulletin);
  const hot = hotTextsOf(texts);
  const counted = bulletin(parts, frame, period, hot);
  return {
    company,
    month,
    span,
    startDays,
    asOf,
    recordedUntil,
    edition,
    stage,
    timeZone,
    madeAt,
    bulletin: counted,
    ...defined({ heading: texts?.bulletin?.title }),
    submitted: await submissionStates(ports, run, submissions),
    missing: missing.map(({ name, reason }) => ({ name, reason: missingReasons[reason] })),
    ...(rulings === undefined
      ? {}
      : {
          rulings: {
            ...ruledCounts(rulings),
            lines: rulings.lines,
            before: bothCounted(counted, parts, frame),
            after: bothCounted(bulletin(rulings.parts, frame, period, hot), rulings.parts, frame),
          },
        }),
  };
}

/** Numbers of one year are tried one after another: more than these mean that something is wrong. */
const MOST_NUMBERS = 400;

/**
 * [year] and number of a run's bulletin: what headquarters have set, else those of its last month (D14: 1、2月 is No. 2,
 * `default`); if another period has the number, the next one that is free. All editions of a period have one number.
 */
async function bulletinNumber(
  { companyTexts }: Pick<Ports, "companyTexts">,
  { month, span }: Pick<ReportRun, "month" | "span">,
  head: BulletinHead = {},
): Promise<{ readonly year: number; readonly month: number }> {
  const [lastYear = 0, lastMonth = 0] = (span?.to ?? month).split("-").map(Number);
  const { year = lastYear, number: first = lastMonth } = head;
  const holder = { month, scope: bulletinScope({ month, span }) };
  for (let number = first; number < first + MOST_NUMBERS; number += 1)
    if (await companyTexts.reserveBulletin(year, number, holder)) return { year, month: number };
  throw new Error(`no bulletin number of ${year} is free`);
}

/** What the bulletin says of itself and of D8, to be compared before and after the rulings. */
function bothCounted(
  { received, valid }: Bulletin,
  parts: readonly ProjectPart[],
  options: SheetOptions,
): RuledFigures {
  const cases = parts.flatMap((part) => part.cases);
  return { companyReceived: received.total, valid, ...keyFigures(cases, options) };
}

async function submissionStates(
  ports: Pick<Ports, "organisation">,
  run: Pick<ReportRun, "projectIds">,
  submissions: PeriodSubmissions,
): Promise<BulletinDocument["submitted"]> {
  const names = new Map((await ports.organisation.projects()).map(({ id, name }) => [id, name]));
  return run.projectIds.map((id) => ({
    name: names.get(id) ?? id,
    state: worstState(id, submissions),
    months: statesOf(id, submissions).map(({ month, state }) => `${Number(month.slice(5))}月${state}`),
  }));
}
