import { acceptQuarantined } from "../../../app/mail/quarantine.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { quarantineRoutes } from "../../../contracts/quarantine/routes.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type QuarantineApiPorts = Pick<Ports, "clock" | "organisation" | "quarantine" | "mailInQueue">;

const defaultLimit = 50;

/** Mails that could not become a complaint by themselves. */
export const quarantineHandlers = {
  listQuarantine: forStaff(quarantineRoutes.listQuarantine, async (ports: QuarantineApiPorts, { query }) =>
    json(200, await ports.quarantine.list({ limit: defaultLimit, ...query })),
  ),

  acceptQuarantined: forStaff(
    quarantineRoutes.acceptQuarantined,
    async (ports: QuarantineApiPorts, { params, body, person }) => {
      const accepted = await acceptQuarantined(ports, person, params.id, body.projectId);
      return isProblem(accepted) ? accepted : json(202, accepted);
    },
  ),
} satisfies ServingsOf<typeof quarantineRoutes, QuarantineApiPorts>;
