import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";
import { protocols } from "./kinds.ts";

/** A document's timer has come. */
export function ring(ports: Ports, message: AlarmMessage): Promise<void> {
  return protocols[message.kind].fire(ports, message);
}
