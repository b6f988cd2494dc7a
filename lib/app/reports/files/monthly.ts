import { complaintSection } from "../../../domain/narrative/company-monthly.ts";
import type { FileStatement } from "../../../domain/statistics/edition-identities.ts";
import { periodDays } from "../../../domain/statistics/period.ts";
import { companyWorkOf } from "../../../domain/submissions/company-texts.ts";
import { narrativesOf } from "../../../domain/submissions/submission.ts";
import type { MonthlyProject } from "../../ports/document-input.ts";
import type { Ports } from "../../ports/index.ts";
import { confirmedNarratives, type PeriodSubmissions } from "../content/submitted.ts";
import { type CompanySource, missingReasons } from "./bulletin.ts";
import type { EditionFiles } from "./edition-files.ts";
import { monthlyStates } from "./statements.ts";

/** The company's monthly (D7) of a company run, with what headquarters and projects have written by now. */
export async function addMonthly(
  ports: Pick<Ports, "documents" | "organisation" | "companyTexts">,
  files: EditionFiles,
  { run, parts, missing, submissions, frame, chart }: CompanySource,
): Promise<FileStatement[]> {
  const { company, month, span, startDays, asOf, recordedUntil, edition, stage, timeZone, madeAt } = frame;
  const texts = await ports.companyTexts.load(run.month);
  const names = new Map((await ports.organisation.projects()).map(({ id, name }) => [id, name]));
  const { first, last } = periodDays(frame);
  const complaints = complaintSection(parts, frame);
  const emergencies = parts.flatMap((part) => part.emergencies);
  const input = {
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
      narratives: submitted(id, submissions),
    })),
    complaints,
    missing: missing.map(({ name, reason }) => ({ name, reason: missingReasons[reason] })),
  };
  // The reporter's number is there to be called: in clear for headquarters, in what others read the department alone.
  const published = emergencies.map((line) => ({ ...line, reporter: null, phone: null }));
  await files.add("monthly", "docx", await ports.documents.monthly({ ...input, emergencies: published }));
  if (emergencies.some(({ phone }) => phone !== null))
    await files.add(
      "monthly-headquarters",
      "docx",
      await ports.documents.monthly({ ...input, emergencies }),
      {
        apart: true,
      },
    );
  return monthlyStates(complaints);
}

/** What a project has not confirmed is not said in its name. */
function submitted(projectId: string, submissions: PeriodSubmissions): MonthlyProject["narratives"] {
  const own = submissions.all.filter((one) => one.projectId === projectId);
  if (own.some(({ confirmed }) => confirmed !== undefined))
    return confirmedNarratives(projectId, submissions);
  const written = own.some((one) => Object.keys(narrativesOf(one)).length > 0);
  return { missing: written ? "未上交：已填写，尚未确认" : "未上交：尚未填报" };
}
