import { Temporal } from "temporal-polyfill";
import type { AnalysisTask } from "../../../lib/domain/statistics/analysis.ts";

/** A local wall-clock time such as "2026-03-05 10:00" as the instant on the wire. */
export function at(local: string, timeZone = "Asia/Shanghai"): string {
  return Temporal.PlainDateTime.from(local.replace(" ", "T"))
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString();
}

let counter = 0;

/** A valid complaint of 工程质量; the times are local (Asia/Shanghai). */
export function task(
  received: string,
  due: string,
  completed: string | null,
  more: Partial<AnalysisTask> = {},
): AnalysisTask {
  counter += 1;
  return {
    id: `task-${counter}`,
    projectId: "p1",
    estateClass: "工程质量",
    receivedAt: at(received),
    dueAt: at(due),
    completedAt: completed === null ? null : at(completed),
    validity: "valid",
    firstFollowUpSatisfied: null,
    ...more,
  };
}
