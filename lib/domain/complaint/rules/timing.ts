import type { Timing } from "../../clocks/start.ts";
import type { ClockName } from "../../policy/policy.ts";
import type { Clause } from "../../regulations/clause.ts";
import type { Instant } from "../../time/instant.ts";
import type { GroupLevel, Level, Registration } from "../events.ts";
import { isGrave, levelInForce } from "./levels.ts";

/** What about a complaint moves its deadlines. */
export interface TimedComplaint {
  readonly registration: Registration;
  readonly level?: Level | undefined;
  readonly group?: { readonly level: GroupLevel } | undefined;
}

/**
 * How the complaint moves the deadlines of one of its clocks: safety and 紧急 shorten them (D6), A and B are reported up
 * at once (D11), the time the customer asked for shortens the first reply, an external ticket's time the result too.
 */
export function timingFor(name: ClockName, complaint: TimedComplaint): Timing {
  const { registration } = complaint;
  const urgent = registration.safety || registration.urgency === "urgent";
  const grave = isGrave(levelInForce(complaint));
  return {
    urgent,
    grave,
    quietExempt: urgent || grave || registration.channel === "press" || registration.external !== undefined,
    notAfter: promises(name, registration),
  };
}

function promises(name: ClockName, { requestedReplyAt, external }: Registration): Timing["notAfter"] {
  const outside = promise(external?.dueAt, "external");
  switch (name) {
    case "firstReply":
      return [...promise(requestedReplyAt, "D11"), ...outside];
    case "result":
      return outside;
    default:
      return [];
  }
}

function promise(at: Instant | undefined, clause: Clause): Timing["notAfter"] {
  return at === undefined ? [] : [{ at, clause }];
}
