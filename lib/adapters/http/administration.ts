import { channelKeyHandlers } from "./channel-keys/handlers.ts";
import { doctorHandlers } from "./doctor/handlers.ts";
import { organisationHandlers } from "./organisation/handlers.ts";
import { peopleHandlers } from "./people/handlers.ts";
import { personDataHandlers } from "./person-data/handlers.ts";
import { quarantineHandlers } from "./quarantine/handlers.ts";
import { ruleHandlers } from "./rules/handlers.ts";
import { serviceHandlers } from "./services/handlers.ts";
import { setupHandlers } from "./setup/handlers.ts";
import { webhookHandlers } from "./webhooks/handlers.ts";

/** Who keeps the company, its rules and what stands beside it. */
export const administrationHandlers = {
  ...channelKeyHandlers,
  ...doctorHandlers,
  ...organisationHandlers,
  ...peopleHandlers,
  ...personDataHandlers,
  ...quarantineHandlers,
  ...ruleHandlers,
  ...serviceHandlers,
  ...setupHandlers,
  ...webhookHandlers,
};
