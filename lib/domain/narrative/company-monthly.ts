import { channelNames } from "../classification/sources.ts";
import { type Intake, intakes } from "../complaint/events.ts";
import { type AnalysisFigures, type MonthlyAnalysis, monthlyAnalysis } from "../statistics/analysis.ts";
import { type Case, countBy, receivedInPeriod } from "../statistics/case.ts";
import { type Flow, flow } from "../statistics/details.ts";
import { pointFrequency } from "../statistics/frequency.ts";
import type { SheetOptions } from "../statistics/sheet.ts";
import { type TopPoint, topPoints } from "../statistics/top-points.ts";
import { channelWords, intakeWords } from "../words/channels.ts";

/** The complaint section of the company's monthly (物业月报, D7). */
export interface ComplaintSection {
  readonly figures: MonthlyAnalysis;
  /** 受理: every complaint of the period, by which way it came, and who received it. */
  readonly flow: Flow;
  readonly ways: readonly Counted[];
  readonly intakes: readonly (Counted & { readonly intake: Intake })[];
  /** The three most frequent problem points (D8). */
  readonly topThree: readonly TopPoint[];
  readonly projects: readonly ({ readonly name: string } & AnalysisFigures)[];
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

/** 集团 and 政府: passed on to us (D7: 集团、相关单位传递的). */
const intakeNames: Readonly<Record<Intake, string>> = {
  company: intakeWords.company.zh,
  project: intakeWords.project.zh,
  group: "集团及相关单位传递",
  government: "政府部门转办",
};

/** D7: complaints that the company and its projects received by any way, press and passed-on ones included. */
export function complaintSection(
  projects: readonly { readonly name: string; readonly cases: readonly Case[] }[],
  options: SheetOptions,
): ComplaintSection {
  const cases = projects.flatMap((project) => project.cases);
  const received = receivedInPeriod(cases, options).filter(({ recordKind }) => recordKind === "complaint");
  const byWay = countBy(received, ({ channel }) => channel);
  // What does not say where it came in came in at the project.
  const byIntake = countBy(received, ({ intake }) => intake ?? "project");
  return {
    figures: monthlyAnalysis(cases, options),
    flow: flow(cases, options),
    ways: channelNames.map((name) => ({ name: channelWords[name].zh, count: byWay.get(name) ?? 0 })),
    intakes: intakes.map((intake) => ({
      intake,
      name: intakeNames[intake],
      count: byIntake.get(intake) ?? 0,
    })),
    topThree: topPoints(pointFrequency(cases, options)),
    projects: projects.map(({ name, cases: own }) => ({ name, ...figuresOf(own, options) })),
  };
}

function figuresOf(cases: readonly Case[], options: SheetOptions): AnalysisFigures {
  const { basic: _, estate: __, ...figures } = monthlyAnalysis(cases, options);
  return figures;
}
