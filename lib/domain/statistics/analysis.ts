import { isEstateRelated } from "../classification/estate.ts";
import { epochMs } from "./instant.ts";
import { monthPeriod, within } from "./period.ts";
import { rate, type SheetOptions } from "./sheet.ts";
import { isOnTime, type KnownTask, knownTasks, type StatTask } from "./task.ts";

/** A task with the answer of its first follow-up (首次回访); `null` while nobody was reached. */
export interface AnalysisTask extends StatTask {
  readonly firstFollowUpSatisfied: boolean | null;
  /**
   * The answer counts whatever became of the task afterwards: a customer who was reached and not satisfied stays one when
   * the task is opened again (返单). Without it only tasks that stand completed count.
   */
  readonly reached?: true | undefined;
}

/** How the first follow-ups of the period's tasks came out: what the satisfaction rate is made of. */
export interface FollowUps<T> {
  readonly reached: number;
  readonly satisfied: number;
  /** One for each of the reached who were not satisfied. */
  readonly dissatisfied: readonly T[];
}

/** Figures of D8; rates are fractions, `null` where the denominator is 0. */
export interface AnalysisFigures {
  /** Received in the month. */
  readonly received: number;
  /** Of these, completed by the cut-off. */
  readonly done: number;
  readonly open: number;
  /** done ÷ received */
  readonly handlingRate: number | null;
  /** done in time ÷ (done + open and overdue at the cut-off) */
  readonly timelyRate: number | null;
  /** satisfied ÷ answered, over those done by the cut-off (and those reached and opened again since) */
  readonly firstFollowUpSatisfaction: number | null;
}

export interface MonthlyAnalysis extends AnalysisFigures {
  /** 基础服务: 客户服务, 物业服务, 其他. */
  readonly basic: AnalysisFigures;
  /** 地产相关: 产品缺陷, 工程质量, 规划设计, 营销管理. */
  readonly estate: AnalysisFigures;
}

interface Tally {
  received: number;
  done: number;
  inTime: number;
  overdue: number;
  answered: number;
  satisfied: number;
}

/**
 * The monthly analysis (D8) over the complaints received in the month, valid and assisted, as they stand at the
 * cut-off: unlike D and E of the sheet, "done" is not limited to the month. Overdue is due *before* the cut-off
 * and not completed. Invalid, ended and other records are left out as in {@link knownTasks}.
 * @throws RangeError when an instant, the month, the start day or the zone cannot be read
 */
export function monthlyAnalysis(tasks: Iterable<AnalysisTask>, options: SheetOptions): MonthlyAnalysis {
  const month = monthPeriod(options);
  const asOf = epochMs(options.asOf, "asOf");
  const [all, basic, estate] = [nothing(), nothing(), nothing()];
  for (const task of knownTasks(tasks, asOf)) {
    if (!within(month, task.received)) continue;
    add(all, task, asOf);
    add(isEstateRelated(task.estateClass) ? estate : basic, task, asOf);
  }
  return { ...figures(all), basic: figures(basic), estate: figures(estate) };
}

/** The first follow-ups that {@link monthlyAnalysis} counts, with the tasks behind the dissatisfied ones. */
export function firstFollowUps<T extends AnalysisTask>(
  tasks: Iterable<T>,
  options: SheetOptions,
): FollowUps<T> {
  const month = monthPeriod(options);
  let satisfied = 0;
  const dissatisfied: T[] = [];
  for (const { source, received, completed } of knownTasks(tasks, epochMs(options.asOf, "asOf"))) {
    const answer = source.firstFollowUpSatisfied;
    if (!within(month, received) || answer === null || (completed === null && source.reached !== true))
      continue;
    if (answer) satisfied += 1;
    else dissatisfied.push(source);
  }
  return { reached: satisfied + dissatisfied.length, satisfied, dissatisfied };
}

function nothing(): Tally {
  return { received: 0, done: 0, inTime: 0, overdue: 0, answered: 0, satisfied: 0 };
}

function add(tally: Tally, task: KnownTask<AnalysisTask>, asOf: number): void {
  tally.received += 1;
  if (task.completed === null) {
    if (task.due < asOf) tally.overdue += 1;
    if (task.source.reached !== true) return;
  } else {
    tally.done += 1;
    if (isOnTime(task)) tally.inTime += 1;
  }
  const satisfied = task.source.firstFollowUpSatisfied;
  if (typeof satisfied !== "boolean") return;
  tally.answered += 1;
  if (satisfied) tally.satisfied += 1;
}

function figures({ received, done, inTime, overdue, answered, satisfied }: Tally): AnalysisFigures {
  return {
    received,
    done,
    open: received - done,
    handlingRate: rate(done, received),
    timelyRate: rate(inTime, done + overdue),
    firstFollowUpSatisfaction: rate(satisfied, answered),
  };
}
