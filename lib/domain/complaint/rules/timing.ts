import { type Clock, dueAt } from "../../clocks/clock.ts";
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
  readonly clocks?: readonly Clock[];
}

/**
 * How the complaint moves the deadlines of one of its clocks: safety and 紧急 shorten them (D6), A and B are reported up
 * at once (D11), the time the customer asked for shortens the first reply, an external ticket's time the result too. `cycle` is
 * that of a clock which has begun; absent: it begins now.
 */
export function timingFor(name: ClockName, complaint: TimedComplaint, cycle?: number): Timing {
  const { registration } = complaint;
  const urgent = registration.safety || registration.urgency === "urgent";
  const grave = isGrave(levelInForce(complaint));
  return {
    urgent,
    grave,
    quietExempt: urgent || grave || registration.channel === "press" || registration.external !== undefined,
    notAfter: promises(name, complaint, cycle),
  };
}

/** The result moves with the ticket's time; an extension that the platform grants puts no first reply off. */
function promises(name: ClockName, complaint: TimedComplaint, cycle: number | undefined): Timing["notAfter"] {
  const { requestedReplyAt, external } = complaint.registration;
  if (name === "result") return promise(ticketTime(complaint, cycle), "external");
  if (name !== "firstReply") return [];
  const isReturned = (complaint.ticket?.returns ?? 0) > 0 && !isOfEarlierTicket(complaint, cycle);
  const first = isReturned ? complaint.ticket?.dueAt : external?.dueAt;
  return [...promise(requestedReplyAt, "D11"), ...promise(first, "external")];
}

/** What the ticket is to be done by; for a clock from before its platform handed it back, what it was to be done by then. */
function ticketTime(complaint: TimedComplaint, cycle: number | undefined): Instant | undefined {
  const { registration, ticket, clocks = [] } = complaint;
  const { external } = registration;
  if (external === undefined) return undefined;
  if (cycle === undefined || !isOfEarlierTicket(complaint, cycle)) return ticket?.dueAt ?? external.dueAt;
  const then = clocks.findLast((one) => isAnswer(one) && one.cycle <= cycle);
  return then === undefined ? external.dueAt : dueAt(then);
}

/** True for the clock of a cycle after which the platform has set another time (退回重办). */
function isOfEarlierTicket({ clocks = [] }: TimedComplaint, cycle: number | undefined): boolean {
  return cycle !== undefined && clocks.some((one) => isAnswer(one) && one.cycle > cycle);
}

/** The clock of the reply document, which begins with each time that the platform sets. */
function isAnswer({ name, key }: Clock): boolean {
  return name === "external" && key === undefined;
}

function promise(at: Instant | undefined, clause: Clause): Timing["notAfter"] {
  return at === undefined ? [] : [{ at, clause }];
}
