import { Temporal } from "temporal-polyfill";
import type { AnalysisTask } from "../../../lib/domain/statistics/analysis.ts";
import { estateClasses, type SheetOptions } from "../../../lib/domain/statistics/index.ts";

/**
 * D1 and D8 the slow way, from the sentences of the regulations: no instants are compared with bounds; each event is
 * given the *name* of the period it falls in by its local date, and tasks are put into sets.
 */
export function bySentences(all: readonly AnalysisTask[], options: SheetOptions) {
  const { month, timeZone, asOf, startDay = 1 } = options;
  const cutOff = Temporal.Instant.from(asOf);
  const moment = (text: string) => {
    const instant = Temporal.Instant.from(text);
    const day = instant.toZonedDateTimeISO(timeZone).toPlainDate();
    const named = startDay > 1 && day.day >= startDay ? day.with({ day: 1 }).add({ months: 1 }) : day;
    return { instant, month: named.toPlainYearMonth().toString(), year: String(named.year) };
  };
  const after = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;
  const year = month.slice(0, 4);

  const tasks = all
    .filter((t) => t.validity !== "invalid" && (t.recordKind === undefined || t.recordKind === "complaint"))
    .filter((t) => !t.endedAt || after(Temporal.Instant.from(t.endedAt), cutOff))
    .map((t) => {
      const completed = t.completedAt === null ? null : moment(t.completedAt);
      return {
        class: d1Class(t.estateClass),
        answer: t.firstFollowUpSatisfied,
        reached: t.reached === true,
        received: moment(t.receivedAt),
        due: moment(t.dueAt),
        completed: completed !== null && after(completed.instant, cutOff) ? null : completed,
      };
    })
    .filter((t) => !after(t.received.instant, cutOff));
  type Known = (typeof tasks)[number];
  const doneIn = (t: Known, name: string) => t.completed?.month === name;
  const doneBefore = (t: Known, name: string) => t.completed !== null && t.completed.month < name;
  const onTime = (t: Known) => t.completed !== null && !after(t.completed.instant, t.due.instant);
  const late = (t: Known) => t.completed !== null && after(t.completed.instant, t.due.instant);

  const columns = (of: readonly Known[]) => {
    const ofMonth = new Set([
      ...of.filter((t) => t.due.month === month && !doneBefore(t, month)), // 新增需当月完成的
      ...of.filter((t) => t.due.month < month && !doneBefore(t, month)), // 遗留到本月完成的
      ...of.filter((t) => t.due.month > month && doneIn(t, month)), // 非本月任务但提前完成的
    ]);
    for (const t of ofMonth) if (t.received.month > month) ofMonth.delete(t);
    const carried = (t: Known) =>
      t.received.year < year && (t.completed === null || t.completed.year >= year);
    const ofYear = of.filter((t) => t.received.year === year || carried(t));
    const C = [...ofMonth];
    return {
      B: of.filter((t) => t.received.month === month).length,
      C: C.length,
      D: C.filter((t) => doneIn(t, month) && onTime(t)).length,
      E: C.filter((t) => doneIn(t, month) && late(t)).length,
      J: ofYear.length,
      K: ofYear.filter(onTime).length,
      M: ofYear.filter(late).length,
      P: of.length,
      Q: of.filter(onTime).length,
      S: of.filter(late).length,
    };
  };
  const analysis = (of: readonly Known[]) => {
    const done = of.filter((t) => t.completed !== null);
    const overdue = of.filter((t) => t.completed === null && after(cutOff, t.due.instant));
    const answered = of.filter((t) => (t.completed !== null || t.reached) && t.answer !== null);
    return {
      received: of.length,
      done: done.length,
      open: of.length - done.length,
      handlingRate: share(done.length, of.length),
      timelyRate: share(done.filter(onTime).length, done.length + overdue.length),
      firstFollowUpSatisfaction: share(answered.filter((t) => t.answer).length, answered.length),
    };
  };
  const received = tasks.filter((t) => t.received.month === month);
  const developer = ["产品缺陷", "工程质量", "规划设计", "营销管理"];
  return {
    rows: [
      ...estateClasses.map((name) => ({ name, ...columns(tasks.filter((t) => t.class === name)) })),
      { name: "汇总", ...columns(tasks) },
    ],
    analysis: {
      ...analysis(received),
      basic: analysis(received.filter((t) => !developer.includes(t.class))),
      estate: analysis(received.filter((t) => developer.includes(t.class))),
    },
  };
}

function d1Class(name: string): string {
  if (name === "销售管理") return "营销管理";
  return estateClasses.some((one) => one === name) ? name : "其他";
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
