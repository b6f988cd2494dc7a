import { complaintClasses } from "../classification/classes.ts";
import {
  type Case,
  countBy,
  hasEnded,
  receivedInPeriod,
  topClasses,
  topClassName,
} from "../statistics/case.ts";
import { type ValidityName, validityName } from "../statistics/class-table.ts";
import type { SheetOptions } from "../statistics/sheet.ts";
import { topPoints } from "../statistics/top-points.ts";
import { clauses } from "./clauses.ts";
import { isOpen, type Story } from "./story.ts";

/** What one project brings to the bulletin. */
export interface BulletinProject {
  readonly projectId: string;
  readonly name: string;
  readonly cases: readonly Case[];
  readonly stories: readonly Story[];
}

/** 客户投诉工作月报 (D14): everything that the document says. */
export interface Bulletin {
  /** `[year]` and number: that of the period's last month, as in the source's 1、2月 = 第2期 (`default`). */
  readonly year: number;
  readonly number: number;
  /** Complaints received by the company itself, and all that were received. */
  readonly received: Received;
  readonly all: Received;
  /** Hot projects, the most complained of first. */
  readonly hot: readonly { readonly name: string; readonly received: number; readonly text: string }[];
  /** Annex 2: valid complaints by K8.3-F2 class (columns) and project (rows). */
  readonly valid: number;
  readonly contents: readonly { readonly name: string; readonly count: number }[];
  readonly projects: readonly {
    readonly name: string;
    readonly count: number;
    readonly counts: readonly number[];
  }[];
}

/** total = valid + assisted + invalid + unjudged, those that were withdrawn, referred or merged since included. */
export interface Received {
  readonly total: number;
  readonly valid: number;
  readonly assisted: number;
  readonly invalid: number;
  readonly unjudged: number;
  /** Of all of them: withdrawn, referred or merged. */
  readonly ended: number;
}

/** So many projects have a paragraph of their own (`default`). */
const HOT = 5;

/**
 * D14: assembles headquarters' bulletin over the projects whose figures are there. What headquarters have `written` of a
 * hot project stands instead of the prefilled paragraph.
 */
export function bulletin(
  projects: readonly BulletinProject[],
  options: SheetOptions,
  period: { readonly year: number; readonly month: number },
  written: Readonly<Record<string, string>> = {},
): Bulletin {
  const counted = projects.map((project) => {
    const complaints = receivedInPeriod(project.cases, options).filter(
      (one) => one.recordKind === "complaint",
    );
    return {
      project,
      complaints,
      own: complaints.filter(({ intake }) => intake === "company"),
      valid: complaints.filter((one) => validityName(one) === "有效"),
    };
  });
  const valid = counted.flatMap((one) => one.valid);
  const byClass = countBy(valid, ({ classCode }) => topClassName(classCode));
  return {
    year: period.year,
    number: period.month,
    received: receivedOf(
      counted.flatMap(({ own }) => own),
      options,
    ),
    all: receivedOf(
      counted.flatMap(({ complaints }) => complaints),
      options,
    ),
    hot: counted
      .filter(({ own }) => own.length > 0)
      .sort((a, b) => b.own.length - a.own.length)
      .slice(0, HOT)
      .map(({ project, own }) => ({
        name: project.name,
        received: own.length,
        text: written[project.projectId] ?? state(own, project.stories),
      })),
    valid: valid.length,
    contents: topClasses.map((name) => ({ name, count: byClass.get(name) ?? 0 })),
    projects: counted.map(({ project, valid: own }) => {
      const counts = countBy(own, ({ classCode }) => topClassName(classCode));
      return {
        name: project.name,
        count: own.length,
        counts: topClasses.map((name) => counts.get(name) ?? 0),
      };
    }),
  };
}

function receivedOf(cases: readonly Case[], options: SheetOptions): Received {
  const of = (name: ValidityName) => cases.filter((one) => validityName(one) === name).length;
  return {
    total: cases.length,
    valid: of("有效"),
    assisted: of("协助处理"),
    invalid: of("无效"),
    unjudged: of("未判定"),
    ended: cases.filter((one) => hasEnded(one, options)).length,
  };
}

/** State, repeats and advice, prefilled from the complaints themselves; headquarters edits it in Word. */
function state(own: readonly Case[], stories: readonly Story[]): string {
  const numbers = new Set(own.map(({ number }) => number));
  const told = stories.filter(({ number }) => numbers.has(number));
  const named = own.filter(({ classCode }) => classCode !== undefined);
  const open = told.filter(isOpen);
  const repeated = told.filter((story) => story.repeated).length;
  const measures = [...new Set(told.flatMap(({ corrective }) => corrective))].slice(0, 3);
  return [
    mainPoints(named),
    named.length === own.length ? "" : `尚未分类${own.length - named.length}起。`,
    open.length === 0
      ? "目前均已处理完成。"
      : `目前${open.length}起尚在处理：${clauses(open.map(({ number, openBecause }) => `${number}（${openBecause}）`))}。`,
    repeated === 0 ? "后续没有再重复投诉。" : `其中${repeated}起为重复投诉。`,
    measures.length === 0 ? "建议管理处持续跟进并回访客户。" : `建议管理处落实：${clauses(measures)}。`,
  ].join("");
}

/** What most are about (D8's rule): the first three with whatever ties, and none of one complaint each. */
function mainPoints(named: readonly Case[]): string {
  const counts = [...countBy(named, ({ classCode }) => classCode)].flatMap(([code, count]) =>
    code === undefined ? [] : [{ code, count }],
  );
  const top = topPoints(counts).map(
    ({ point: { code, count }, tied }) => `“${complaintClasses[code].zh}”${count}起${tied ? "（并列）" : ""}`,
  );
  if (top.length > 0) return `主要涉及${top.join("、")}。`;
  const [only] = counts;
  if (only === undefined) return "";
  return counts.length === 1
    ? `涉及“${complaintClasses[only.code].zh}”${only.count}起。`
    : `涉及${counts.length}个投诉点，没有突出的。`;
}
