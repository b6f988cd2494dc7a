import { isProblem } from "../../../app/problems/problem.ts";
import {
  type KeepPorts,
  type KeptSubscriptions,
  keep,
  keptBy,
  takers,
} from "../../../app/reports/deliver/keep.ts";
import { subscriptionRoutes } from "../../../contracts/subscriptions/routes.ts";
import { defined } from "../../../domain/present.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type SubscriptionsApiPorts = KeepPorts;

/** The files of a part of the tree by mail. */
export const subscriptionHandlers = {
  showSubscriptions: forStaff(
    subscriptionRoutes.showSubscriptions,
    async (ports: SubscriptionsApiPorts, { params, person }) => {
      const kept = await keptBy(ports, person, params.id);
      return isProblem(kept) ? kept : json(200, keptView(kept));
    },
  ),
  putSubscriptions: forStaff(
    subscriptionRoutes.putSubscriptions,
    async (ports: SubscriptionsApiPorts, { params, body, person }) => {
      const kept = await keep(ports, person, params.id, body);
      return isProblem(kept) ? kept : json(200, keptView(kept));
    },
  ),
  listSubscriptions: forStaff(subscriptionRoutes.listSubscriptions, async (ports: SubscriptionsApiPorts) =>
    json(200, { items: await takers(ports) }),
  ),
} satisfies ServingsOf<typeof subscriptionRoutes, SubscriptionsApiPorts>;

function keptView({ recent, ...kept }: KeptSubscriptions) {
  return {
    ...kept,
    recent: recent.map(
      ({ subscription, name, month, span, edition, recordedUntil, madeAt, missing, files }) => ({
        every: subscription.every,
        level: subscription.level,
        ...defined({ scope: subscription.scope, edition }),
        name,
        month,
        ...span,
        recordedUntil,
        madeAt,
        missing,
        files,
      }),
    ),
  };
}
