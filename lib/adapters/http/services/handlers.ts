import type { Ports } from "../../../app/ports/index.ts";
import type { ServiceTest } from "../../../app/ports/services.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { putService, removeService, serviceStates } from "../../../app/services/keep.ts";
import { triedService, tryService } from "../../../app/services/try.ts";
import { serviceRoutes } from "../../../contracts/services/routes.ts";
import { defined } from "../../../domain/present.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { readService } from "./service-body.ts";

export type ServicesApiPorts = Pick<
  Ports,
  "adapters" | "clock" | "crypto" | "errandQueue" | "organisation" | "services" | "serviceTests"
>;

export const serviceHandlers = {
  listServices: forStaff(serviceRoutes.listServices, async (ports: ServicesApiPorts) => standing(ports)),

  putService: forStaff(
    serviceRoutes.putService,
    async (ports: ServicesApiPorts, { params, person, http }) => {
      await putService(ports, person, readService(params.service, http.json()));
      return standing(ports);
    },
  ),

  removeService: forStaff(serviceRoutes.removeService, async (ports: ServicesApiPorts, { params }) => {
    return (await removeService(ports, params.service)) ?? standing(ports);
  }),

  tryService: forStaff(serviceRoutes.tryService, async (ports: ServicesApiPorts, { params, key, person }) => {
    const test = await tryService(ports, person, params.way, key);
    return isProblem(test) ? test : json(202, view(test));
  }),

  showServiceTest: forStaff(
    serviceRoutes.showServiceTest,
    async (ports: ServicesApiPorts, { params, person }) => {
      const test = await triedService(ports, person, params.id);
      return isProblem(test) ? test : json(200, view(test));
    },
  ),
} satisfies ServingsOf<typeof serviceRoutes, ServicesApiPorts>;

async function standing(ports: ServicesApiPorts) {
  return json(200, { items: await serviceStates(ports) });
}

function view({ id, way, askedAt, state, reason }: ServiceTest) {
  return { id, way, askedAt, state, ...defined({ reason }) };
}
