import { analyticsHandlers } from "./analytics/handlers.ts";
import { auditHandlers } from "./audit/handlers.ts";
import { householdHandlers } from "./households/handlers.ts";
import { paperHandlers } from "./papers/handlers.ts";
import { rosterHandlers } from "./rosters/handlers.ts";
import { subscriptionHandlers } from "./subscriptions/handlers.ts";

/** Forms, rosters, households, figures and who gets them; who read what. */
export const fileHandlers = {
  ...analyticsHandlers,
  ...auditHandlers,
  ...householdHandlers,
  ...paperHandlers,
  ...rosterHandlers,
  ...subscriptionHandlers,
};
