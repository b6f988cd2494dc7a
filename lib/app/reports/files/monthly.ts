import { complaintSection } from "../../../domain/narrative/company-monthly.ts";
import { periodDays } from "../../../domain/statistics/period.ts";
import { companyWorkOf } from "../../../domain/submissions/company-texts.ts";
import { narrativesOf, type Submission } from "../../../domain/submissions/submission.ts";
import type { MonthlyProject } from "../../ports/document-input.ts";
import type { Ports } from "../../ports/index.ts";
import { type CompanySource, missingReasons } from "./bulletin.ts";
import type { EditionFiles } from "./edition-files.ts";

/** The company's monthly (D7) of a company run, with what headquarters and projects have written by now. */
export async function addMonthly(
  ports: Pick<Ports, "documents" | "organisation" | "companyTexts">,
  files: EditionFiles,
  { run, parts, missing, submissions, frame, chart }: CompanySource,
): Promise<void> {
  const { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt } = frame;
  const texts = await ports.companyTexts.load(run.month);
  const names = new Map((await ports.organisation.projects()).map(({ id, name }) => [id, name]));
  const { first, last } = periodDays(frame);
  const document = await ports.documents.monthly({
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
    days: { from: first.toString(), to: last.toString() },
    issue: texts?.issue ?? last.month,
    work: companyWorkOf(texts),
    projects: run.projectIds.map((id) => ({
      name: names.get(id) ?? id,
      narratives: submitted(submissions.find(({ projectId }) => projectId === id)),
    })),
    emergencies: parts.flatMap((part) => part.emergencies),
    complaints: complaintSection(parts, frame),
    missing: missing.map(({ name, reason }) => ({ name, reason: missingReasons[reason] })),
  });
  await files.add("monthly", "docx", document);
}

/** What a project has not confirmed is not said in its name. */
function submitted(submission: Submission | undefined): MonthlyProject["narratives"] {
  if (submission === undefined) return { missing: "未上交：尚未填报" };
  const narratives = narrativesOf(submission);
  if (submission.confirmed !== undefined) return narratives;
  return { missing: Object.keys(narratives).length === 0 ? "未上交：尚未填报" : "未上交：已填写，尚未确认" };
}
