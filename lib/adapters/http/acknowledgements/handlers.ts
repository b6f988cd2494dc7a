import { acknowledgementRoutes } from "../../../contracts/acknowledgements/routes.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import { type AcknowledgementPorts, acknowledge, showAcknowledgement } from "./acknowledge-page.ts";

export const acknowledgementHandlers = {
  showAcknowledgement: forEverybody(acknowledgementRoutes.showAcknowledgement, showAcknowledgement),
  acknowledge: forEverybody(acknowledgementRoutes.acknowledge, acknowledge),
} satisfies ServingsOf<typeof acknowledgementRoutes, AcknowledgementPorts>;
