import type { Identity } from "../identity/oidc.ts";
import { type BoxRoundsApiPorts, boxRoundHandlers } from "./box-rounds/handlers.ts";
import type { ChannelKeysApiPorts } from "./channel-keys/handlers.ts";
import { type ComplaintsApiPorts, complaintHandlers } from "./complaints/handlers.ts";
import { api, type Log } from "./core/router.ts";
import { type CorrectiveApiPorts, correctiveHandlers } from "./corrective/handlers.ts";
import type { DoctorApiPorts } from "./doctor/handlers.ts";
import { type EventsApiPorts, eventHandlers } from "./events/handlers.ts";
import { type GroupApiPorts, groupHandlers } from "./groups/handlers.ts";
import { type HeldApiPorts, heldHandlers } from "./held/handlers.ts";
import type { OrganisationApiPorts } from "./organisation/handlers.ts";
import type { PeopleApiPorts } from "./people/handlers.ts";
import type { PersonDataApiPorts } from "./person-data/handlers.ts";
import type { QuarantineApiPorts } from "./quarantine/handlers.ts";
import type { RulesApiPorts } from "./rules/handlers.ts";
import type { ServicesApiPorts } from "./services/handlers.ts";
import type { SetupApiPorts } from "./setup/handlers.ts";
import { type UploadsApiPorts, uploadHandlers } from "./uploads/handlers.ts";
import type { WebhooksApiPorts } from "./webhooks/handlers.ts";

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
    // What the inbox, a complaint's page and a group's ask for.
    servings: [
      uploadHandlers,
      complaintHandlers,
      boxRoundHandlers,
      heldHandlers,
      groupHandlers,
      correctiveHandlers,
      eventHandlers,
    ],
    later,
    log,
    edgeKey,
  });
}

const administration = async () => (await import("./administration.ts")).administrationHandlers;

/** What few people come for, and seldom. One module: each that is loaded by itself costs every start files of its own. */
const later = {
  projects: administration,
  departments: administration,
  contractors: administration,
  people: administration,
  "channel-keys": administration,
  quarantine: administration,
  "sender-rules": administration,
  webhooks: administration,
  services: administration,
  "service-tests": administration,
  doctor: administration,
  setup: administration,
  "person-data": administration,
  policies: administration,
  calendar: administration,
};
