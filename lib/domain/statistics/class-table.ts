import { type Channel, channelNames } from "../classification/sources.ts";
import { type Level, levels, type RecordKind } from "../complaint/events.ts";
import { unjudgedWords, validityWords } from "../words/complaint.ts";
import {
  type Case,
  countBy,
  hasEnded,
  receivedInPeriod,
  topClasses,
  topClassName,
  undecided,
} from "./case.ts";
import type { SheetOptions } from "./sheet.ts";

/** The validity of a complaint as the table prints it. */
export const validityNames = [
  validityWords.valid.zh,
  validityWords.assisted.zh,
  validityWords.invalid.zh,
  unjudgedWords.zh,
] as const;
export type ValidityName = (typeof validityNames)[number];
export const levelNames = [...levels, undecided] as const;
export type LevelName = Level | typeof undecided;

/** Whether a record still counts, or was withdrawn, referred or merged. */
export const standingNames = ["在册", "撤销/转出/合并"] as const;
export type StandingName = (typeof standingNames)[number];

/** 分类统计: how many records of the period share all six marks; cells without a record are left out. */
export interface ClassCell {
  readonly kind: RecordKind;
  /** One of K8.3-F2's seven, or 未分类. */
  readonly class: string;
  readonly level: LevelName;
  readonly channel: Channel;
  readonly validity: ValidityName;
  readonly standing: StandingName;
  readonly count: number;
}

/**
 * 受理 of the period by K8.3-F2 class × level × channel × validity, kinds apart, in the order of the lists, ended records
 * (withdrawn, referred, merged) marked: the complaints that are neither invalid nor ended are B of D1.
 */
export function classTable(cases: Iterable<Case>, options: SheetOptions): ClassCell[] {
  const found = new Map<string, Omit<ClassCell, "count">>();
  const counts = countBy(receivedInPeriod(cases, options), (one) => {
    const cell = cellOf(one, hasEnded(one, options));
    const key = sortKey(cell);
    found.set(key, cell);
    return key;
  });
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, cell]) => ({ ...cell, count: counts.get(key) ?? 0 }));
}

/** The name of a record's validity. */
export function validityName({ validity, unjudged }: Pick<Case, "validity" | "unjudged">): ValidityName {
  return unjudged ? unjudgedWords.zh : validityWords[validity].zh;
}

const kindOrder: Readonly<Record<RecordKind, string>> = {
  complaint: "0",
  opinion: "1",
  repair: "2",
  help: "3",
};

function cellOf(one: Case, ended: boolean): Omit<ClassCell, "count"> {
  return {
    kind: one.recordKind,
    class: topClassName(one.classCode),
    level: one.level ?? undecided,
    channel: one.channel,
    validity: validityName(one),
    standing: standingNames[ended ? 1 : 0],
  };
}

function sortKey(cell: Omit<ClassCell, "count">): string {
  return [
    kindOrder[cell.kind],
    topClasses.indexOf(cell.class),
    levelNames.indexOf(cell.level),
    String(channelNames.indexOf(cell.channel)).padStart(2, "0"),
    validityNames.indexOf(cell.validity),
    standingNames.indexOf(cell.standing),
  ].join(".");
}

/** Adds up the cells that fit. */
export function sumOf(cells: readonly ClassCell[], where: Partial<Omit<ClassCell, "count">>): number {
  let sum = 0;
  for (const cell of cells) if (fits(cell, where)) sum += cell.count;
  return sum;
}

function fits(cell: ClassCell, { kind, ...where }: Partial<Omit<ClassCell, "count">>): boolean {
  return (
    (kind ?? cell.kind) === cell.kind &&
    (where.class ?? cell.class) === cell.class &&
    (where.level ?? cell.level) === cell.level &&
    (where.channel ?? cell.channel) === cell.channel &&
    (where.validity ?? cell.validity) === cell.validity &&
    (where.standing ?? cell.standing) === cell.standing
  );
}
