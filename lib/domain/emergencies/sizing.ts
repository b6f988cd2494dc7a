import type { Sizing } from "../document/archive.ts";
import type { Emergency, EmergencyReport } from "./emergency.ts";

/** An emergency event keeps its reports with a limit, the last word on harm and its newest reports. */
export const emergencySizing: Sizing<Emergency, EmergencyReport> = {
  place: ({ registration }) => `emergency/${registration.id}`,
  entries: ({ reports }) => reports,
  leaves: (report, { reports }) =>
    report.stage === "follow-up" &&
    report !== reports.findLast(({ injury }) => injury !== undefined) &&
    report !== reports.findLast(({ loss }) => loss !== undefined),
  stays: () => false,
  idle: () => [],
  reduced: (event, reports) => ({ ...event, reports }),
  joined: (event, reports) => ({ ...event, reports }),
};
