import { type AnalysisFigures, monthlyAnalysis } from "../statistics/analysis.ts";
import { type Case, tasksOfPeriod, topClasses, topClassName, unclassified } from "../statistics/case.ts";
import { type CauseRow, causeTable } from "../statistics/causes.ts";
import { type ComparisonRow, comparison } from "../statistics/comparison.ts";
import { pointFrequency } from "../statistics/frequency.ts";
import { epochMs } from "../statistics/instant.ts";
import { type ProjectCases, rateBase } from "../statistics/peers.ts";
import { monthPeriod, periodBefore, within } from "../statistics/period.ts";
import { isRecorded } from "../statistics/recorded.ts";
import { rate, type SheetOptions } from "../statistics/sheet.ts";
import { type StrengthRow, strengths } from "../statistics/strengths.ts";
import { type TopPoint, topPoints } from "../statistics/top-points.ts";
import { type TrendRow, trend } from "../statistics/trend.ts";
import { noData } from "../words/no-data.ts";
import { chosenCases, type Story } from "./story.ts";

/** A project with what its complaints tell. */
export interface ToldProject extends ProjectCases {
  readonly stories: readonly Story[];
}

/** 客户投诉分类统计表 说明 (D15): everything that the document says, in order. */
export interface ClassificationReport {
  readonly figures: AnalysisFigures;
  /** The period of equal length before, as the same cut-off knows it; null where nothing was recorded yet. */
  readonly before: AnalysisFigures | null;
  readonly trend: readonly TrendRow[];
  readonly groups: readonly PeerGroup[];
  readonly classes: readonly ClassFigures[];
  /** The classes that a month's counts stand for, in their order. */
  readonly classNames: readonly string[];
  readonly classTrend: readonly {
    readonly month: string;
    /** Null where nothing was recorded yet. */
    readonly counts: readonly (number | null)[];
  }[];
  readonly weak: readonly Strength[];
  readonly strong: readonly Strength[];
  readonly causes: readonly CauseLine[];
  readonly cases: readonly (Story & { readonly project: string })[];
  readonly topThree: readonly TopPoint[];
  readonly summary: readonly string[];
  readonly advice: readonly string[];
}

/** Projects of one type and one band of area, and what they make together: the average that each is compared with. */
export interface PeerGroup {
  readonly type: string;
  readonly band: string;
  readonly rows: readonly ComparisonRow[];
  readonly average: Pick<
    ComparisonRow,
    "handlingRate" | "timelyRate" | "firstFollowUpSatisfaction" | "complaintRate" | "basicRate"
  > & { readonly received: number };
}

export interface ClassFigures extends AnalysisFigures {
  readonly name: string;
  readonly receivedBefore: number | null;
  readonly share: number | null;
  /** Per 10,000 m² of all projects: the one base that all of them have. */
  readonly complaintRate: number | null;
}

export interface Strength {
  readonly project: string;
  readonly class: string;
  readonly count: number;
  readonly expected: number;
}

export interface CauseLine {
  readonly factor: string;
  readonly detail: string;
  readonly count: number;
  readonly share: number | null;
}

/** Assembles D15 over the projects whose figures are there. */
export function classificationReport(
  projects: readonly ToldProject[],
  options: SheetOptions,
): ClassificationReport {
  const cases = projects.flatMap((project) => project.cases);
  const figures = plain(cases, options);
  const named = topClasses.filter((name) => name !== unclassified || count(cases, options, name) > 0);
  const rows = strengths(projects, options);
  const past = periodBefore(options);
  const parts = {
    figures,
    before: isRecorded(cases, past) ? plain(cases, past) : null,
    trend: trend(cases, options),
    groups: groupsOf(projects, options),
    classes: named.map((name) => classFigures(projects, options, name, figures.received)),
    classNames: named,
    classTrend: classTrend(cases, options, named),
    weak: verdicts(rows, "弱"),
    strong: verdicts(rows, "强"),
    causes: causeLines(causeTable(cases, options)),
    cases: casesOf(projects, cases, options),
    topThree: topPoints(pointFrequency(cases, options)),
  };
  return { ...parts, ...conclusion(parts) };
}

function plain(cases: readonly Case[], options: SheetOptions): AnalysisFigures {
  const { basic: _, estate: __, ...figures } = monthlyAnalysis(cases, options);
  return figures;
}

function count(cases: readonly Case[], options: SheetOptions, name: string): number {
  return tasksOfPeriod(cases, options).filter((one) => topClassName(one.classCode) === name).length;
}

function classFigures(
  projects: readonly ToldProject[],
  options: SheetOptions,
  name: string,
  all: number,
): ClassFigures {
  const records = projects.flatMap((project) => project.cases);
  const own = records.filter((one) => topClassName(one.classCode) === name);
  const past = periodBefore(options);
  const figures = plain(own, options);
  const area = projects.reduce((sum, { floorArea }) => sum + floorArea, 0) / 10_000;
  return {
    name,
    ...figures,
    receivedBefore: isRecorded(records, past) ? plain(own, past).received : null,
    share: rate(figures.received, all),
    complaintRate: rate(figures.received, area),
  };
}

function groupsOf(projects: readonly ToldProject[], options: SheetOptions): readonly PeerGroup[] {
  const rows = comparison(projects, options);
  const groups = new Map<string, ComparisonRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.type, row.band]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((own): PeerGroup[] => {
    const [first] = own;
    if (first === undefined) return [];
    const members = projects.filter(({ projectId }) => own.some((row) => row.projectId === projectId));
    return [{ type: first.type, band: first.band, rows: own, average: averageOf(members, options) }];
  });
}

