import { projectsIn } from "../../../domain/organisation/tree.ts";
import {
  type Days,
  periodsEnded,
  type Rhythm,
  type Subscription,
  subscriptionId,
} from "../../../domain/subscriptions/subscription.ts";
import { type Instant, localDate, toInstant } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";
import type { ReportRun } from "../../ports/report-run.ts";
import type { BuildRequest } from "../run/start.ts";

type TakenPorts = Pick<Ports, "clock" | "organisation" | "subscriptions">;

/**
 * The runs that subscriptions ask for on this day: one for each day or week that has ended, over every project that
 * somebody takes files of. They are named by their period: asked for twice they are the same.
 */
export async function deliveriesDue(ports: TakenPorts, timeZone: string): Promise<readonly BuildRequest[]> {
  const all = await ports.organisation.projects();
  const everybody = await ports.subscriptions.list();
  const date = localDate(toInstant(ports.clock.now()), timeZone);
  const before = (at: Instant, { to }: Days) => localDate(at, timeZone) <= to;
  return (["day", "week"] as const).flatMap((every) =>
    periodsEnded(every, date).flatMap((days): BuildRequest[] => {
      // What was subscribed to after a period had ended begins with the next one.
      const taken = everybody.filter(({ changed }) => before(changed.at, days)).flatMap(inRhythm(every));
      const projectIds = new Set(
        taken.flatMap(({ level, scope }) => projectsIn(all, level, scope).map(({ id }) => id)),
      );
      if (projectIds.size === 0) return [];
      const { from, to } = days;
      return [
        {
          month: to.slice(0, 7),
          from,
          to,
          delivery: every,
          projectIds: [...projectIds].sort(),
          by: "schedule",
          key: `${every}-${from}`,
        },
      ];
    }),
  );
}

function inRhythm(rhythm: Rhythm) {
  return ({ items }: { readonly items: readonly Subscription[] }) =>
    items.filter(({ every }) => every === rhythm);
}

/** One message for each part of the tree that somebody takes in this rhythm. */
export async function sendDeliveries(
  ports: TakenPorts & Pick<Ports, "reportQueue">,
  run: ReportRun,
): Promise<void> {
  const taken = (await ports.subscriptions.list()).flatMap(inRhythm(run.delivery ?? "month"));
  const each = new Map(taken.map((one) => [subscriptionId(one), one] as const));
  for (const subscription of each.values())
    await ports.reportQueue.send({ kind: "delivery", runId: run.id, subscription });
}
