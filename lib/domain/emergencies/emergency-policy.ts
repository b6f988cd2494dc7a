import type { Post } from "../organisation/organisation.ts";

/** When an emergency must be reported, and to whom (D7). The posts and the final report's limit are `default`. */
export interface EmergencyPolicy {
  /** 首报 so many minutes after discovery. */
  readonly firstMinutes: number;
  /** 书面报告 so many minutes after discovery. */
  readonly writtenMinutes: number;
  /** 终报 at the closing of so many working days after the day of discovery. */
  readonly finalWorkingDays: number;
  /** 即时上报: who hears at once of 事故灾祸 and 媒体负面报道. */
  readonly immediate: readonly Post[];
  /** Who hears of any other event. */
  readonly ordinary: readonly Post[];
  /** Who hears that a report is overdue. */
  readonly overdue: readonly Post[];
}

export const builtInEmergencyPolicy: EmergencyPolicy = {
  firstMinutes: 30,
  writtenMinutes: 120,
  finalWorkingDays: 5,
  immediate: ["project-manager", "region", "headquarters"],
  ordinary: ["supervisor", "project-manager"],
  overdue: ["project-manager", "region"],
};
