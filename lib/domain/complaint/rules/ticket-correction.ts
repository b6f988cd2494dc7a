import { type Clock, keyOf } from "../../clocks/clock.ts";
import { isOtherPlan, replan } from "../../clocks/replan.ts";
import { toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { FactDraft, RegistrationChanges } from "../events.ts";
import type { TicketState } from "../tickets.ts";
import { isSigning, ticketClocks } from "./ticket-clocks.ts";
import { timingFor } from "./timing.ts";

/** The ticket's state after its first instant was corrected; an extension or a returned ticket has set another since. */
export function correctedState(
  { registration, ticket }: Complaint,
  { external }: RegistrationChanges,
): TicketState | undefined {
  if (external === undefined || ticket === undefined) return ticket;
  return ticket.returns === 0 && ticket.dueAt === registration.external?.dueAt
    ? { ...ticket, dueAt: external.dueAt }
    : ticket;
}

/**
 * A ticket was entered with a wrong instant: the clocks that began with it, for its reply and its signature, run by the
 * right one, stopped ones too, so that nobody is late for a slip of the pen.
 */
export function correctedTicket(before: Complaint, after: Complaint, context: Context): FactDraft[] {
  const { external, receivedAt } = after.registration;
  const was = before.registration.external;
  if (external === undefined || was === undefined) return [];
  if (external.dueAt === was.dueAt && external.signBy === was.signBy) return [];
  const wanted = ticketClocks({ ...after, cycle: 1 }, external, receivedAt, context);
  const now = toInstant(context.now);
  return before.clocks.flatMap((clock): FactDraft[] => {
    const right = wanted.find((one) => isSigning(one) === isSigning(clock));
    const givenDueAt = right?.givenDueAt;
    if (!isOfFirst(clock) || clock.lapsed === true || right === undefined || givenDueAt === undefined)
      return [];
    if (givenDueAt === clock.givenDueAt) return [];
    const limits = right.limits;
    const plan = replan({ ...clock, limits, givenDueAt }, timingFor("external", after), context, now);
    if (!isOtherPlan(clock, plan)) return [];
    const fact = { type: "clockRetimed", ...keyOf(clock), cause: "complaint", ...plan, givenDueAt } as const;
    return [{ fact, occurredAt: now }];
  });
}

/** The complaint without the clocks that a corrected ticket times itself. */
export function withoutTicketClocks(complaint: Complaint): Complaint {
  return { ...complaint, clocks: complaint.clocks.filter((clock) => !isOfFirst(clock)) };
}

/** True for a clock that began with the ticket as it came in; a returned ticket's began with its own instant. */
function isOfFirst({ name, cycle }: Clock): boolean {
  return name === "external" && cycle === 1;
}
