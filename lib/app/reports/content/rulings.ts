import { monthlySheet, type SheetOptions } from "../../../domain/statistics/index.ts";
import { type Contest, type Submission } from "../../../domain/submissions/submission.ts";
import { contestReasonWords } from "../../../domain/words/submissions.ts";
import type { ContestLine, RuledSheet } from "../../ports/contest-line.ts";
import type { ProjectPart } from "./project-part.ts";

/** The cases that a month's projects contest (非我方责任, 重复, 恶意), and what is left without those upheld. */
export interface Rulings {
  readonly lines: readonly ContestLine[];
  /** The same parts without the cases whose objection was upheld. */
  readonly parts: readonly ProjectPart[];
}

/** Undefined while nothing is contested. */
export function rulingsOf(
  parts: readonly ProjectPart[],
  submissions: readonly Submission[],
): Rulings | undefined {
  const names = new Map(parts.map(({ projectId, name }) => [projectId, name]));
  const contested = submissions.filter(({ projectId }) => names.has(projectId));
  const lines = contested.flatMap((submission) =>
    submission.contests.map((contest) => lineOf(contest, submission, names.get(submission.projectId) ?? "")),
  );
  if (lines.length === 0) return undefined;
  const upheld = new Set(
    contested
      .flatMap(({ contests }) => contests)
      .filter(({ ruling }) => ruling?.upheld === true)
      .map(({ complaintId }) => complaintId),
  );
  return {
    lines,
    parts: parts.map((part) => ({ ...part, cases: part.cases.filter(({ id }) => !upheld.has(id)) })),
  };
}

/** The company's, or one project's; undefined where nothing of it is contested. */
export function ruledSheet(
  rulings: Rulings | undefined,
  options: SheetOptions,
  projectId?: string,
): RuledSheet | undefined {
  if (rulings === undefined) return undefined;
  const isOf = (one: { readonly projectId: string }) =>
    projectId === undefined || one.projectId === projectId;
  const lines = rulings.lines.filter(isOf);
  if (lines.length === 0) return undefined;
  const cases = rulings.parts.filter(isOf).flatMap((part) => part.cases);
  return { lines, rows: monthlySheet(cases, options).rows };
}

/** How many were ruled how. */
export function ruledCounts({ lines }: Pick<Rulings, "lines">) {
  const count = (ruling: ContestLine["ruling"]) => lines.filter((line) => line.ruling === ruling).length;
  return { upheld: count("成立"), rejected: count("不成立"), pending: count("未裁定") };
}

function lineOf(contest: Contest, { projectId, personal }: Submission, project: string): ContestLine {
  const { number, reason, ruling } = contest;
  return {
    projectId,
    project,
    number,
    reason: contestReasonWords[reason].zh,
    text: personal[`contest.${number}`]?.value ?? null,
    ruling: ruling === undefined ? "未裁定" : ruling.upheld ? "成立" : "不成立",
    rulingText: personal[`ruling.${number}`]?.value ?? null,
  };
}
