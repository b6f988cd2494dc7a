import type { IntakePorts } from "../../../app/intake/intake.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { boxRoundRoutes } from "../../../contracts/box-rounds/routes.ts";
import { reaches } from "../../../domain/organisation/organisation.ts";
import { registerRound } from "../channels/box-round.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type BoxRoundsApiPorts = IntakePorts & Pick<Ports, "boxes">;

export const boxRoundHandlers = {
  /** D2: the paper box. Whoever opened it stands in the round; the desk is the source. */
  openBoxAtDesk: forStaff(
    boxRoundRoutes.openBoxAtDesk,
    async (ports: BoxRoundsApiPorts, { body, person, http }) => {
      const project = await ports.organisation.project(body.projectId);
      if (project === undefined || !reaches(person, project)) {
        return problem("unknown-project", { path: "projectId" });
      }
      const by = { kind: "person", id: person.id } as const;
      const result = await registerRound(ports, { system: "desk", by }, body, http);
      return isProblem(result) ? result : json(200, result);
    },
  ),
} satisfies ServingsOf<typeof boxRoundRoutes, BoxRoundsApiPorts>;
