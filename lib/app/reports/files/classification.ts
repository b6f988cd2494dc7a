import { classificationReport } from "../../../domain/narrative/classification-report.ts";
import type { FileStatement } from "../../../domain/statistics/edition-identities.ts";
import type { Ports } from "../../ports/index.ts";
import type { CompanySource } from "./bulletin.ts";
import type { EditionFiles } from "./edition-files.ts";
import { classificationStates } from "./statements.ts";

/** The company's analysis by class (D15), from the same parts as its workbook. */
export async function addClassification(
  ports: Pick<Ports, "documents">,
  files: EditionFiles,
  { parts, frame, chart }: CompanySource,
): Promise<FileStatement[]> {
  const { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt } = frame;
  const own = { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt };
  const report = classificationReport(parts, frame);
  await files.add("classification", "docx", await ports.documents.classification({ ...own, report, chart }));
  return classificationStates(report);
}
