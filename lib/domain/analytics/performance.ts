import { epochMs } from "../statistics/instant.ts";
import { isOnTime } from "../statistics/task.ts";
import type { Words } from "../words/words.ts";
import type { Span } from "./span.ts";
import type { CountColumn, HoursColumn, RateColumn, Task, ViewColumn } from "./view.ts";

const HOUR = 3_600_000;

const words = (zh: string, en: string): Words => ({ zh, en });

function count(key: string, label: Words, holds: (task: Task) => boolean): CountColumn {
  return { key, label, unit: "count", holds };
}

function rate(key: string, label: Words, part: string, ...whole: string[]): RateColumn {
  return { key, label, unit: "rate", part, whole };
}

/** D8's figures of one set of tasks, under the words of 口径说明. */
export function outcomeColumns({ asOf }: Span): readonly ViewColumn[] {
  const isOverdue = ({ completed, due }: Task) => completed === null && due < asOf;
  return [
    count("received", words("任务", "tasks"), () => true),
    count("done", words("完成", "done"), ({ completed }) => completed !== null),
    count("inTime", words("按时完成", "done in time"), isOnTime),
    count("late", words("超期完成", "done late"), (task) => task.completed !== null && !isOnTime(task)),
    count("open", words("未完成", "open"), ({ completed }) => completed === null),
    count("overdue", words("超期未完成", "open and overdue"), isOverdue),
    rate("handlingRate", words("处理完成率", "handling rate"), "done", "received"),
    rate("timelyRate", words("完成及时率", "timely rate"), "inTime", "done", "overdue"),
    count("reached", words("首次回访接通", "reached at first follow-up"), isReached),
    count(
      "satisfied",
      words("首次回访满意", "satisfied at first follow-up"),
      (task) => isReached(task) && task.source.firstFollowUpSatisfied === true,
    ),
    rate(
      "firstFollowUpSatisfaction",
      words("首次回访满意率", "first follow-up satisfaction"),
      "satisfied",
      "reached",
    ),
  ];
}

/** What only the documents of the period tell: repeats, pauses, and how long customers waited (natural hours). */
export function courseColumns({ asOf }: Span): readonly ViewColumn[] {
  const repliedAt = ({ source: { reply, id } }: Task): number | undefined => {
    if (reply?.at === undefined) return undefined;
    const at = epochMs(reply.at, `reply of ${id}`);
    return at <= asOf ? at : undefined;
  };
  const untilReply = (task: Task) => hours(task, repliedAt(task));
  const untilDone = (task: Task) => hours(task, task.completed);
  return [
    count("repeated", words("重复投诉", "repeated"), ({ source }) => source.repeated === true),
    rate("repeatRate", words("重复投诉率", "repeat rate"), "repeated", "received"),
    count("paused", words("曾暂停", "paused"), ({ source }) => source.paused === true),
    rate("pausedRate", words("暂停率", "paused rate"), "paused", "received"),
    count(
      "unreachable",
      words("无法回访", "could not be reached"),
      ({ source }) => source.unreachable === true,
    ),
    count("replied", words("已首次回复", "first reply given"), (task) => repliedAt(task) !== undefined),
    quantile(
      "replyMedian",
      words("首次回复中位用时（小时）", "median hours to first reply"),
      "replied",
      0.5,
      untilReply,
    ),
    quantile(
      "reply90",
      words("首次回复九成用时（小时）", "90th percentile of hours to first reply"),
      "replied",
      0.9,
      untilReply,
    ),
    quantile(
      "resultMedian",
      words("处理中位用时（小时）", "median hours to the result"),
      "done",
      0.5,
      untilDone,
    ),
    quantile(
      "result90",
      words("处理九成用时（小时）", "90th percentile of hours to the result"),
      "done",
      0.9,
      untilDone,
    ),
  ];
}

/** Both: how a department, a handler, a channel … did in the period. */
export function performanceColumns(span: Span): readonly ViewColumn[] {
  return [...outcomeColumns(span), ...courseColumns(span)];
}

/** As D8 counts it: an answer counts for what stands done, or was opened again after it (返单). */
function isReached({ source, completed }: Task): boolean {
  return source.firstFollowUpSatisfied !== null && (completed !== null || source.reached === true);
}

function quantile(
  key: string,
  label: Words,
  of: string,
  share: number,
  hoursOf: (task: Task) => number,
): HoursColumn {
  return { key, label, unit: "hours", of, quantile: share, hours: hoursOf };
}

/** Natural hours from receipt; only asked of those for which the count behind it holds. */
function hours({ received }: Task, until: number | null | undefined): number {
  return ((until ?? received) - received) / HOUR;
}
