import type { Identity } from "../identity/oidc.ts";
import { type AnalyticsApiPorts, analyticsHandlers } from "./analytics/handlers.ts";
import { type AuditApiPorts, auditHandlers } from "./audit/handlers.ts";
import { api, type Log } from "./core/router.ts";
import { type HouseholdsApiPorts, householdHandlers } from "./households/handlers.ts";
import { type JobsApiPorts, jobHandlers } from "./jobs/handlers.ts";
import { type PapersApiPorts, paperHandlers } from "./papers/handlers.ts";
import { type EditionsApiPorts as FilesApiPorts, reportHandlers } from "./reports/handlers.ts";
import { type RostersApiPorts, rosterHandlers } from "./rosters/handlers.ts";
import { type SubmissionsApiPorts, submissionHandlers } from "./submissions/handlers.ts";
import { type SubscriptionsApiPorts, subscriptionHandlers } from "./subscriptions/handlers.ts";

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
    servings: [
      reportHandlers,
      analyticsHandlers,
      submissionHandlers,
      subscriptionHandlers,
      rosterHandlers,
      paperHandlers,
      householdHandlers,
      jobHandlers,
      auditHandlers,
    ],
    log,
  });
}
