import {
  type Clock,
  type ClockKey,
  dueAt,
  extendableClocks,
  isSameClock,
  keyOf,
  pausableClocks,
  pausedSince,
} from "../../clocks/clock.ts";
import { replan } from "../../clocks/replan.ts";
import type { Rules } from "../../clocks/start.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { Draft } from "../events.ts";
import { refuse } from "../refusal.ts";
import { timingFor } from "../timing.ts";

/**
 * 待业主约时, 待地产维保, 待维修资金, 第三方: the clocks of the work stand still. Only the project manager may do it, so
 * the command is the approval; record, firstReply and external run on.
 */
export function decidePause(
  complaint: Complaint,
  command: Extract<Command, { type: "pause" }>,
  { now, by }: Context,
): Decision {
  const at = toInstant(now);
  const running = complaint.clocks.filter(
    (clock) =>
      clock.stoppedAt === undefined &&
      pausedSince(clock) === undefined &&
      clock.cycle === complaint.cycle &&
      pausableClocks.includes(clock.name),
  );
  if (running.length === 0 || by.kind !== "person") return refuse("nothing-to-pause");
  const drafts = running.map(
    (clock): Draft => ({
      fact: { type: "clockPaused", ...keyOf(clock), at, reason: command.reason, approvedBy: by.id },
      occurredAt: at,
    }),
  );
  const text = command.text;
  return { drafts: text === undefined ? drafts : drafts.map((draft) => ({ ...draft, personal: { text } })) };
}

/** The work goes on: every clock that stood still gets back the time it waited. */
export function decideResume(complaint: Complaint, { now, ...rules }: Context): Decision {
  const at = toInstant(now);
  const paused = complaint.clocks.filter(
    (clock) => clock.stoppedAt === undefined && pausedSince(clock) !== undefined,
  );
  if (paused.length === 0) return refuse("nothing-to-resume");
  return { drafts: paused.map((clock) => resumed(clock, complaint, rules, at)) };
}

function resumed(clock: Clock, complaint: Complaint, rules: Rules, at: Instant): Draft {
  const pauses = (clock.pauses ?? []).map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause));
  const plan = replan({ ...clock, pauses }, timingFor(clock.name, complaint), rules, at);
  return { fact: { type: "clockResumed", ...keyOf(clock), at, ...plan }, occurredAt: at };
}

/** A later due instant, approved by the manager or project manager who gives the command. */
export function decideExtend(
  complaint: Complaint,
  command: Extract<Command, { type: "extend" }>,
  { now, by, ...rules }: Context,
): Decision {
  const at = toInstant(now);
  const { clock: name, key } = command;
  const cycle = command.cycle ?? complaint.cycle;
  const wanted: ClockKey = key === undefined ? { name, cycle } : { name, cycle, key };
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, wanted));
  if (clock === undefined || clock.stoppedAt !== undefined || by.kind !== "person") {
    return refuse("nothing-to-extend");
  }
  if (!extendableClocks.includes(name)) return refuse("not-extendable");
  if (command.dueAt <= dueAt(clock) || command.dueAt <= at) return refuse("extension-not-later");
  const extension = { at, dueAt: command.dueAt, approvedBy: by.id };
  const plan = replan({ ...clock, extensions: [extension] }, timingFor(name, complaint), rules, at);
  // Another's ticket stands above our extension.
  if (dueAt({ name, ...plan }) < command.dueAt) return refuse("beyond-external-time");
  return {
    drafts: [
      {
        fact: {
          type: "clockExtended",
          ...keyOf(clock),
          dueAt: command.dueAt,
          approvedBy: by.id,
          ...plan,
        },
        occurredAt: at,
        personal: { reason: command.reason },
      },
    ],
  };
}

/**
 * Stops a clock at the moment what it waited for happened, never before its start. One that stands still goes on first,
 * so that the wait counts for it.
 */
export function stopClock(clock: Clock, complaint: Complaint, at: Instant, context: Rules): Draft[] {
  const paused = pausedSince(clock);
  const stop: Draft = {
    fact: { type: "clockStopped", ...keyOf(clock), at: at < clock.startedAt ? clock.startedAt : at },
    occurredAt: at,
  };
  return paused === undefined || at <= paused ? [stop] : [resumed(clock, complaint, context, at), stop];
}
