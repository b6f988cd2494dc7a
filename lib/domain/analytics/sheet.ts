import { estateClasses, totalName } from "../classification/estate.ts";
import { columnsOf, type SheetRow } from "../statistics/sheet.ts";
import type { Words } from "../words/words.ts";
import { proper } from "./names.ts";
import type { Span } from "./span.ts";
import { type Row, type Task, TOTAL, totalWords, type View, type ViewColumn } from "./view.ts";

type Letter = Exclude<keyof SheetRow, "name">;

/** Columns that add two others, of which no task is in both. */
const sums: Partial<Record<Letter, readonly Letter[]>> = { F: ["D", "E"], N: ["K", "M"], T: ["Q", "S"] };
const rates: Partial<Record<Letter, readonly [part: Letter, whole: Letter]>> = {
  G: ["D", "C"],
  H: ["E", "C"],
  I: ["F", "C"],
  L: ["K", "J"],
  O: ["N", "J"],
  R: ["Q", "P"],
  U: ["T", "P"],
};
/** D1's heads, short enough for a screen. */
const heads: readonly (readonly [letter: string, zh: string, en: string])[] = [
  ["B", "本月新增", "new in the month"],
  ["C", "本月任务", "the month's tasks"],
  ["D", "按时完成", "done in time"],
  ["E", "超时完成", "done late"],
  ["F", "小计", "together"],
  ["G", "按时完成率", "in time"],
  ["H", "超时完成率", "late"],
  ["I", "完成率", "done"],
  ["J", "年度总量", "tasks of the year"],
  ["K", "年度按时", "of these in time"],
  ["L", "年度按时率", "in time"],
  ["M", "年度超期", "of these late"],
  ["N", "小计", "together"],
  ["O", "年度完成率", "done"],
  ["P", "任务总量", "all tasks"],
  ["Q", "按时", "of these in time"],
  ["R", "按时率", "in time"],
  ["S", "超期", "of these late"],
  ["T", "小计", "together"],
  ["U", "总完成率", "done"],
];

/** D1, columns B to U of each class: every number opens into its tasks, a rate into what it divides by. */
export function sheetView(all: readonly Task[], { period, year }: Span): View {
  const counted = new Map<Task, readonly string[]>(all.map((task) => [task, columnsOf(task, period, year)]));
  const isIn = (task: Task, some: readonly string[]) =>
    counted.get(task)?.some((letter) => some.includes(letter)) === true;
  return {
    columns: heads.map(
      ([letter, zh, en]): ViewColumn =>
        columnOf(letter, { zh: `${letter} ${zh}`, en: `${letter} ${en}` }, isIn),
    ),
    rows: [
      ...estateClasses.map(
        (name): Row => ({
          key: name,
          label: proper(name),
          tasks: all.filter(({ estateClass }) => estateClass === name),
        }),
      ),
      { key: TOTAL, label: { ...totalWords, zh: totalName }, tasks: all },
    ],
  };
}

function columnOf(
  letter: string,
  label: Words,
  isIn: (task: Task, some: readonly string[]) => boolean,
): ViewColumn {
  const named = { key: letter, label };
  const rate = Object.entries(rates).find(([name]) => name === letter)?.[1];
  if (rate !== undefined) return { ...named, unit: "rate", part: rate[0], whole: [rate[1]] };
  const some: readonly string[] = Object.entries(sums).find(([name]) => name === letter)?.[1] ?? [letter];
  return { ...named, unit: "count", holds: (task) => isIn(task, some) };
}
