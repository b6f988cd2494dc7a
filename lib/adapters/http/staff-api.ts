import type { Identity } from "../identity/oidc.ts";
import { type BoxRoundsApiPorts, boxRoundHandlers } from "./box-rounds/handlers.ts";
import { type ChannelKeysApiPorts, channelKeyHandlers } from "./channel-keys/handlers.ts";
import { type ComplaintsApiPorts, complaintHandlers } from "./complaints/handlers.ts";
import { api, type Log } from "./core/router.ts";
import { type CorrectiveApiPorts, correctiveHandlers } from "./corrective/handlers.ts";
import { type DoctorApiPorts, doctorHandlers } from "./doctor/handlers.ts";
import { type EventsApiPorts, eventHandlers } from "./events/handlers.ts";
import { type GroupApiPorts, groupHandlers } from "./groups/handlers.ts";
import { type HeldApiPorts, heldHandlers } from "./held/handlers.ts";
import { type OrganisationApiPorts, organisationHandlers } from "./organisation/handlers.ts";
import { type PeopleApiPorts, peopleHandlers } from "./people/handlers.ts";
import { type PersonDataApiPorts, personDataHandlers } from "./person-data/handlers.ts";
import { type QuarantineApiPorts, quarantineHandlers } from "./quarantine/handlers.ts";
import { type RulesApiPorts, ruleHandlers } from "./rules/handlers.ts";
import { type ServicesApiPorts, serviceHandlers } from "./services/handlers.ts";
import { type SetupApiPorts, setupHandlers } from "./setup/handlers.ts";
import { type UploadsApiPorts, uploadHandlers } from "./uploads/handlers.ts";
import { type WebhooksApiPorts, webhookHandlers } from "./webhooks/handlers.ts";

export type StaffApiPorts = ComplaintsApiPorts &
  BoxRoundsApiPorts &
  HeldApiPorts &
  GroupApiPorts &
  CorrectiveApiPorts &
  EventsApiPorts &
  RulesApiPorts &
  ChannelKeysApiPorts &
  UploadsApiPorts &
  OrganisationApiPorts &
  PeopleApiPorts &
  PersonDataApiPorts &
  QuarantineApiPorts &
  WebhooksApiPorts &
  ServicesApiPorts &
  DoctorApiPorts &
  SetupApiPorts;

/** What staff do: register at the desk, see work lists and complaints, give commands, keep the organisation. */
export function staffApi(
  ports: () => Promise<StaffApiPorts>,
  identity: Identity,
  log?: Log,
  edgeKey?: string,
) {
  return api<StaffApiPorts>({
    name: "staff-api",
    ports,
    identity,
    servings: [
      uploadHandlers,
      complaintHandlers,
      boxRoundHandlers,
      heldHandlers,
      groupHandlers,
      correctiveHandlers,
      eventHandlers,
      organisationHandlers,
      peopleHandlers,
      channelKeyHandlers,
      quarantineHandlers,
      webhookHandlers,
      serviceHandlers,
      doctorHandlers,
      setupHandlers,
      personDataHandlers,
      ruleHandlers,
    ],
    log,
    edgeKey,
  });
}
