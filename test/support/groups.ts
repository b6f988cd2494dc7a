import { type GivenGroupCommand, giveGroupCommand } from "../../lib/app/groups/command.ts";
import type { PlainGroupCommand } from "../../lib/app/ports/plain-group-command.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import type { Group } from "../../lib/domain/groups/group.ts";
import { people } from "./organisation.ts";
import type { World } from "./world.ts";

/** The part of a world that these helpers need. */
type Desk = Pick<World, "receive" | "drain" | "groups" | "ports">;

let calls = 0;

/** A complaint about the lift of a building from one of its rooms. */
export function fromRoom(
  w: Desk,
  room: string,
  more: Parameters<World["receive"]>[0] = {},
): Promise<Complaint> {
  calls += 1;
  return w.receive({
    sourceId: `group-call-${calls}`,
    body: `body-${calls}`,
    classCode: "1.7.2",
    matter: `电梯停运 ${calls}`,
    complainant: { name: "示例业主", phone: `1380000${String(calls).padStart(4, "0")}` },
    location: { building: "3", unit: "1", room },
    ...more,
  });
}

export const fiveRooms = ["101", "102", "103", "104", "105"] as const;

/** Five households of one building, looked at by the desk's machinery. */
export async function crowd(w: Desk, rooms: readonly string[] = fiveRooms): Promise<string[]> {
  const ids: string[] = [];
  for (const room of rooms) ids.push((await fromRoom(w, room)).registration.id);
  await w.drain();
  return ids;
}

/** The only group of the world; throws when there is none or more. */
export function onlyGroup(w: Desk): Group {
  const [group, ...others] = [...w.groups.items.values()];
  if (group === undefined || others.length > 0)
    throw new Error(`${others.length + (group === undefined ? 0 : 1)} groups`);
  return group;
}

let keys = 0;

export function groupCommand(
  group: Group,
  command: PlainGroupCommand,
  more: Partial<GivenGroupCommand> = {},
): GivenGroupCommand {
  keys += 1;
  return {
    groupId: group.identity.id,
    command,
    version: group.version,
    idempotencyKey: `group-key-${keys}`,
    person: people.supervisor,
    ...more,
  };
}

/** Gives a command to the only group on the version that stands; throws when refused. */
export async function giveGroup(w: Desk, command: PlainGroupCommand, more: Partial<GivenGroupCommand> = {}) {
  const result = await giveGroupCommand(w.ports, groupCommand(onlyGroup(w), command, more));
  if ("problem" in result) throw new Error(`refused: ${result.problem}`);
  return result;
}

/** A confirmed group whose members know it. */
export async function confirmedCrowd(w: Desk, rooms?: readonly string[]): Promise<string[]> {
  const ids = await crowd(w, rooms);
  await giveGroup(w, { type: "confirm" });
  await w.drain();
  return ids;
}

export const replyAll = { type: "reply", via: "phone", text: "电梯今晚修复" } as const;
export const assignAll = { type: "assign", departmentId: "engineering", handlerId: "handler-1" } as const;
export const resolveAll = { type: "resolve", via: "phone", text: "电梯已修复" } as const;
