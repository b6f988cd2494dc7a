import { RESUME_AFTER_SECONDS } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { groupNotices } from "../../domain/groups/reactions.ts";
import { departureOf } from "../../domain/notices/departure.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { groupTold } from "../../domain/webhooks/group-event.ts";
import { type DocumentKind, type Owed, type ProtocolPorts } from "../documents/kind.ts";
import { byFirstWayOfStaff, isGroupPressing, noticePolicyFor } from "../notices/ways.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { type PlanPorts, tellSystems } from "../webhooks/plan.ts";
import { carryThrough } from "./carry-through.ts";
import { allMembers, decided, type GroupPorts } from "./change.ts";
import { checkOnMembers } from "./check-members.ts";
import { tellMembers } from "./tell-members.ts";

type ReactingPorts = GroupPorts & ProtocolPorts & PlanPorts & Pick<Ports, "adapters">;

/** A group (D11): its events tell whom to write to; members that joined or left must know it too. */
export const groupKind: DocumentKind<Group, ReactingPorts> = {
  kind: "group",
  load: (ports, id) => ports.groups.load(id),
  replace: (ports) => (group, revision) => ports.groups.replace(group, revision),
  messages,
  follow,
  async fire(ports, group, early) {
    if (await early()) return;
    const now = toInstant(ports.clock.now());
    const { running } = group;
    const orphaned = running !== undefined && plusSeconds(running.since, RESUME_AFTER_SECONDS) <= now;
    await checkOnMembers(ports, orphaned ? await carryThrough(ports, group) : group);
  },
};

async function messages(ports: ReactingPorts, group: Group, numbers: readonly number[]): Promise<Owed[]> {
  const policy = await noticePolicyFor(ports, group.identity);
  const planned = group.events
    .filter(({ seq }) => numbers.includes(seq))
    .flatMap((event) => groupNotices(event, group).map((plan) => ({ plan, event })));
  const now = toInstant(ports.clock.now());
  return Promise.all(
    planned.map(async ({ plan, event: { commandId, fact } }): Promise<Owed> => {
      const presses = isGroupPressing(group, fact);
      const chosen = await byFirstWayOfStaff(ports, plan, presses, policy);
      const bundleSeconds = policy.bundleSeconds ?? 0;
      const leaving = { now, commandId, presses, bundleSeconds, spreadSeconds: 0 };
      return { plan: chosen, ...departureOf(chosen, leaving) };
    }),
  );
}

/** Tells systems outside what they want to know, and members that joined or left, and records who could. */
async function follow(ports: ReactingPorts, group: Group, numbers: readonly number[]): Promise<Group> {
  await tellSystems(ports, group.identity.projectId, () => groupTold(group, numbers));
  const told = await tellMembers(ports, group);
  const read = told.dropped.length > 0 ? allMembers(group) : told.joined;
  const members = await ports.complaints.loadMany(read, "now");
  const settled = await decided(
    ports,
    { ...group, outbox: [] },
    {
      command: { type: "settle", ...told },
      by: { kind: "timer" },
      commandId: `settle:${group.revision}`,
      request: "",
    },
    members,
  );
  if (isProblem(settled)) throw new Error(`group ${group.identity.id} could not settle: ${settled.problem}`);
  return settled.events.length === group.events.length ? group : settled;
}
