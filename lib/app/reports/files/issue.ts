import {
  attachableBytes,
  recordsAtOnce,
  reportingPolicyOf,
} from "../../../domain/policy/reporting-policy.ts";
import { defined } from "../../../domain/present.ts";
import { ContradictionError } from "../../../domain/statistics/contradiction.ts";
import {
  checkStatements,
  type FileStatement,
  summed,
} from "../../../domain/statistics/edition-identities.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import { sheetOptions } from "../../periods/bounds.ts";
import type { Ports } from "../../ports/index.ts";
import {
  type MissingProject,
  missingIds,
  type ReportFile,
  type ReportRun,
  recordedUntilOf,
  whyMissing,
} from "../../ports/report-run.ts";
import { addContested } from "../content/contested.ts";
import { addCorrections, correctionsOf } from "../content/corrections.ts";
import { keyFigures } from "../content/key-figures.ts";
import { namesOf } from "../content/names.ts";
import { loadParts, type ProjectPart } from "../content/project-part.ts";
import { rulingsOf } from "../content/rulings.ts";
import { confirmedNarratives, submissionsOf, submittedOf } from "../content/submitted.ts";
import { addBulletin, type CompanySource } from "./bulletin.ts";
import { addChart, figuresOf } from "./chart.ts";
import { addClassification } from "./classification.ts";
import { addAnalysis } from "./documents.ts";
import { type EditionFiles, editionFiles } from "./edition-files.ts";
import { addExports } from "./exports.ts";
import { isAnnounced } from "./file-rights.ts";
import { keepViews } from "./kept-views.ts";
import { addMonthly } from "./monthly.ts";
import { stageOf } from "./stage.ts";
import { chartStates, mailStates, workbookStates } from "./statements.ts";
import { analyticsOf, monthlyWorkbooks, type WorkbookFrame } from "./workbooks.ts";

export type IssuePorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "organisation"
  | "reports"
  | "rules"
  | "reportFiles"
  | "companyTexts"
  | "submissions"
  | "workbook"
  | "zip"
  | "documents"
  | "charts"
>;

/** Makes the files of an edition from the parts of a run and issues it; what stands already is never changed. */
export async function issueEdition(ports: IssuePorts, run: ReportRun, edition: number): Promise<void> {
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const parts = await loadParts(ports, run.id, run.doneProjectIds);
  const missing = await missingProjects(ports, run);
  const options = sheetOptions(run, company.timeZone, await ports.rules.periodStarts(company.timeZone));
  const corrections = await correctionsOf(ports, { run, edition, parts, options });
  const frame: WorkbookFrame = {
    company: company.name,
    ...options,
    recordedUntil: recordedUntilOf(run),
    edition,
    stage: await stageOf(ports, run, company.timeZone),
    madeAt: toInstant(ports.clock.now()),
    missing: missing.map(({ name }) => name),
    names: await namesOf(ports, parts),
    ...(corrections === undefined ? {} : { changes: { of: corrections.short.of, lines: corrections.lines } }),
  };
  const submissions = await submissionsOf(ports, frame);
  const files = editionFiles(ports, { ...run, ...frame, edition });
  const rulings = rulingsOf(parts, submissions.all);
  const whole: FileStatement[] = [];
  const projects: FileStatement[] = [];
  for (const { projectId, input } of monthlyWorkbooks(frame, parts, rulings)) {
    const part = parts.find((one) => one.projectId === projectId);
    const drawn = figuresOf(input);
    const [workbook, chart] = await Promise.all([ports.workbook(input), ports.charts(drawn)]);
    await files.add("complaints", "xlsx", workbook, part && { project: part });
    if (part === undefined) {
      await files.add("statistics", "xlsx", await ports.workbook(input, "statistics"));
      whole.push(...workbookStates(input), chartStates(drawn), ...(await addExports(files, input)));
      await addChart(files, chart);
      if (run.only === undefined) {
        const source = { run, parts, missing, submissions, rulings, frame, chart };
        whole.push(...(await addDocuments(ports, files, source)));
      }
    } else {
      const narratives = confirmedNarratives(part.projectId, submissions);
      projects.push(await addAnalysis(ports, files, part, input, { narratives, chart }));
    }
  }
  const figures = keyFigures(
    parts.flatMap((part) => part.cases),
    frame,
  );
  await keepLargeViews(ports, run.id, parts, frame);
  assertOneMeaning([...whole, summed("各项目投诉分析报告", projects), mailStates(figures)]);
  const contested = rulings === undefined ? undefined : await addContested(files, rulings, frame);
  if (corrections !== undefined) await addCorrections(files, corrections);
  const stored = await files.close();
  const attached = await attachedFiles(ports, stored, company.timeZone);
  await ports.reports.issueEdition({
    month: run.month,
    edition,
    runId: run.id,
    ...defined({ span: run.span, only: run.only, bulletin: run.bulletin }),
    asOf: run.asOf,
    recordedUntil: recordedUntilOf(run),
    madeAt: frame.madeAt,
    issuedBy: run.startedBy,
    projectIds: run.doneProjectIds,
    missing,
    files: stored,
    ...(attached.length === 0 ? {} : { attached }),
    figures,
    submitted: submittedOf(run.projectIds, submissions),
    ...defined({ contested }),
    ...(corrections === undefined ? {} : { correction: corrections.short }),
  });
}

/** What pages cannot count while somebody waits is kept from the build. */
async function keepLargeViews(
  ports: IssuePorts,
  runId: string,
  parts: readonly ProjectPart[],
  frame: WorkbookFrame,
): Promise<void> {
  const { policy } = await ports.rules.forCompany(frame.timeZone);
  await keepViews(ports, runId, parts, {
    most: recordsAtOnce(reportingPolicyOf(policy)),
    analyticsOf: (some) => analyticsOf(frame, some),
  });
}

/** The company's documents: bulletin (D14), monthly (D7) and classification (D15). */
async function addDocuments(
  ports: IssuePorts,
  files: EditionFiles,
  source: CompanySource,
): Promise<FileStatement[]> {
  return [
    ...(await addBulletin(ports, files, source)),
    ...(await addMonthly(ports, files, source)),
    ...(await addClassification(ports, files, source)),
  ];
}

/** The names of the files that go with the announcement: all of them or, where they are too large together, none. */
async function attachedFiles(
  { rules }: Pick<Ports, "rules">,
  files: readonly ReportFile[],
  timeZone: string,
): Promise<readonly string[]> {
  const announced = files.filter(({ name }) => isAnnounced(name));
  const { policy } = await rules.forCompany(timeZone);
  const bytes = announced.reduce((sum, { size }) => sum + size, 0);
  return bytes <= attachableBytes(reportingPolicyOf(policy)) ? announced.map(({ name }) => name) : [];
}

/** @throws ContradictionError when two files say two figures under one word: such an edition is never issued */
function assertOneMeaning(statements: readonly FileStatement[]): void {
  const broken = checkStatements(statements);
  if (broken.length > 0) throw new ContradictionError(JSON.stringify(broken));
}

async function missingProjects(ports: IssuePorts, run: ReportRun): Promise<readonly MissingProject[]> {
  const missing = missingIds(run);
  const names = new Map((await ports.organisation.projects()).map(({ id, name }) => [id, name]));
  return missing.map((projectId) => ({
    projectId,
    name: names.get(projectId) ?? projectId,
    ...whyMissing(run, projectId),
  }));
}
