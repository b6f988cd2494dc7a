import { startClock } from "../../clocks/start.ts";
import type { ClockName } from "../../policy/policy.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import { type Complaint, hasContact, registeredValue } from "../document.ts";
import type { Fact } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { timingFor } from "../timing.ts";
import { draft, started, stopped } from "./drafts.ts";

type Telling = Extract<Command, { type: "reply" | "resolve" }>;

/** D6: the customer is told the next steps; a posted notice (公示回复) is for those who left no contact. */
export function reply(complaint: Complaint, command: Telling, context: Context): Decision {
  const at = toldAt(complaint, command, complaint.registration.receivedAt, context);
  if (typeof at !== "string") return at;
  const fact: Fact = { type: "replied", via: command.via };
  return {
    drafts: [draft(fact, at, { text: command.text }), ...stopped(complaint, ["firstReply"], at, context)],
  };
}

/** Clocks that end with the result. */
const endedByResult: readonly ClockName[] = [
  "firstReply",
  "result",
  "accept",
  "department",
  "plan",
  "node",
  "dailyReport",
];

/** D6, D12: the customer is told the result; from then on the follow-up (回访) is due, if there is somebody to ask. */
export function resolve(complaint: Complaint, command: Telling, context: Context): Decision {
  const current = complaint.clocks.find(({ name, cycle }) => name === "result" && cycle === complaint.cycle);
  const since = current?.startedAt ?? complaint.registration.receivedAt;
  const at = toldAt(complaint, command, since, context);
  if (typeof at !== "string") return at;
  const fact: Fact = { type: "resolved", via: command.via };
  const clock = startClock("followUp", complaint.cycle, at, timingFor("followUp", complaint), context);
  return {
    drafts: [
      draft(fact, at, { text: command.text }),
      ...stopped(complaint, endedByResult, at, context),
      ...(hasContact(complaint) ? [started(clock, toInstant(context.now))] : []),
    ],
  };
}

/** When it was told: never in the future, nor before there was something to tell. */
function toldAt(complaint: Complaint, command: Telling, since: Instant, context: Context): Instant | Refusal {
  const now = toInstant(context.now);
  const { occurredAt, via } = command;
  if (occurredAt !== undefined && (occurredAt > now || occurredAt < since))
    return refuse("occurred-out-of-range");
  // A group is answered by one notice for all (公示).
  if (via === "posted" && hasContact(complaint) && complaint.group === undefined)
    return refuse("contact-known");
  if (via === "email" && registeredValue(complaint, "email") === undefined) return refuse("no-address");
  return occurredAt ?? now;
}
