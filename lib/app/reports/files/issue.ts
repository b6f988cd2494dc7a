import { toInstant } from "../../../domain/time/instant.ts";
import { sheetOptions } from "../../periods/bounds.ts";
import type { Ports } from "../../ports/index.ts";
import {
  type MissingProject,
  missingIds,
  type ReportRun,
  recordedUntilOf,
  whyMissing,
} from "../../ports/report-run.ts";
import { addContested } from "../content/contested.ts";
import { addCorrections } from "../content/corrections.ts";
import { keyFigures } from "../content/key-figures.ts";
import { type ProjectPart, partKey } from "../content/project-part.ts";
import { rulingsOf } from "../content/rulings.ts";
import { submittedOf } from "../content/submitted.ts";
import { addBulletin } from "./bulletin.ts";
import { addChart, figuresOf } from "./chart.ts";
import { addAnalysis } from "./documents.ts";
import { editionFiles } from "./edition-files.ts";
import { addExports } from "./exports.ts";
import { addMonthly } from "./monthly.ts";
import { stageOf } from "./stage.ts";
import { monthlyWorkbooks, type WorkbookFrame } from "./workbooks.ts";

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
  const parts = await loadParts(ports, run);
  const missing = await missingProjects(ports, run);
  const frame: WorkbookFrame = {
    company: company.name,
    ...sheetOptions(run, company.timeZone, await ports.rules.periodStarts(company.timeZone)),
    recordedUntil: recordedUntilOf(run),
    edition,
    stage: await stageOf(ports, run, company.timeZone),
    madeAt: toInstant(ports.clock.now()),
    missing: missing.map(({ name }) => name),
  };
  const stored = await ports.submissions.ofMonth(run.month);
  const submissions = await Promise.all(stored.map((submission) => ports.submissions.whole(submission)));
  const files = editionFiles(ports, { ...run, edition, madeAt: frame.madeAt });
  const rulings = rulingsOf(parts, submissions);
  for (const { projectId, input } of monthlyWorkbooks(frame, parts, rulings)) {
    const what = projectId === undefined ? "complaints" : `complaints-${projectId}`;
    await files.add(what, "xlsx", await ports.workbook(input), projectId);
    const chart = await ports.charts(figuresOf(input));
    const part = parts.find((one) => one.projectId === projectId);
    if (part === undefined) {
      await addExports(files, input);
      await addChart(files, chart);
      if (run.only === undefined) {
        const source = { run, parts, missing, submissions, rulings, frame, chart };
        await addBulletin(ports, files, source);
        await addMonthly(ports, files, source);
      }
    } else {
      const submission = submissions.find((one) => one.projectId === part.projectId);
      await addAnalysis(ports, files, part, input, { submission, chart });
    }
  }
  const contested = rulings === undefined ? undefined : await addContested(files, rulings, frame);
  const correction = await addCorrections(ports, files, { run, edition, parts, options: frame });
  await ports.reports.issueEdition({
    month: run.month,
    edition,
    runId: run.id,
    ...(run.span === undefined ? {} : { span: run.span }),
    ...(run.only === undefined ? {} : { only: run.only }),
    ...(run.bulletin === undefined ? {} : { bulletin: run.bulletin }),
    asOf: run.asOf,
    recordedUntil: recordedUntilOf(run),
    madeAt: frame.madeAt,
    issuedBy: run.startedBy,
    projectIds: run.doneProjectIds,
    missing,
    files: await files.close(),
    figures: keyFigures(
      parts.flatMap((part) => part.cases),
      frame,
    ),
    submitted: submittedOf(run.projectIds, submissions),
    ...(contested === undefined ? {} : { contested }),
    ...(correction === undefined ? {} : { correction }),
  });
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

async function loadParts(ports: IssuePorts, run: ReportRun): Promise<ProjectPart[]> {
  const parts: ProjectPart[] = [];
  for (const projectId of run.doneProjectIds) {
    const body = await ports.reportFiles.get(partKey(run.id, projectId));
    if (body === undefined) throw new Error(`part of project ${projectId} of run ${run.id} is missing`);
    const part: ProjectPart = JSON.parse(new TextDecoder().decode(body));
    parts.push(part);
  }
  return parts;
}
