import { monthsOfSpan, type PeriodOptions } from "../../../domain/statistics/period.ts";
import type { Narratives, SectionField, SectionName } from "../../../domain/submissions/sections.ts";
import { sectionFields, sectionList } from "../../../domain/submissions/sections.ts";
import { narrativesOf, type Submission } from "../../../domain/submissions/submission.ts";
import type { Ports } from "../../ports/index.ts";
import type { Submitted } from "../../ports/report-run.ts";

/** The submissions that an edition's period asks for: those of every month of it, `YYYY-MM`, oldest first. */
export interface PeriodSubmissions {
  readonly months: readonly string[];
  readonly all: readonly Submission[];
}

/** Those of the period's months; a span that cuts months has those of the path's month. */
export async function submissionsOf(
  { submissions }: Pick<Ports, "submissions">,
  options: PeriodOptions,
): Promise<PeriodSubmissions> {
  const covered = options.span === undefined ? [] : monthsOfSpan(options);
  const months = covered.length === 0 ? [options.month] : covered;
  const all: Submission[] = [];
  for (const month of months) {
    const stored = await submissions.ofMonth(month);
    all.push(...(await Promise.all(stored.map((one) => submissions.whole(one)))));
  }
  return { months, all };
}

/** How a project's submission of one month stands. */
export type SubmissionState = "按时上交" | "逾期上交" | "未上交";

export function stateOf(submission: Submission | undefined): SubmissionState {
  if (submission?.confirmed === undefined) return "未上交";
  return submission.confirmed.late ? "逾期上交" : "按时上交";
}

/** A project's state in each month of the period. */
export function statesOf(projectId: string, { months, all }: PeriodSubmissions) {
  return months.map((month) => ({
    month,
    state: stateOf(all.find((one) => one.projectId === projectId && one.month === month)),
  }));
}

/** How the submissions of an edition's projects stand: missing where a month is, late where one came late. */
export function submittedOf(projectIds: readonly string[], submissions: PeriodSubmissions): Submitted {
  const state = new Map(projectIds.map((id) => [id, worstState(id, submissions)]));
  const those = (wanted: SubmissionState) => projectIds.filter((id) => state.get(id) === wanted);
  return { inTime: those("按时上交"), late: those("逾期上交"), missing: those("未上交") };
}

export function worstState(projectId: string, submissions: PeriodSubmissions): SubmissionState {
  const states = statesOf(projectId, submissions).map(({ state }) => state);
  return (["未上交", "逾期上交"] as const).find((one) => states.includes(one)) ?? "按时上交";
}

/** What a project has confirmed of the period; where that has several months, each text under its month. */
export function confirmedNarratives(projectId: string, { months, all }: PeriodSubmissions): Narratives {
  const own = months.flatMap((month) =>
    all.filter((one) => one.projectId === projectId && one.month === month && one.confirmed !== undefined),
  );
  const found: Partial<Record<SectionName, Partial<Record<SectionField, string>>>> = {};
  for (const submission of own) {
    const narratives = narrativesOf(submission);
    for (const section of sectionList) {
      for (const field of sectionFields) {
        const text = narratives[section]?.[field];
        if (text === undefined) continue;
        const before = found[section]?.[field];
        const told = months.length === 1 ? text : `${Number(submission.month.slice(5))}月：${text}`;
        found[section] = { ...found[section], [field]: before === undefined ? told : `${before}\n${told}` };
      }
    }
  }
  return found;
}
