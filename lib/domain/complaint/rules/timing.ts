import type { Timing } from "../../clocks/start.ts";
import type { ClockName } from "../../policy/policy.ts";
import type { Clause } from "../../regulations/clause.ts";
import type { Instant } from "../../time/instant.ts";
import type { GroupLevel, Level, Registration } from "../events.ts";
import type { TicketState } from "../tickets.ts";
import { isGrave, levelInForce } from "./levels.ts";

/** What about a complaint moves its deadlines. */
export interface TimedComplaint {
  readonly registration: Registration;
  readonly level?: Level | undefined;
  readonly group?: { readonly level: GroupLevel } | undefined;
  readonly ticket?: Pick<TicketState, "dueAt" | "returns"> | undefined;
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
    notAfter: promises(name, complaint),
  };
}

/** The result moves with the ticket's time; an extension that the platform grants puts no first reply off. */
function promises(name: ClockName, { registration, ticket }: TimedComplaint): Timing["notAfter"] {
  const { requestedReplyAt, external } = registration;
  const now = external === undefined ? undefined : (ticket?.dueAt ?? external.dueAt);
  switch (name) {
    case "firstReply": {
      const first = (ticket?.returns ?? 0) > 0 ? now : external?.dueAt;
      return [...promise(requestedReplyAt, "D11"), ...promise(first, "external")];
    }
    case "result":
      return promise(now, "external");
    default:
      return [];
  }
}

function promise(at: Instant | undefined, clause: Clause): Timing["notAfter"] {
  return at === undefined ? [] : [{ at, clause }];
}
