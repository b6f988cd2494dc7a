import { monthlySheet, type SheetOptions } from "../../domain/statistics/index.ts";
import { type Contest, contestReasonNames, type Submission } from "../../domain/submissions/submission.ts";
import { type Column, csv, jsonLines } from "./csv.ts";
import type { EditionFiles } from "./edition-files.ts";
import { keyFigures } from "./key-figures.ts";
import type { ProjectPart } from "./project-part.ts";
import type { Contested, Submitted } from "./run.ts";

/** A contested case as its file prints it. */
interface ContestLine {
  readonly project: string;
  readonly number: string;
  readonly reason: string;
  readonly text: string | null;
  readonly ruling: string;
  readonly rulingText: string | null;
}

const columns: readonly Column<ContestLine>[] = [
  { header: "项目", value: ({ project }) => project },
  { header: "投诉编号", value: ({ number }) => number },
  { header: "异议理由", value: ({ reason }) => reason },
  { header: "项目说明", value: ({ text }) => text },
  { header: "裁定", value: ({ ruling }) => ruling },
  { header: "裁定说明", value: ({ rulingText }) => rulingText },
];

/** How the submissions of an edition's projects stand; one that nobody opened is missing. */
export function submittedOf(projectIds: readonly string[], submissions: readonly Submission[]): Submitted {
  const confirmed = new Map(submissions.map((one) => [one.projectId, one.confirmed]));
  return {
    inTime: projectIds.filter((id) => confirmed.get(id)?.late === false),
    late: projectIds.filter((id) => confirmed.get(id)?.late === true),
    missing: projectIds.filter((id) => confirmed.get(id) === undefined),
  };
}

/**
 * The cases that the projects contest (非我方责任, 重复, 恶意): adds their list to the files and counts the figures once
 * more without those upheld; undefined when nothing is contested.
 */
export async function addContested(
  files: EditionFiles,
  parts: readonly ProjectPart[],
  submissions: readonly Submission[],
  options: SheetOptions,
): Promise<Contested | undefined> {
  const names = new Map(parts.map(({ projectId, name }) => [projectId, name]));
  const contested = submissions.filter(({ projectId }) => names.has(projectId));
  const cases = contested.flatMap((submission) => submission.contests);
  if (cases.length === 0) return undefined;
  const lines = contested.flatMap((submission) =>
    submission.contests.map((contest) => lineOf(contest, submission, names.get(submission.projectId) ?? "")),
  );
  const isUpheld = new Set(
    cases.filter(({ ruling }) => ruling?.upheld === true).map((one) => one.complaintId),
  );
  const left = parts.map((part) => ({ ...part, cases: part.cases.filter(({ id }) => !isUpheld.has(id)) }));
  await files.add("contested", "csv", csv(columns, lines));
  await files.add("contested", "jsonl", jsonLines(lines));
  await files.add(
    "sheet-after-rulings",
    "jsonl",
    jsonLines(
      left.flatMap(({ name, cases: own }) =>
        monthlySheet(own, options).rows.map((row) => ({ project: name, ...row })),
      ),
    ),
  );
  return {
    upheld: isUpheld.size,
    rejected: cases.filter(({ ruling }) => ruling?.upheld === false).length,
    pending: cases.filter(({ ruling }) => ruling === undefined).length,
    figures: keyFigures(
      left.flatMap((part) => part.cases),
      options,
    ),
  };
}

function lineOf(contest: Contest, { personal }: Submission, project: string): ContestLine {
  const { number, reason, ruling } = contest;
  return {
    project,
    number,
    reason: contestReasonNames[reason].zh,
    text: personal[`contest.${number}`]?.value ?? null,
    ruling: ruling === undefined ? "未裁定" : ruling.upheld ? "成立" : "不成立",
    rulingText: personal[`ruling.${number}`]?.value ?? null,
  };
}
