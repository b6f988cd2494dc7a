import type { Identity } from "../identity/oidc.ts";
import type { AnalyticsApiPorts } from "./analytics/handlers.ts";
import type { AuditApiPorts } from "./audit/handlers.ts";
import { api, type Log } from "./core/router.ts";
import type { HouseholdsApiPorts } from "./households/handlers.ts";
import { type JobsApiPorts, jobHandlers } from "./jobs/handlers.ts";
import type { PapersApiPorts } from "./papers/handlers.ts";
import { type EditionsApiPorts as FilesApiPorts, reportHandlers } from "./reports/handlers.ts";
import type { RostersApiPorts } from "./rosters/handlers.ts";
import { type SubmissionsApiPorts, submissionHandlers } from "./submissions/handlers.ts";
import type { SubscriptionsApiPorts } from "./subscriptions/handlers.ts";

export type ReportsApiPorts = FilesApiPorts &
  AnalyticsApiPorts &
  PapersApiPorts &
  SubmissionsApiPorts &
  SubscriptionsApiPorts &
  HouseholdsApiPorts &
  RostersApiPorts &
  JobsApiPorts &
  AuditApiPorts;

/** Files in and out: the monthly reports and what is written for them, forms, rosters and households. */
export function reportsApi(ports: () => Promise<ReportsApiPorts>, identity: Identity, log?: Log) {
  return api<ReportsApiPorts>({
    name: "reports-api",
    ports,
    identity,
    // The month's page, and how far its files are.
    servings: [reportHandlers, submissionHandlers, jobHandlers],
    later,
    log,
  });
}

const filesInAndOut = async () => (await import("./files-in-and-out.ts")).fileHandlers;

/** What is asked for now and then; one module, as in staff-api.ts. */
const later = {
  analytics: filesInAndOut,
  people: filesInAndOut,
  "subscription-takers": filesInAndOut,
  rosters: filesInAndOut,
  complaints: filesInAndOut,
  forms: filesInAndOut,
  households: filesInAndOut,
  audit: filesInAndOut,
};