/** Pooled, not a mean of rates: a project with one complaint does not weigh as much as one with a hundred. */
function averageOf(members: readonly ToldProject[], options: SheetOptions): PeerGroup["average"] {
  const {
    basic,
    estate: _,
    ...figures
  } = monthlyAnalysis(
    members.flatMap(({ cases }) => cases),
    options,
  );
  const bases = members.map((one) => rateBase(one));
  const [first] = bases;
  const isOne = bases.every((base) => base !== undefined && base.unit === first?.unit);
  const amount = isOne ? bases.reduce((sum, base) => sum + (base?.amount ?? 0), 0) : 0;
  const { received, handlingRate, timelyRate, firstFollowUpSatisfaction } = figures;
  return {
    received,
    handlingRate,
    timelyRate,
    firstFollowUpSatisfaction,
    complaintRate: rate(received, amount),
    basicRate: rate(basic.received, amount),
  };
}

/** Thirteen months of each class, each as the one cut-off knows it. */
function classTrend(
  cases: readonly Case[],
  options: SheetOptions,
  names: readonly string[],
): ClassificationReport["classTrend"] {
  return trend(cases, options).map(({ month, recorded }) => {
    if (!recorded) return { month, counts: names.map(() => null) };
    const own = { ...options, month, span: undefined };
    const period = monthPeriod(own);
    const received = cases.filter((one) =>
      within(period, epochMs(one.receivedAt, `receivedAt of ${one.id}`)),
    );
    return { month, counts: names.map((name) => count(received, own, name)) };
  });
}

function verdicts(rows: readonly StrengthRow[], wanted: "强" | "弱"): Strength[] {
  return rows
    .flatMap(({ name, cells }) =>
      cells.flatMap(({ count: found, expected, verdict }, index): Strength[] =>
        verdict === wanted && expected !== null
          ? [{ project: name, class: topClasses[index] ?? unclassified, count: found, expected }]
          : [],
      ),
    )
    .sort((a, b) => Math.abs(b.count - b.expected) - Math.abs(a.count - a.expected));
}

function causeLines(rows: readonly CauseRow[]): CauseLine[] {
  const lines = rows.map(({ factor, detail, counts }) => ({
    factor,
    detail,
    count: counts.reduce((sum, one) => sum + one, 0),
  }));
  const all = lines.reduce((sum, line) => sum + line.count, 0);
  return lines.map((line) => ({ ...line, share: rate(line.count, all) }));
}

/** The company's cases: chosen over all projects by the one rule. */
function casesOf(
  projects: readonly ToldProject[],
  cases: readonly Case[],
  options: SheetOptions,
): ClassificationReport["cases"] {
  const told = projects.flatMap(({ name, stories }) => stories.map((story) => ({ ...story, project: name })));
  const top = pointFrequency(cases, options).find(({ code }) => code !== undefined)?.code;
  return chosenCases(told, top).flatMap((story) => told.find(({ number }) => number === story.number) ?? []);
}

/** So many of a kind are named in the summary. */
const NAMED = 3;

function changeSince(before: number | undefined, now: number): string {
  if (before === undefined) return `上期${noData.zh}`;
  if (before === now) return "与上期持平";
  return `较上期${now > before ? "增加" : "减少"}${Math.abs(now - before)}件`;
}

/** Prefilled from the figures; headquarters edits it in Word. */
function conclusion({
  figures,
  before,
  classes,
  weak,
  causes,
  topThree,
}: Pick<ClassificationReport, "figures" | "before" | "classes" | "weak" | "causes" | "topThree">): Pick<
  ClassificationReport,
  "summary" | "advice"
> {
  const grown = classes
    .flatMap(({ name, received, receivedBefore }) =>
      receivedBefore !== null && received > receivedBefore ? [{ name, received, receivedBefore }] : [],
    )
    .toSorted((a, b) => b.received - b.receivedBefore - (a.received - a.receivedBefore))
    .slice(0, NAMED);
  const traced = causes.filter(({ share, factor }) => (share ?? 0) > 0 && factor !== "未定");
  const main = traced.toSorted((a, b) => b.count - a.count).slice(0, NAMED);
  const summary = [
    `投诉任务${figures.received}件，${changeSince(before?.received, figures.received)}；未完成${figures.open}件。`,
    ...(grown.length === 0
      ? []
      : [
          `上升的类别：${grown.map(({ name, received, receivedBefore }) => `${name}（${receivedBefore}→${received}件）`).join("、")}。`,
        ]),
    ...(main.length === 0
      ? ["原因大多尚未分析。"]
      : [
          `主要原因：${main.map(({ factor, detail, count: n }) => `${factor}·${detail}（${n}件）`).join("、")}。`,
        ]),
  ];
  const advice = [
    ...weak
      .slice(0, NAMED)
      .map(({ project, class: name }) => `${project}的${name}明显弱于同类项目，建议专项检查并限期整改。`),
    ...topThree
      .slice(0, NAMED)
      .map(({ point: { name, count: n } }) => `“${name}”${n}件，建议查明共同原因，统一采取预防措施。`),
    ...(figures.open === 0 ? [] : [`尚有${figures.open}件未完成，建议逐件明确责任人和时限。`]),
  ];
  return { summary, advice };
}
