import { acceptQuarantined, listQuarantined } from "../../../app/mail/quarantine.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { Quarantined } from "../../../app/ports/mail.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { countWaiting } from "../../../app/quarantine/waiting.ts";
import { quarantineRoutes } from "../../../contracts/quarantine/routes.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type QuarantineApiPorts = Pick<Ports, "clock" | "organisation" | "quarantine" | "mailInQueue">;

const defaultLimit = 50;

/** Mails that could not become a complaint by themselves. */
export const quarantineHandlers = {
  listQuarantine: forStaff(
    quarantineRoutes.listQuarantine,
    async (ports: QuarantineApiPorts, { query, person }) => {
      const page = await listQuarantined(ports, person, { limit: defaultLimit, ...query });
      return json(200, {
        ...page,
        items: page.items.map(mailView),
      });
    },
  ),

  countQuarantine: forStaff(quarantineRoutes.countQuarantine, async (ports: QuarantineApiPorts, { person }) =>
    json(200, await countWaiting(ports, person)),
  ),

  acceptQuarantined: forStaff(
    quarantineRoutes.acceptQuarantined,
    async (ports: QuarantineApiPorts, { params, body, person }) => {
      const accepted = await acceptQuarantined(ports, person, params.id, body.projectId);
      return isProblem(accepted) ? accepted : json(202, mailView(accepted));
    },
  ),
} satisfies ServingsOf<typeof quarantineRoutes, QuarantineApiPorts>;

function mailView({ projectIds, ...mail }: Quarantined) {
  return { ...mail, ...(projectIds === undefined ? {} : { projectIds: [...projectIds] }) };
}
