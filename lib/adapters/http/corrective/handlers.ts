import { type CorrectivePorts, listCorrective } from "../../../app/corrective/list.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { correctiveRoutes } from "../../../contracts/corrective/routes.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type CorrectiveApiPorts = CorrectivePorts;

/** 整改 over projects (D15). */
export const correctiveHandlers = {
  listCorrectiveActions: forStaff(
    correctiveRoutes.listCorrectiveActions,
    async (ports: CorrectiveApiPorts, { query, person }) => {
      const page = await listCorrective(ports, person, query);
      return isProblem(page) ? page : json(200, page);
    },
  ),
} satisfies ServingsOf<typeof correctiveRoutes, CorrectiveApiPorts>;
