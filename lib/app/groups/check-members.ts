import type { Group } from "../../domain/groups/group.ts";
import { countRungs } from "../escalation/count-rungs.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { allMembers, changeGroup, type GroupPorts } from "./change.ts";

/** Makes the group follow its members: clocks, rungs, and its end when every one of them is over. */
export async function checkOnMembers(
  ports: GroupPorts & Pick<Ports, "telemetry">,
  group: Group,
): Promise<void> {
  const commandId = `alarm:${group.alarm.epoch}:${ports.crypto.randomId()}`;
  const result = await changeGroup(ports, group, {
    command: { type: "fire" },
    by: { kind: "timer" },
    commandId,
    request: "",
    read: allMembers,
  });
  if (isProblem(result)) throw new Error(`alarm of group ${group.identity.id}: ${result.problem}`);
  if (result.written) countRungs(ports, result.group, commandId);
}
