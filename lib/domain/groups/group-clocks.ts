import { type Clock, type ClockStart, dueAt, isUnanswered, keyOf } from "../clocks/clock.ts";
import { type Rules, startClock } from "../clocks/start.ts";
import type { Draft, GroupLevel } from "../complaint/events.ts";
import { type ClockName, clockNames } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { GroupFact } from "./events.ts";
import type { Group } from "./group.ts";
import type { Awaited, Waiting } from "./waiting.ts";

/**
 * Makes the group's clocks those that its members wait for: started from the earliest member, stopped when nobody
 * waits any more, begun anew when somebody joins to whom an earlier time was promised or other rules are in force. Rungs already past were the
 * members' own and are not repeated.
 */
export function adjustClocks(
  group: Pick<Group, "clocks" | "level">,
  waiting: Waiting,
  rules: Rules,
  now: Instant,
): Draft<GroupFact>[] {
  return clockNames.flatMap((name) => {
    const running = group.clocks.find((clock) => clock.name === name && isUnanswered(clock));
    const awaited = waiting[name];
    if (running === undefined && awaited === undefined) return [];
    if (running !== undefined && awaited !== undefined && holds(running, awaited, rules)) return [];
    const cycle = (group.clocks.findLast((clock) => clock.name === name)?.cycle ?? 0) + 1;
    return [
      ...(running === undefined ? [] : [draft({ type: "clockStopped", ...keyOf(running), at: now }, now)]),
      ...(awaited === undefined
        ? []
        : [draft({ type: "clockStarted", ...clockFor(name, cycle, awaited, group.level, rules, now) }, now)]),
    ];
  });
}

/** Nothing was promised for earlier, and the rules it was computed with are still in force. */
function holds(running: Clock, awaited: Awaited, { policy, calendarVersion }: Rules): boolean {
  return (
    awaited.dueAt >= dueAt(running) &&
    running.policyVersion === policy.version &&
    running.calendarVersion === calendarVersion
  );
}

function clockFor(
  name: ClockName,
  cycle: number,
  { since, dueAt: latest, clause, urgent }: Awaited,
  level: GroupLevel,
  rules: Rules,
  now: Instant,
): ClockStart {
  const grave = level === "B";
  const timing = { urgent, grave, quietExempt: urgent || grave, notAfter: [] };
  const own = startClock(name, cycle, since, timing, rules, given(rules, name, latest));
  const promised = { ...timing, notAfter: [{ at: latest, clause }] };
  const clock =
    dueAt(own) > latest ? startClock(name, cycle, since, promised, rules, given(rules, name, latest)) : own;
  return { ...clock, rungs: clock.rungs.filter((rung) => rung.at > now) };
}

/** Clocks whose limit somebody set for a member have that instant here too. */
function given({ policy }: Rules, name: ClockName, latest: Instant): { readonly dueAt?: Instant } {
  return policy.clocks[name].limits.some(({ limit }) => limit.kind === "given") ? { dueAt: latest } : {};
}

function draft(fact: GroupFact, occurredAt: Instant): Draft<GroupFact> {
  return { fact, occurredAt };
}
