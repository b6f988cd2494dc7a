import { printedPercent } from "../printed.ts";
import { firstFollowUps, type MonthlyAnalysis, monthlyAnalysis } from "../statistics/analysis.ts";
import { type Case, tasksOfPeriod } from "../statistics/case.ts";
import { type Flow, flow, overdueBefore } from "../statistics/details.ts";
import { type PointFrequency, pointFrequency } from "../statistics/frequency.ts";
import { periodBefore } from "../statistics/period.ts";
import { type PeriodWords, periodWords } from "../statistics/period-name.ts";
import { isRecorded } from "../statistics/recorded.ts";
import type { SheetOptions } from "../statistics/sheet.ts";
import { type TopPoint, topPoints } from "../statistics/top-points.ts";
import { noData } from "../words/no-data.ts";
import { clauses } from "./clauses.ts";
import {
  chosenCases,
  isOpen,
  type OpenStory,
  pointOf,
  type Service,
  type Story,
  serviceOf,
} from "./story.ts";

/** A corrective action that was due in the month before, and whether it was done (D15). */
export interface ActionDone {
  readonly number: string;
  readonly measure: string;
  readonly owner: string;
  readonly dueAt: string;
  /** Absent: not verified by the cut-off. */
  readonly verifiedAt?: string;
}

/** What people wrote for the month; absent texts are prefilled. */
export interface WrittenTexts {
  readonly topThree?: string;
  readonly keyProblems?: string;
}

export interface AnalysisInput {
  readonly cases: readonly Case[];
  readonly stories: readonly Story[];
  readonly actions: readonly ActionDone[];
  readonly written: WrittenTexts;
}

/** 项目分析报告 (D8): everything that the document says, in order. */
export interface AnalysisReport {
  readonly figures: MonthlyAnalysis;
  /** The period of equal length before, as the same cut-off knows it. */
  readonly before: MonthlyAnalysis | null;
  /** 受理 and what became of it. */
  readonly flow: Flow;
  readonly points: readonly PointFrequency[];
  readonly topThree: readonly (Pick<TopPoint, "rank" | "tied"> & {
    readonly point: string;
    readonly text: string;
  })[];
  /** Tasks of earlier periods that are overdue and not done, the oldest first. */
  readonly carriedOver: readonly CarriedOver[];
  readonly reached: number;
  /** Tasks whose result's limit stood still at some time, and those closed without having reached anybody. */
  readonly paused: number;
  readonly unreachable: number;
  readonly notDone: Readonly<Record<Service, readonly Reason[]>>;
  readonly dissatisfied: readonly Reason[];
  readonly cases: readonly Story[];
  readonly keyProblems: readonly string[];
  readonly actions: readonly ActionDone[];
  readonly written: WrittenTexts;
}

/** 遗留超期: a task of before that is overdue and not done at the cut-off. */
export interface CarriedOver {
  readonly number: string;
  readonly point: string;
  readonly receivedAt: string;
  readonly dueAt: string;
}

export interface Reason {
  readonly number: string;
  readonly point: string;
  readonly reason: string;
}

/** Assembles a project's analysis; `stories` are those of the complaints of the period that have something to tell. */
export function analysisReport(input: AnalysisInput, options: SheetOptions): AnalysisReport {
  const { cases, stories, actions, written } = input;
  const points = pointFrequency(cases, options);
  const past = periodBefore(options);
  const named = points.filter(({ code }) => code !== undefined);
  const open = stories.filter(isOpen);
  const words = periodWords(options);
  const tasks = tasksOfPeriod(cases, options);
  const answers = firstFollowUps(cases, options);
  const told = new Map(stories.map((story) => [story.number, story]));
  return {
    figures: monthlyAnalysis(cases, options),
    before: isRecorded(cases, past) ? monthlyAnalysis(cases, past) : null,
    points,
    flow: flow(cases, options),
    topThree: topPoints(points).map(({ point, rank, tied }) => ({
      rank,
      tied,
      point: point.name,
      text: ofPoint(point, open, words),
    })),
    carriedOver: carriedOver(cases, options),
    reached: answers.reached,
    paused: tasks.filter((one) => one.paused).length,
    unreachable: tasks.filter((one) => one.unreachable).length,
    notDone: { 基础服务: reasons(open, "基础服务"), 地产相关: reasons(open, "地产相关") },
    dissatisfied: answers.dissatisfied.map((one) => ({
      number: one.number,
      point: pointOf(one),
      reason: told.get(one.number)?.dissatisfied?.reason ?? "",
    })),
    cases: chosenCases(stories, named[0]?.code),
    keyProblems: keyProblems(named, stories, words),
    actions,
    written,
  };
}

function ofPoint(
  { code, count, share, before }: PointFrequency,
  open: readonly OpenStory[],
  words: PeriodWords,
): string {
  const percent = share === null ? "" : `，占${printedPercent(share)}`;
  const left = open.filter(({ classCode }) => classCode === code);
  const why = [...new Set(left.map(({ openBecause }) => openBecause))].slice(0, 3);
  const undone = left.length === 0 ? "均已处理完成" : `${left.length}件未完成（${clauses(why)}）`;
  return `${words.current}${count}件${percent}，${before === null ? `${words.before}${noData.zh}` : change(count - before, words)}；${undone}。`;
}

function change(difference: number, { before }: PeriodWords): string {
  if (difference === 0) return `与${before}持平`;
  return difference > 0 ? `较${before}增加${difference}件` : `较${before}减少${-difference}件`;
}

function reasons(open: readonly OpenStory[], service: Service): Reason[] {
  return open
    .filter((story) => serviceOf(story) === service)
    .map((story) => ({ number: story.number, point: pointOf(story), reason: story.openBecause }));
}

/** Prefilled from what grew, what was repeated and what is being corrected; people write the rest. */
function keyProblems(
  points: readonly PointFrequency[],
  stories: readonly Story[],
  words: PeriodWords,
): string[] {
  const grown = points.filter(({ count, before }) => before !== null && count > before && count > 1);
  const repeated = stories.filter(({ repeated: again }) => again);
  const measures = [...new Set(stories.flatMap(({ corrective }) => corrective))];
  return [
    ...grown
      .slice(0, 3)
      .map(({ name, count, before }) => `“${name}”由${words.before}${before}件增至${count}件。`),
    ...(repeated.length === 0
      ? []
      : [`重复投诉${repeated.length}件：${repeated.map(({ number }) => number).join("、")}。`]),
    ...measures.slice(0, 5).map((measure) => `改进措施：${measure}`),
  ];
}

function carriedOver(cases: readonly Case[], options: SheetOptions): CarriedOver[] {
  return overdueBefore(cases, options).map((one) => ({
    number: one.number,
    point: pointOf(one),
    receivedAt: one.receivedAt,
    dueAt: one.dueAt,
  }));
}
