import { fireAlarm } from "./alarm.ts";
import { fireGroup } from "./groups/fire.ts";
import type { AlarmMessage, Ports } from "./ports.ts";

/** A timer has come: of a complaint, or of a group. */
export function ring(ports: Ports, message: AlarmMessage): Promise<void> {
  return message.kind === "group" ? fireGroup(ports, message) : fireAlarm(ports, message);
}
