import type { Ports } from "../../../app/ports/index.ts";
import { type BeginPorts, beginCompany } from "../../../app/setup/begin.ts";
import { setupRoutes } from "../../../contracts/setup/routes.ts";
import { signedInAs } from "../core/auth.ts";
import { json } from "../core/reply.ts";
import { forAny, type ServingsOf } from "../core/serve.ts";

export type SetupApiPorts = BeginPorts & Pick<Ports, "clock" | "organisation">;

/** An installation's first minutes: nobody is known yet, so a one-time code stands for the right. */
export const setupHandlers = {
  setupState: forAny(
    setupRoutes.setupState,
    async () => undefined,
    async (ports: SetupApiPorts) => json(200, { needed: (await ports.organisation.company()) === undefined }),
  ),
  beginCompany: forAny(
    setupRoutes.beginCompany,
    (ports: SetupApiPorts, identity, http) => signedInAs(ports, identity, http),
    async (ports: SetupApiPorts, { body, asker }) => {
      const refused = await beginCompany(ports, asker, body);
      return refused ?? json(200, { personId: asker, projectId: body.project.id });
    },
  ),
} satisfies ServingsOf<typeof setupRoutes, SetupApiPorts>;
