import type { Case } from "../statistics/case.ts";
import { monthBefore, monthPeriod, type Period, within } from "../statistics/period.ts";
import { recordedIn } from "../statistics/recorded.ts";
import type { SheetOptions } from "../statistics/sheet.ts";
import { knownTasks } from "../statistics/task.ts";
import type { Words } from "../words/words.ts";
import { climbedColumns } from "./climbed.ts";
import {
  byBuilding,
  byCause,
  byChannel,
  byClass,
  byContractor,
  byDepartment,
  byEstate,
  byHandler,
  byLevel,
  byPlace,
  byPoint,
  byProject,
  type Dimension,
  NONE,
  rowsBy,
} from "./grouped.ts";
import { likeView } from "./like.ts";
import { type Names, proper } from "./names.ts";
import { outcomeColumns, performanceColumns } from "./performance.ts";
import { receivedView } from "./received.ts";
import { sheetView } from "./sheet.ts";
import { isOfPeriod, type Span, spanOf } from "./span.ts";
import { ticketView } from "./tickets.ts";
import { type Row, type Task, TOTAL, totalWords, type View, type ViewColumn } from "./view.ts";
import { ageColumns, clockRows, isOpenTask } from "./waiting.ts";

/** Every view by the name it is asked for under, with what people call it. */
export const analyticsViews = {
  sheet: { zh: "统计报表", en: "statistics sheet (D1)" },
  "projects-by-class": { zh: "项目与分类", en: "projects by class" },
  projects: { zh: "项目", en: "projects" },
  cities: { zh: "城市公司", en: "city companies" },
  regions: { zh: "区域", en: "regions" },
  buildings: { zh: "楼栋", en: "buildings" },
  departments: { zh: "部门", en: "departments" },
  handlers: { zh: "处理人", en: "handlers" },
  contractors: { zh: "外包单位", en: "contractors" },
  channels: { zh: "投诉来源", en: "channels" },
  levels: { zh: "级别", en: "levels" },
  classes: { zh: "分类", en: "classes" },
  points: { zh: "投诉点", en: "problem points" },
  causes: { zh: "人机料法环", en: "causes" },
  hours: { zh: "时段", en: "weekdays and hours" },
  ageing: { zh: "积压", en: "backlog" },
  clocks: { zh: "时限", en: "limits" },
  months: { zh: "趋势", en: "thirteen months" },
  government: { zh: "政府转办", en: "government tickets" },
  analysis: { zh: "投诉分析", en: "analysis (D8)" },
  received: { zh: "受理", en: "received (D14)" },
  like: { zh: "同类比较", en: "like with like" },
  rungs: { zh: "督办", en: "escalations" },
} as const satisfies Readonly<Record<string, Words>>;
export type AnalyticsView = keyof typeof analyticsViews;
export const analyticsViewNames = Object.keys(analyticsViews).filter(isAnalyticsView);

/** Views that count more than what was received in the period: all tasks, the open ones, thirteen months, older tickets rated in it. */
const beyondPeriod: readonly AnalyticsView[] = ["sheet", "ageing", "months", "government"];

/** True for a view whose figures come from the period's records alone: no other need be read for it. */
export function isOfPeriodAlone(name: AnalyticsView): boolean {
  return !beyondPeriod.includes(name);
}

/** True for a view there is. */
export function isAnalyticsView(name: string): name is AnalyticsView {
  return Object.hasOwn(analyticsViews, name);
}

/** The records of a scope, ready to be seen in any way. */
export interface Analytics {
  readonly view: (name: AnalyticsView) => View;
}

/**
 * The tasks of some projects as the cut-off knows them, by the code that the month's files are counted with. What is
 * counted is the period's tasks (B of D1), in `ageing` those open at the cut-off, in `sheet` all of them.
 * @throws RangeError when an instant, the month or the zone cannot be read
 */
