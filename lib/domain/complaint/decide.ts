import { type ClockKey, isSameClock } from "../clocks/clock.ts";
import { startClock } from "../clocks/start.ts";
import type { ClockName } from "../policy/policy.ts";
import { type Instant, toInstant } from "../time/instant.ts";
import { decideClose, decideFollowUp } from "./closing.ts";
import type { Command, StaffCommandName } from "./commands.ts";
import type { Context, Decision } from "./decision.ts";
import { decideExtend, decidePause, decideResume, stopClock } from "./decisions/deadlines.ts";
import { decideLink } from "./decisions/links.ts";
import type { Complaint } from "./document.ts";
import type { Draft, Fact, Registration } from "./events.ts";
import type { Personal } from "./personal.ts";
import { refuse } from "./refusal.ts";
import { retimed } from "./retime.ts";
import { decideRungs } from "./rungs.ts";
import { timingFor } from "./timing.ts";
import { allowedCommands, transitions } from "./transitions.ts";

/** Decides a command on a complaint: the events that follow, or why not. Pure. */
export function decide(complaint: Complaint | undefined, command: Command, context: Context): Decision {
  if (command.type === "register") {
    if (complaint !== undefined) return refuse("already-registered");
    return register(command.registration, command.personal, context);
  }
  if (complaint === undefined) return refuse("unknown-complaint");
  if (command.type === "fire-rungs") return { drafts: decideRungs(complaint, context) };
  if (command.type === "retime") {
    return { drafts: retimed(complaint, complaint, context, toInstant(context.now), "rules") };
  }
  if (command.type === "join-group" || command.type === "leave-group" || command.type === "link-repeat") {
    return decideLink(complaint, command, toInstant(context.now));
  }
  if (!transitions[command.type].from.includes(complaint.status)) {
    return refuse("not-allowed-now", { allowed: allowedCommands(complaint.status) });
  }
  return decideStaffCommand(complaint, command, context);
}

type StaffCommand = Extract<Command, { type: StaffCommandName }>;

function decideStaffCommand(complaint: Complaint, command: StaffCommand, context: Context): Decision {
  const now = toInstant(context.now);
  switch (command.type) {
    case "reply":
      return told(complaint, command, { type: "replied", via: command.via }, ["firstReply"], context);
    case "resolve":
      return told(
        complaint,
        command,
        { type: "resolved", via: command.via },
        ["firstReply", "result"],
        context,
      );
    case "assign": {
      const { type: _, ...assignment } = command;
      return one({ type: "assigned", ...assignment }, now);
    }
    case "classify": {
      if (command.level !== undefined && !levelFits(complaint.registration, command.level)) {
        return refuse("level-contradicts-kind");
      }
      const { type: _, ...classification } = command;
      const as = { ...complaint, level: command.level ?? complaint.level };
      return {
        drafts: [
          { fact: { type: "classified", ...classification }, occurredAt: now },
          ...retimed(complaint, as, context, now, "complaint"),
        ],
      };
    }
    case "judge":
      return one({ type: "judged", validity: command.validity }, now, { reason: command.reason });
    case "follow-up":
      return decideFollowUp(complaint, command, context);
    case "close":
      return decideClose(complaint, command, context);
    case "reopen":
      return reopen(complaint, command.reason, context);
    case "withdraw":
      return one({ type: "withdrawn" }, now, { reason: command.reason });
    case "urge":
      return one({ type: "urged" }, now, command.text === undefined ? undefined : { text: command.text });
    case "note":
      return one({ type: "noted" }, now, { text: command.text });
    case "customer-message":
      return one(
        {
          type: "messageReceived",
          ...(command.messageId === undefined ? {} : { messageId: command.messageId }),
        },
        now,
        { text: command.text },
      );
    case "pause":
      return decidePause(complaint, command, context);
    case "resume":
      return decideResume(complaint, context);
    case "extend":
      return decideExtend(complaint, command, context);
    case "acknowledge": {
      const { clock: name, cycle, key } = command;
      const wanted: ClockKey = key === undefined ? { name, cycle } : { name, cycle, key };
      const clock = complaint.clocks.find((candidate) => isSameClock(candidate, wanted));
      const rung = clock?.rungs.find((r) => r.id === command.rung);
      if (rung?.decidedAt === undefined || rung.acknowledgedAt !== undefined)
        return refuse("nothing-to-acknowledge");
      return one({ type: "rungAcknowledged", ...wanted, rung: command.rung }, now);
    }
  }
}

/** D6/D12: registered at once; the clocks run from the moment it was received. */
function register(
  registration: Registration,
  personal: Readonly<Record<string, Personal>>,
  context: Context,
): Decision {
  if (registration.level !== undefined && !levelFits(registration, registration.level)) {
    return refuse("level-contradicts-kind");
  }
  const now = toInstant(context.now);
  const timed = { registration, level: registration.level };
  const start = (name: ClockName): Draft => ({
    fact: {
      type: "clockStarted",
      ...startClock(name, 1, registration.receivedAt, timingFor(name, timed), context),
    },
    occurredAt: now,
  });
  return {
    drafts: [
      { fact: { type: "registered", ...registration }, occurredAt: registration.receivedAt, personal },
      start("firstReply"),
      start("result"),
    ],
  };
}

/** A–C are complaints, D–E are opinions: level and kind must agree (D11). */
function levelFits(registration: Registration, level: NonNullable<Registration["level"]>): boolean {
  return level <= "C" === (registration.recordKind !== "opinion");
}

/** The customer was told something: the clocks that wait for it stop at that moment. */
function told(
  complaint: Complaint,
  command: { readonly text: Personal; readonly via: string; readonly occurredAt?: Instant },
  fact: Fact,
  clocks: readonly ClockName[],
  context: Context,
): Decision {
  const now = toInstant(context.now);
  const at = command.occurredAt ?? now;
  const stated = command.occurredAt !== undefined;
  if (stated && (at > now || at < earliest(complaint, fact))) return refuse("occurred-out-of-range");
  if (command.via === "email" && complaint.personal["1.email"] === undefined) return refuse("no-address");
  const stops = complaint.clocks
    .filter((clock) => clock.stoppedAt === undefined && clocks.includes(clock.name))
    .flatMap((clock) => stopClock(clock, complaint, at, context));
  return { drafts: [{ fact, occurredAt: at, personal: { text: command.text } }, ...stops] };
}

/** Nobody can be told before the complaint came, nor a reopened one's result before it was reopened (返单). */
function earliest(complaint: Complaint, fact: Fact): Instant {
  const current = complaint.clocks.find(
    (clock) => clock.name === "result" && clock.cycle === complaint.cycle,
  );
  const received = complaint.registration.receivedAt;
  return fact.type === "resolved" ? (current?.startedAt ?? received) : received;
}

/** 返单: a new cycle with its own result clock; the task keeps its first due instant. */
function reopen(complaint: Complaint, reason: Personal, context: Context): Decision {
  const now = toInstant(context.now);
  const clock = startClock("result", complaint.cycle + 1, now, timingFor("result", complaint), context);
  return {
    drafts: [
      { fact: { type: "reopened" }, occurredAt: now, personal: { reason } },
      { fact: { type: "clockStarted", ...clock }, occurredAt: now },
    ],
  };
}

function one(fact: Fact, at: Instant, personal?: Readonly<Record<string, Personal>>): Decision {
  return { drafts: [{ fact, occurredAt: at, ...(personal === undefined ? {} : { personal }) }] };
}
