import { RESUME_AFTER_SECONDS } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { stillEarly } from "../documents/early.ts";
import { countRungs } from "../escalation/count-rungs.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";
import { isProblem } from "../problems/problem.ts";
import { carryThrough } from "./carry-through.ts";
import { allMembers, changeGroup, type GroupPorts } from "./change.ts";

type FirePorts = GroupPorts & Pick<Ports, "alarmQueue" | "telemetry">;

/**
 * A group's timer has come: a proposal stands by itself, a command that nobody finished is carried on, rungs are
 * decided. The document says what is due, so an early, late or repeated timer does no harm.
 */
export async function fireGroup(ports: FirePorts, message: AlarmMessage): Promise<void> {
  const group = await ports.groups.load(message.id);
  if (group === undefined) throw new Error(`alarm for unknown group ${message.id}`);
  if (await stillEarly(ports, group.alarm, message)) return;
  const now = toInstant(ports.clock.now());
  const { running } = group;
  const orphaned = running !== undefined && plusSeconds(running.since, RESUME_AFTER_SECONDS) <= now;
  await checkOnMembers(ports, orphaned ? await carryThrough(ports, group) : group);
}

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
