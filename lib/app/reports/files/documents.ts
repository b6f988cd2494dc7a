import {
  type AnalysisReport,
  analysisReport,
  type WrittenTexts,
} from "../../../domain/narrative/analysis-report.ts";
import { defined } from "../../../domain/present.ts";
import type { FileStatement } from "../../../domain/statistics/edition-identities.ts";
import type { SheetOptions } from "../../../domain/statistics/index.ts";
import { type Narratives, sectionProse } from "../../../domain/submissions/sections.ts";
import { boundsOf } from "../../periods/bounds.ts";
import type { Chart } from "../../ports/document-input.ts";
import type { Ports } from "../../ports/index.ts";
import type { MonthlyWorkbookInput } from "../../ports/workbook-input.ts";
import type { ProjectPart } from "../content/project-part.ts";
import type { EditionFiles } from "./edition-files.ts";
import { analysisStates } from "./statements.ts";

/** The analysis report of one project (D8) beside its workbook, from the same part and the same views. */
export async function addAnalysis(
  ports: Pick<Ports, "documents">,
  files: EditionFiles,
  part: ProjectPart,
  input: MonthlyWorkbookInput,
  { narratives, chart }: { readonly narratives: Narratives; readonly chart: Chart },
): Promise<FileStatement> {
  const { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt } = input;
  const frame = { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt };
  const report = projectAnalysis(part, input, writtenIn(narratives));
  const document = await ports.documents.analysis({
    ...frame,
    project: part.name,
    report,
    chart,
  });
  await files.add("analysis", "docx", document, { project: part });
  return analysisStates(report);
}

/** What the project has confirmed for D8. */
function writtenIn(narratives: Narratives): WrittenTexts {
  const topThree = sectionProse(narratives["top-three"]);
  const keyProblems = sectionProse(narratives["key-problems"]);
  return {
    ...defined({ topThree, keyProblems }),
  };
}

function projectAnalysis(part: ProjectPart, options: SheetOptions, written: WrittenTexts): AnalysisReport {
  const { first } = boundsOf(options);
  const actions = part.actions
    .filter(({ openedAt }) => openedAt < first)
    .map(({ number, measure, owner, dueAt, verifiedAt }) => ({
      number,
      measure: measure ?? "",
      owner,
      dueAt,
      ...(verifiedAt === null ? {} : { verifiedAt }),
    }));
  return analysisReport({ cases: part.cases, stories: part.stories, actions, written }, options);
}
