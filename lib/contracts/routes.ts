import { acknowledgementRoutes } from "./acknowledgements/routes.ts";
import { analyticsRoutes } from "./analytics/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { boxRoundRoutes } from "./box-rounds/routes.ts";
import { channelKeyRoutes } from "./channel-keys/routes.ts";
import { channelRoutes } from "./channels/routes.ts";
import { complaintRoutes } from "./complaints/routes.ts";
import type { Route } from "./core/route.ts";
import { correctiveRoutes } from "./corrective/routes.ts";
import { doctorRoutes } from "./doctor/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { groupRoutes } from "./groups/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { heldRoutes } from "./held/routes.ts";
import { householdRoutes } from "./households/routes.ts";
import { jobRoutes } from "./jobs/routes.ts";
import { organisationRoutes } from "./organisation/routes.ts";
import { pageRoutes } from "./pages/routes.ts";
import { paperRoutes } from "./papers/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { personDataRoutes } from "./person-data/routes.ts";
import { publicRoutes } from "./public/routes.ts";
import { quarantineRoutes } from "./quarantine/routes.ts";
import { ratingRoutes } from "./ratings/routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { residentRoutes } from "./residents/routes.ts";
import { rosterRoutes } from "./rosters/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { serviceRoutes } from "./services/routes.ts";
import { setupRoutes } from "./setup/routes.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { submissionRoutes } from "./submissions/routes.ts";
import { subscriptionRoutes } from "./subscriptions/routes.ts";
import { trackRoutes } from "./tracking/routes.ts";
import { uploadRoutes } from "./uploads/routes.ts";
import { webhookRoutes } from "./webhooks/routes.ts";
import { wechatRoutes } from "./wechat/routes.ts";

export type { ApiFunction, Route } from "./core/route.ts";

/** Every route of the API by its id: the sum of the resources' routes.ts, and nothing else. */
export const routesById = {
  ...channelRoutes,
  ...uploadRoutes,
  ...complaintRoutes,
  ...boxRoundRoutes,
  ...heldRoutes,
  ...groupRoutes,
  ...correctiveRoutes,
  ...eventRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...channelKeyRoutes,
  ...webhookRoutes,
  ...serviceRoutes,
  ...quarantineRoutes,
  ...doctorRoutes,
  ...setupRoutes,
  ...personDataRoutes,
  ...auditRoutes,
  ...ruleRoutes,
  ...reportRoutes,
  ...analyticsRoutes,
  ...submissionRoutes,
  ...subscriptionRoutes,
  ...rosterRoutes,
  ...paperRoutes,
  ...householdRoutes,
  ...jobRoutes,
  ...publicRoutes,
  ...residentRoutes,
  ...trackRoutes,
  ...ratingRoutes,
  ...acknowledgementRoutes,
  ...wechatRoutes,
  ...pageRoutes,
  ...signInRoutes,
  ...healthRoutes,
} as const;

export type RouteId = keyof typeof routesById;

/** From it the CDK app makes the API's routes, the tests their tables and the OpenAPI document its paths. */
export const routes: readonly (Route & { readonly id: RouteId })[] = Object.values(routesById);
