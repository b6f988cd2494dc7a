import { nextRungAt } from "../clocks/clock.ts";
import type { StoredEvent } from "../complaint/events.ts";
import { type Alarm, movedTo } from "../document/timer.ts";
import { earlier, plusSeconds } from "../time/instant.ts";
import type { GroupFactOf, GroupFactType } from "./commands/definition.ts";
import { groupFolds } from "./commands/index.ts";
import type { GroupFact } from "./events.ts";
import { type Group, standsFirm } from "./group.ts";

type GroupEvent = StoredEvent<GroupFact>;

/** A command that nobody has finished after so many seconds is carried on by the timer. */
export const RESUME_AFTER_SECONDS = 120;

/** The group after one more event. Pure and total: every instant it needs is in the event. */
export function evolveGroup(group: Group | undefined, event: GroupEvent): Group {
  const before = group ?? blank(event);
  const changed = folded(before, event.fact.type, event.fact, event);
  const after: Group = {
    ...changed,
    version: changed.version + (isDecision(event) ? 1 : 0),
    lastEventAt: event.recordedAt,
    events: [...before.events, event],
  };
  return { ...after, alarm: nextTimer(after) };
}

function folded<T extends GroupFactType>(
  group: Group,
  type: T,
  fact: GroupFactOf<T>,
  event: GroupEvent,
): Group {
  return groupFolds[type](group, fact, event);
}

const decisions: readonly GroupFactType[] = ["confirmed", "dissolved", "commandGiven"];

function isDecision({ fact, by }: GroupEvent): boolean {
  return fact.type === "proposed" || (by.kind === "person" && decisions.includes(fact.type));
}

function nextTimer(group: Group): Alarm {
  const wanted = [
    group.status === "proposed" ? group.confirmAt : undefined,
    standsFirm(group) ? nextRungAt(group.clocks) : undefined,
    group.running === undefined ? undefined : plusSeconds(group.running.since, RESUME_AFTER_SECONDS),
  ].filter((at) => at !== undefined);
  return movedTo(group.alarm, wanted.length === 0 ? undefined : wanted.reduce(earlier));
}

function blank({ fact, recordedAt, occurredAt }: GroupEvent): Group {
  if (fact.type !== "proposed") throw new TypeError(`history begins with ${fact.type}`);
  const { id, projectId, timeZone, code, ordinal, level, evidence, confirmAt, members, barred } = fact;
  return {
    schema: 1,
    identity: { id, projectId, timeZone, code, ordinal },
    status: "proposed",
    version: 0,
    level,
    evidence,
    proposedAt: occurredAt,
    confirmAt,
    members: members.map((member) => ({ ...member, joined: false })),
    barred,
    leaving: [],
    clocks: [],
    alarm: { epoch: 0 },
    lastEventAt: recordedAt,
    events: [],
    personal: {},
    revision: 0,
    writtenAt: recordedAt,
    armed: { epoch: 0 },
    outbox: [],
  };
}
