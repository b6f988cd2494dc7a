import type { Timing } from "../clocks/start.ts";
import type { ClockName } from "../policy/policy.ts";
import type { Level, Registration } from "./events.ts";
import { isGrave } from "./levels.ts";

/** What about a complaint moves its deadlines. */
export interface TimedComplaint {
  readonly registration: Registration;
  readonly level?: Level | undefined;
}

/**
 * How the complaint moves the deadlines of one of its clocks: safety and 紧急 shorten them (D6), A and B are reported up
 * at once (D11), the time the customer asked for shortens the first reply, an external ticket's time the result too.
 */
export function timingFor(name: ClockName, { registration, level }: TimedComplaint): Timing {
  const urgent = registration.safety || registration.urgency === "urgent";
  const grave = isGrave(level);
  return {
    urgent,
    grave,
    quietExempt: urgent || grave || registration.channel === "press" || registration.external !== undefined,
    notAfter: promises(name, registration),
  };
}

function promises(name: ClockName, { requestedReplyAt, external }: Registration): Timing["notAfter"] {
  const outside = external === undefined ? [] : [{ at: external.dueAt, clause: "external" }];
  switch (name) {
    case "firstReply":
      return requestedReplyAt === undefined ? outside : [{ at: requestedReplyAt, clause: "D11" }, ...outside];
    case "result":
      return outside;
    default:
      return [];
  }
}
