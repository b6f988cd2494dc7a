import { type EstateClass, toEstateClass } from "../classification/estate.ts";
import { epochMs } from "./instant.ts";

/**
 * The facts of one complaint that the figures of D1 and D8 need. Instants are ISO 8601 with an offset.
 * The caller has already taken what was *recorded* up to the cut-off; here months count by when it happened.
 */
export interface StatTask {
  readonly id: string;
  readonly projectId: string;
  /** One of D1's seven classes; anything else counts as 其他, 销售管理 as 营销管理. */
  readonly estateClass: string;
  readonly receivedAt: string;
  /** The task's due instant: last node of the agreed plan, else the first `result` limit. May lie after asOf. */
  readonly dueAt: string;
  /** Resolved (a reopened task, 返单, is not completed until it is resolved again). */
  readonly completedAt: string | null;
  readonly validity: "valid" | "assisted" | "invalid";
  /** Default `complaint`; opinions, repairs and help are no tasks. */
  readonly recordKind?: string | undefined;
  /** When it was withdrawn, referred or merged; decisive whatever `ending` says. */
  readonly endedAt?: string | null | undefined;
  readonly ending?: "withdrawn" | "referred" | "merged" | null | undefined;
  /**
   * From an old ledger that names no limit: done, and nobody knows whether in time. Every figure of tasks would claim to know;
   * it is counted in the trend alone, apart.
   */
  readonly historical?: true | undefined;
}

/** A task as the cut-off knows it; instants are epoch milliseconds. */
export interface KnownTask<T extends StatTask = StatTask> {
  readonly source: T;
  readonly estateClass: EstateClass;
  readonly received: number;
  readonly due: number;
  /** `null` while open, or when it was completed only after the cut-off. */
  readonly completed: number | null;
}

/** A complaint (投诉) that was not judged invalid; assisted ones (协助处理) are tasks. */
function isTask(task: StatTask): boolean {
  return (task.recordKind ?? "complaint") === "complaint" && task.validity !== "invalid";
}

/**
 * The tasks as they stood at the cut-off, in the order given. "At" includes the instant itself: received,
 * completed or ended exactly at asOf is known; a moment later is not.
 * An ended task leaves *every* figure built at or after that instant, also those of earlier months and also when
 * it had been completed before: the sheet shows the tasks there are at the cut-off, and what was shown before
 * stands in the edition issued then.
 * @throws RangeError naming the task and field when an instant of a task cannot be read
 */
export function* knownTasks<T extends StatTask>(tasks: Iterable<T>, asOf: number): Generator<KnownTask<T>> {
  for (const task of tasks) {
    if (!isTask(task) || task.historical === true) continue;
    const received = epochMs(task.receivedAt, `receivedAt of task ${task.id}`);
    if (received > asOf) continue;
    const ended = optionalMs(task.endedAt, `endedAt of task ${task.id}`);
    if (ended !== null && ended <= asOf) continue;
    const completed = optionalMs(task.completedAt, `completedAt of task ${task.id}`);
    yield {
      source: task,
      estateClass: toEstateClass(task.estateClass),
      received,
      due: epochMs(task.dueAt, `dueAt of task ${task.id}`),
      completed: completed !== null && completed <= asOf ? completed : null,
    };
  }
}

function optionalMs(text: string | null | undefined, what: string): number | null {
  return text === null || text === undefined ? null : epochMs(text, what);
}

/** Completed at or before its due instant (按时, 含提前). */
export function isOnTime(task: KnownTask): boolean {
  return task.completed !== null && task.completed <= task.due;
}
