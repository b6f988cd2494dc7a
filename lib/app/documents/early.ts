import type { Alarm } from "../../domain/document/timer.ts";
import { secondsBetween, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";

/** The longest delay a queue message can have, in seconds. */
const MAX_DELAY = 900;

/** True if nothing is due yet. A timer of the current epoch that comes early is sent round once more. */
export async function stillEarly(
  ports: Pick<Ports, "clock" | "alarmQueue">,
  { at, epoch }: Alarm,
  message: AlarmMessage,
): Promise<boolean> {
  const now = toInstant(ports.clock.now());
  if (at === undefined) return true;
  if (at <= now) return false;
  if (message.epoch === epoch) {
    await ports.alarmQueue.send(message, { delaySeconds: Math.min(MAX_DELAY, secondsBetween(now, at) + 1) });
  }
  return true;
}
