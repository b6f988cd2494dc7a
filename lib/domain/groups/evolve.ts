import { withDecision } from "../clocks/audience.ts";
import { type Clock, type ClockKey, isSameClock, nextRungAt } from "../clocks/clock.ts";
import type { StoredEvent } from "../complaint/events.ts";
import { type Alarm, movedTo } from "../document/timer.ts";
import { defined } from "../present.ts";
import { earlier, type Instant, plusSeconds } from "../time/instant.ts";
import type { GroupFact } from "./events.ts";
import { type Group, type Member, standsFirm } from "./group.ts";

type GroupEvent = StoredEvent<GroupFact>;

/** A command that nobody has finished after so many seconds is carried on by the timer. */
export const RESUME_AFTER_SECONDS = 120;

/** The group after one more event. Pure and total: every instant it needs is in the event. */
export function evolveGroup(group: Group | undefined, event: GroupEvent): Group {
  const before = group ?? blank(event);
  const changed = applyFact(before, event);
  const after: Group = {
    ...changed,
    version: changed.version + (isDecision(event) ? 1 : 0),
    lastEventAt: event.recordedAt,
    events: [...before.events, event],
  };
  return { ...after, alarm: nextTimer(after) };
}

const decisions: readonly GroupFact["type"][] = ["confirmed", "dissolved", "commandGiven"];

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

function applyFact(group: Group, event: GroupEvent): Group {
  const { fact, occurredAt } = event;
  switch (fact.type) {
    case "proposed":
      return group;
    case "evidenced": {
      const { evidence, level, confirmAt } = fact;
      return { ...group, evidence, level, ...defined({ confirmAt }) };
    }
    case "membersAdded": {
      const { sample: _, ...rest } = group;
      const members = [
        ...group.members,
        ...fact.members.map((member) => ({ ...member, joined: fact.joined })),
      ];
      const ids = new Set(fact.members.map(({ complaintId }) => complaintId));
      const barred = group.barred.filter((id) => !ids.has(id));
      const status = group.status === "resolved" ? "confirmed" : group.status;
      return { ...rest, members, barred, status };
    }
    case "memberLeft": {
      const { complaintId } = fact;
      const barred = fact.barred ? [...group.barred, complaintId] : group.barred;
      return { ...without(group, [complaintId]), barred, leaving: [...group.leaving, complaintId] };
    }
    case "membersSettled":
      return {
        ...without(group, fact.dropped),
        members: withoutMembers(group.members, fact.dropped).map((member) =>
          fact.joined.includes(member.complaintId) ? { ...member, joined: true } : member,
        ),
        leaving: [],
      };
    case "confirmed":
      return { ...group, status: "confirmed" };
    case "commandGiven":
      return commandGiven(group, event, fact);
    case "commandCarriedOut": {
      const { running: _, ...rest } = group;
      return rest;
    }
    case "handedOver":
      return handedOver(group, fact.fromPersonId, fact.toPersonId);
    case "resolved":
      return { ...group, status: "resolved", sample: fact.sample };
    case "closed":
      return { ...group, status: "closed", endedAt: occurredAt };
    case "dissolved":
      return dissolved(group, fact.because, occurredAt);
    case "clockStarted": {
      const { type: _, ...clock } = fact;
      return { ...group, clocks: [...group.clocks, clock] };
    }
    case "clockStopped":
      return withClock(group, fact, (clock) => ({ ...clock, stoppedAt: fact.at }));
    case "rungDecided":
      return withClock(group, fact, (clock) => ({
        ...clock,
        rungs: withDecision(clock.rungs, fact, occurredAt),
      }));
  }
}

function commandGiven(
  group: Group,
  { commandId, by, seq, occurredAt }: GroupEvent,
  { action, only }: Extract<GroupFact, { type: "commandGiven" }>,
): Group {
  const all = group.members.map(({ complaintId }) => complaintId);
  const complaintIds = only ?? (action.type === "follow-up" ? (group.sample ?? all) : all);
  const assigned =
    action.type === "assign"
      ? {
          departmentId: action.departmentId,
          ...defined({ handlerId: action.handlerId }),
        }
      : {};
  return {
    ...(action.type === "assign" ? withoutHandler(group) : group),
    ...assigned,
    running: { commandId, action, by, since: occurredAt, seq, complaintIds },
  };
}

/** An assignment still on its way through the members takes the successor along. */
function handedOver(group: Group, from: string, to: string): Group {
  const { handlerId, running } = group;
  const action = running?.action;
  return {
    ...group,
    ...(handlerId === from ? { handlerId: to } : {}),
    ...(running !== undefined && action?.type === "assign" && action.handlerId === from
      ? { running: { ...running, action: { ...action, handlerId: to } } }
      : {}),
  };
}

function withoutHandler(group: Group): Group {
  const { handlerId: _, ...rest } = group;
  return rest;
}

/** Everybody leaves; what people dissolved is not proposed again with the same members. */
function dissolved(group: Group, because: "person" | "too-few", at: Instant): Group {
  const { running: _, ...rest } = group;
  const ids = group.members.map(({ complaintId }) => complaintId);
  return {
    ...rest,
    status: "dissolved",
    endedAt: at,
    leaving: [...group.leaving, ...ids],
    barred: because === "person" ? [...group.barred, ...ids] : group.barred,
  };
}

function without(group: Group, ids: readonly string[]): Group {
  const members = withoutMembers(group.members, ids);
  return group.sample === undefined
    ? { ...group, members }
    : { ...group, members, sample: group.sample.filter((id) => !ids.includes(id)) };
}

function withoutMembers(members: readonly Member[], ids: readonly string[]): readonly Member[] {
  return members.filter(({ complaintId }) => !ids.includes(complaintId));
}

function withClock(group: Group, key: ClockKey, change: (clock: Clock) => Clock): Group {
  return {
    ...group,
    clocks: group.clocks.map((clock) => (isSameClock(clock, key) ? change(clock) : clock)),
  };
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
