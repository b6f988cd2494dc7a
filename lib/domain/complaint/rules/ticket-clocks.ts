import { addWorkingTime } from "../../calendar/index.ts";
import { type Clock, type ClockStart, dueAt } from "../../clocks/clock.ts";
import { type Rules, startClock } from "../../clocks/start.ts";
import { ticketPolicyOf } from "../../policy/ticket-policy.ts";
import { fromInstant, type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { FactDraft } from "../events.ts";
import { lapsed, stopped } from "./drafts.ts";
import { type TimedComplaint, timingFor } from "./timing.ts";

/** The key of the clock that waits for a ticket's signature (签收) or return (退单); the reply document's has none. */
export const SIGNING = "sign";

/** What a ticket is due by. */
interface Instructed {
  readonly dueAt: Instant;
  readonly signBy?: Instant | undefined;
}

/** 转办时限 and 签收时限 of a ticket that reached us at an instant; without a limit of its own the policy's (`default`). */
export function ticketClocks(
  complaint: TimedComplaint & Pick<Complaint, "cycle">,
  { dueAt: answerBy, signBy }: Instructed,
  at: Instant,
  rules: Rules,
): readonly ClockStart[] {
  const timing = timingFor("external", complaint);
  const begun = (given: Instant, key?: string) =>
    startClock("external", complaint.cycle, at, timing, rules, { dueAt: given, key });
  if (signBy !== undefined) return [begun(answerBy), begun(signBy, SIGNING)];
  const { signWorkingMinutes } = ticketPolicyOf(rules.policy);
  const usual = toInstant(addWorkingTime(rules.calendar, fromInstant(at), signWorkingMinutes * 60));
  // What must be answered sooner is signed for sooner.
  const signing = begun(answerBy > at && answerBy < usual ? answerBy : usual, SIGNING);
  const limits = signing.limits.map((limit) => ({ ...limit, clause: "default" as const }));
  return [begun(answerBy), { ...signing, limits }];
}

/** True for the clock of the signature, false for that of the reply document. */
export function isSigning({ key }: Pick<Clock, "key">): boolean {
  return key === SIGNING;
}

/** The reply document's clock, running or not: the one that the platform set last, for 返单 is ours and begins no other. */
export function answerClock({ clocks }: Pick<Complaint, "clocks">): Clock | undefined {
  return clocks.findLast((clock) => clock.name === "external" && !isSigning(clock));
}

/** Until when the ticket may be returned (退单); undefined for tickets from before that was watched. */
export function returnableUntil({ clocks }: Pick<Complaint, "clocks">): Instant | undefined {
  const clock = clocks.findLast((one) => one.name === "external" && isSigning(one));
  return clock === undefined ? undefined : dueAt(clock);
}

/** The signature's clock stops, or those of the ticket altogether. */
export function ticketStops(
  complaint: Complaint,
  which: "signing" | "all",
  at: Instant,
  context: Context,
): FactDraft[] {
  const clocks = which === "all" ? complaint.clocks : complaint.clocks.filter(isSigning);
  return stopped({ ...complaint, clocks }, ["external"], at, context);
}

/** Nobody waits for the ticket's answer any more. */
export function ticketLapses(complaint: Complaint, at: Instant, context: Context): FactDraft[] {
  return lapsed(complaint, ["external"], at, context);
}