export function analytics(told: Iterable<Case>, options: SheetOptions, names: Names): Analytics {
  const cases = [...told];
  const span = spanOf(options);
  const all: readonly Task[] = [...knownTasks(cases, span.asOf)];
  const tasks = all.filter((task) => isOfPeriod(span, task));
  const performance = performanceColumns(span);
  const by = (dimension: Dimension): View => ({
    columns: performance,
    rows: withTotal(rowsBy(tasks, dimension), tasks),
  });
  return {
    view: (name) => {
      switch (name) {
        case "sheet":
          return sheetView(all, span);
        case "projects-by-class":
          return { columns: classColumns, rows: withTotal(rowsBy(tasks, byProject(names)), tasks) };
        case "projects":
          return by(byProject(names));
        case "cities":
          return by(byPlace(names, "city"));
        case "regions":
          return by(byPlace(names, "region"));
        case "buildings":
          return by(byBuilding(names));
        case "departments":
          return by(byDepartment(names));
        case "handlers":
          return by(byHandler(names));
        case "contractors":
          return by(byContractor(names));
        case "channels":
          return by(byChannel);
        case "levels":
          return by(byLevel);
        case "classes":
          return by(byClass);
        case "points":
          return by(byPoint);
        case "causes":
          return by(byCause);
        case "hours":
          return hoursView(tasks, span);
        case "ageing": {
          const open = all.filter(isOpenTask);
          return { columns: ageColumns(span), rows: withTotal(rowsBy(open, byProject(names)), open) };
        }
        case "clocks":
          return clockRows(tasks, span);
        case "months":
          return { columns: outcomeColumns(span), rows: monthRows(all, options, recordedIn(cases)) };
        case "government":
          return ticketView(cases, span);
        case "analysis":
          return { columns: outcomeColumns(span), rows: withTotal(rowsBy(tasks, byEstate), tasks) };
        case "received":
          return receivedView(cases, span);
        case "like":
          return likeView(tasks, names, span);
        case "rungs":
          return { columns: climbedColumns(), rows: withTotal(rowsBy(tasks, byProject(names)), tasks) };
      }
    },
  };
}

function withTotal(rows: readonly Row[], tasks: readonly Task[]): readonly Row[] {
  return [...rows, { key: TOTAL, label: totalWords, tasks }];
}

/** 热力图: one column a class of K8.3-F2. */
const classColumns: readonly ViewColumn[] = [
  ...[...byClass.listed, NONE].map(
    (code): ViewColumn => ({
      key: code,
      label: byClass.labelOf(code),
      unit: "count",
      holds: (task) => byClass.keyOf(task) === code,
    }),
  ),
  { key: "received", label: totalWords, unit: "count", holds: () => true },
];

const weekdays: readonly (readonly [key: string, zh: string, en: string])[] = [
  ["mon", "周一", "Monday"],
  ["tue", "周二", "Tuesday"],
  ["wed", "周三", "Wednesday"],
  ["thu", "周四", "Thursday"],
  ["fri", "周五", "Friday"],
  ["sat", "周六", "Saturday"],
  ["sun", "周日", "Sunday"],
];

/** When complaints were received, in local time: weekdays by hours. */
function hoursView(tasks: readonly Task[], { wall }: Span): View {
  const clocks = new Map(
    tasks.map((task) => {
      const at = new Date(wall(task.received));
      return [task, { hour: at.getUTCHours(), day: at.getUTCDay() }] as const;
    }),
  );
  const hourColumn = (hour: number): ViewColumn => ({
    key: `h${hour}`,
    label: { zh: `${hour}时`, en: `${hour}:00` },
    unit: "count",
    holds: (task) => clocks.get(task)?.hour === hour,
  });
  const rows = weekdays.map(
    ([key, zh, en], index): Row => ({
      key,
      label: { zh, en },
      tasks: tasks.filter((task) => clocks.get(task)?.day === (index + 1) % 7),
    }),
  );
  return {
    columns: [
      ...Array.from({ length: 24 }, (_, hour) => hourColumn(hour)),
      { key: "received", label: totalWords, unit: "count", holds: () => true },
    ],
    rows: withTotal(rows, tasks),
  };
}

/** The month of the report, the same month of the year before, and those between (D15). */
const MONTHS = 13;

/** As 趋势 has them: each month as the one cut-off knows it. */
function monthRows(
  all: readonly Task[],
  options: SheetOptions,
  isKnown: (period: Period) => boolean,
): readonly Row[] {
  const months: string[] = [];
  for (let { month } = options; months.length < MONTHS; month = monthBefore(month)) months.unshift(month);
  return months.map((month): Row => {
    const period = monthPeriod({ ...options, month, span: undefined });
    return {
      key: month,
      label: proper(month),
      tasks: all.filter(({ received }) => within(period, received)),
      ...(month === options.month || isKnown(period) ? {} : { unrecorded: true }),
    };
  });
}
