import { channelNames } from "../classification/sources.ts";
import { type Intake, intakes } from "../complaint/events.ts";
import { type AnalysisFigures, type MonthlyAnalysis, monthlyAnalysis } from "../statistics/analysis.ts";
import { type Case, casesOfPeriod, countBy } from "../statistics/case.ts";
import { type PointFrequency, pointFrequency } from "../statistics/frequency.ts";
import type { SheetOptions } from "../statistics/sheet.ts";
import { channelWords } from "../words/channels.ts";

/** The complaint section of the company's monthly (物业月报, D7). */
export interface ComplaintSection {
  readonly figures: MonthlyAnalysis;
  /** Every complaint of the period, the invalid ones too: by which way it came, and who received it. */
  readonly received: number;
  readonly invalid: number;
  readonly ways: readonly Counted[];
  readonly intakes: readonly Counted[];
  /** The three most frequent problem points (D8). */
  readonly topThree: readonly PointFrequency[];
  readonly projects: readonly ({ readonly name: string } & AnalysisFigures)[];
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

/** 集团 and 政府: passed on to us (D7: 集团、相关单位传递的). */
const intakeNames: Readonly<Record<Intake, string>> = {
  company: "公司直接受理",
  project: "项目受理",
  group: "集团及相关单位传递",
  government: "政府部门转办",
};

/** D7: complaints that the company and its projects received by any way, press and passed-on ones included. */
export function complaintSection(
  projects: readonly { readonly name: string; readonly cases: readonly Case[] }[],
  options: SheetOptions,
): ComplaintSection {
  const cases = projects.flatMap((project) => project.cases);
  const received = casesOfPeriod(cases, options).filter(({ recordKind }) => recordKind === "complaint");
  const byWay = countBy(received, ({ channel }) => channel);
  // What does not say where it came in came in at the project.
  const byIntake = countBy(received, ({ intake }) => intake ?? "project");
  return {
    figures: monthlyAnalysis(cases, options),
    received: received.length,
    invalid: received.filter(({ validity }) => validity === "invalid").length,
    ways: channelNames.map((name) => ({ name: channelWords[name].zh, count: byWay.get(name) ?? 0 })),
    intakes: intakes.map((name) => ({ name: intakeNames[name], count: byIntake.get(name) ?? 0 })),
    topThree: pointFrequency(cases, options)
      .filter(({ code }) => code !== undefined)
      .slice(0, 3),
    projects: projects.map(({ name, cases: own }) => ({ name, ...figuresOf(own, options) })),
  };
}

function figuresOf(cases: readonly Case[], options: SheetOptions): AnalysisFigures {
  const { basic: _, estate: __, ...figures } = monthlyAnalysis(cases, options);
  return figures;
}
