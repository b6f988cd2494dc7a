import { fireEvent } from "../emergencies/fire.ts";
import { fireAlarm } from "../escalation/fire.ts";
import { fireGroup } from "../groups/fire.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";
import { fireSubmission } from "../submissions/fire.ts";

/** A timer has come: of a complaint, a group, an emergency event or a submission. */
export function ring(ports: Ports, message: AlarmMessage): Promise<void> {
  switch (message.kind) {
    case "group":
      return fireGroup(ports, message);
    case "emergency":
      return fireEvent(ports, message);
    case "submission":
      return fireSubmission(ports, message);
    case undefined:
      return fireAlarm(ports, message);
  }
}
