import { type Bulletin, bulletin } from "../../../domain/narrative/bulletin.ts";
import type { SheetOptions } from "../../../domain/statistics/index.ts";
import type { Submission } from "../../../domain/submissions/submission.ts";
import type { BulletinDocument, Chart, RuledFigures } from "../../ports/document-input.ts";
import type { Ports } from "../../ports/index.ts";
import type { MissingProject, ReportRun } from "../../ports/report-run.ts";
import { keyFigures } from "../content/key-figures.ts";
import type { ProjectPart } from "../content/project-part.ts";
import { type Rulings, ruledCounts } from "../content/rulings.ts";
import { submittedOf } from "../content/submitted.ts";
import type { EditionFiles } from "./edition-files.ts";
import type { WorkbookFrame } from "./workbooks.ts";

/** What the company's documents of an edition are made of. */
export interface CompanySource {
  readonly run: ReportRun;
  readonly parts: readonly ProjectPart[];
  readonly missing: readonly MissingProject[];
  readonly submissions: readonly Submission[];
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
  ports: Pick<Ports, "documents" | "organisation">,
  files: EditionFiles,
  { run, parts, missing, submissions, rulings, frame, chart }: CompanySource,
): Promise<void> {
  const { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt } = frame;
  const last = (span?.to ?? month).split("-").map(Number);
  const period = { year: last[0] ?? 0, month: last[1] ?? 0 };
  const counted = bulletin(parts, frame, period);
  const document = await ports.documents.bulletin({
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
    chart,
    bulletin: counted,
    submitted: await submissionStates(ports, run, submissions),
    missing: missing.map(({ name, reason }) => ({ name, reason: missingReasons[reason] })),
    ...(rulings === undefined
      ? {}
      : {
          rulings: {
            ...ruledCounts(rulings),
            lines: rulings.lines,
            before: bothCounted(counted, parts, frame),
            after: bothCounted(bulletin(rulings.parts, frame, period), rulings.parts, frame),
          },
        }),
  });
  await files.add("bulletin", "docx", document);
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
  run: ReportRun,
  submissions: readonly Submission[],
): Promise<BulletinDocument["submitted"]> {
  const { inTime, late } = submittedOf(run.projectIds, submissions);
  const names = new Map((await ports.organisation.projects()).map(({ id, name }) => [id, name]));
  return run.projectIds.map((id) => ({
    name: names.get(id) ?? id,
    state: inTime.includes(id) ? "按时上交" : late.includes(id) ? "逾期上交" : "未上交",
  }));
}
