import { withDecision } from "../clocks/audience.ts";
import { pausedClock, replannedClock } from "../clocks/changes.ts";
import { type Clock, type ClockKey, dueAt, isSameClock, nextRungAt } from "../clocks/clock.ts";
import type { Actor } from "../document/event.ts";
import { without } from "../document/personal.ts";
import { type Alarm, movedTo } from "../document/timer.ts";
import { wholeOf } from "../policy/rung-id.ts";
import type { Instant } from "../time/instant.ts";
import { type Complaint, timedClocks } from "./document.ts";
import type { Fact, StoredEvent } from "./events.ts";
import { evolveHandling } from "./evolve-handling.ts";
import { levelFits } from "./levels.ts";

/** The document after one more event. Pure and total: every due instant it needs is in the event. */
export function evolve(complaint: Complaint | undefined, event: StoredEvent): Complaint {
  const before = complaint ?? blank(event);
  const changed = withLatest(applyFact(before, event.fact, event.by, event.occurredAt), event);
  const after: Complaint = {
    ...changed,
    version: changed.version + (isDecision(event) ? 1 : 0),
    lastEventAt: event.recordedAt,
    events: [...before.events, event],
  };
  return { ...after, alarm: nextTimer(after) };
}

/** Events that go with a decision (clocks, rungs, files) do not raise the version that people lock on. */
function isDecision(event: StoredEvent): boolean {
  const { type } = event.fact;
  const derived =
    type === "clockStarted" ||
    type === "clockStopped" ||
    type === "clockRetimed" ||
    type === "attachmentsStored";
  return event.fact.type === "registered" || (event.by.kind === "person" && !derived);
}

function nextTimer(complaint: Complaint): Alarm {
  const at = nextRungAt(timedClocks(complaint), complaint.group?.since);
  return movedTo(complaint.alarm, at);
}

function applyFact(complaint: Complaint, fact: Fact, by: Actor, occurredAt: Instant): Complaint {
  switch (fact.type) {
    case "registered":
      return complaint;
    case "clockStarted": {
      const { type: _, ...clock } = fact;
      const clocks = [...complaint.clocks, clock];
      if (fact.name !== "result" || complaint.taskDueAt !== undefined) return { ...complaint, clocks };
      return { ...complaint, clocks, taskDueAt: dueAt(clock) };
    }
    case "clockStopped":
      return withClock(complaint, fact, (clock) => ({ ...clock, stoppedAt: fact.at }));
    case "clockPaused":
      return withClock(complaint, fact, (clock) => pausedClock(clock, fact));
    case "clockResumed":
    case "clockExtended":
    case "clockRetimed":
      return withTaskDue(
        withClock(complaint, fact, (clock) => replannedClock(clock, fact, occurredAt)),
        fact,
      );
    case "rungDecided":
      return withClock(complaint, fact, (clock) => ({
        ...clock,
        rungs: withDecision(clock.rungs, fact, occurredAt),
      }));
    case "rungAcknowledged":
      return withAcknowledged(complaint, fact, occurredAt);
    case "hinted": {
      const { type: _, recipients: __, ...hint } = fact;
      return { ...complaint, hint };
    }
    case "replied":
      return complaint.repliedAt === undefined ? { ...complaint, repliedAt: occurredAt } : complaint;
    case "registrationCompleted":
    case "corrected":
      return { ...complaint, registration: { ...complaint.registration, ...fact.changes } };
    case "converted":
      return converted(complaint, fact);
    case "assigned":
    case "transferred": {
      const { handlerId: _, ...rest } = complaint;
      const handler = fact.handlerId === undefined ? {} : { handlerId: fact.handlerId };
      const assignments = (complaint.assignments ?? 0) + 1;
      return { ...rest, ...handler, status: "handling", departmentId: fact.departmentId, assignments };
    }
    case "classified":
      return classified(complaint, fact);
    case "judged": {
      const { type: _, ...judgement } = fact;
      return { ...complaint, ...judgement };
    }
    case "invalidExplained":
      return { ...complaint, status: "resolved", invalidExplainedAt: occurredAt, resolvedAt: occurredAt };
    case "resolved":
      return { ...complaint, status: "resolved", resolvedAt: occurredAt, resolvedBy: by };
    case "followUpAttempted":
      return followedUp(complaint, fact, occurredAt);
    case "closed": {
      const resolvedAt = complaint.resolvedAt ?? occurredAt;
      return { ...complaint, status: "closed", resolvedAt, closedAt: occurredAt, ending: fact.ending };
    }
    case "reopened": {
      const {
        resolvedAt: _,
        resolvedBy: __,
        closedAt: ___,
        ending: ____,
        signedOffAt: _____,
        opinion: ______,
        effectCheckedAt: _______,
        ...rest
      } = complaint;
      return { ...rest, status: "handling", cycle: complaint.cycle + 1, attempts: [] };
    }
    case "withdrawn":
      return { ...complaint, status: "withdrawn", endedAt: occurredAt, ending: "withdrawn" };
    case "referred":
      return { ...complaint, status: "referred", endedAt: occurredAt, ending: "referred" };
    case "stepRecorded":
    case "planWritten":
    case "planApproved":
    case "planAgreed":
    case "progressed":
    case "dailyReported":
    case "signedOff":
    case "opinionRecorded":
    case "effectChecked":
    case "reviewed":
    case "handedOver":
    case "recurrenceFound":
    case "actionEvidenced":
    case "actionVerified":
      return evolveHandling(complaint, fact, by, occurredAt);
    case "urged":
      return { ...complaint, urges: complaint.urges + 1 };
    case "joinedGroup":
      return {
        ...complaint,
        group: { id: fact.groupId, level: fact.level, since: occurredAt },
      };
    case "leftGroup": {
      const { group: _, ...rest } = complaint;
      return rest;
    }
    case "repeatLinked": {
      const { type: _, ...repeat } = fact;
      return { ...complaint, repeat };
    }
    case "erased":
      return { ...complaint, personal: without(complaint.personal, fact.refs) };
    case "accepted":
    case "noted":
    case "messageReceived":
    case "attachmentsStored":
      return complaint;
  }
}

/** Values that a completion or correction tells anew are read from there. */
function withLatest(complaint: Complaint, { fact, seq, digests = {} }: StoredEvent): Complaint {
  if (fact.type !== "registrationCompleted" && fact.type !== "corrected") return complaint;
  const told = Object.keys(digests).filter((field) => field !== "reason");
  const latest = { ...complaint.latest, ...Object.fromEntries(told.map((field) => [field, seq])) };
  return { ...complaint, latest };
}

/** 转为投诉: both numbers stay; a level that contradicts the new kind no longer holds (D11). */
function converted(complaint: Complaint, fact: Extract<Fact, { type: "converted" }>): Complaint {
  const registration = { ...complaint.registration, recordKind: fact.recordKind };
  const after = { ...complaint, registration, convertedNumber: fact.number };
  if (complaint.level === undefined || levelFits(fact.recordKind, complaint.level)) return after;
  const { level: _, ...rest } = after;
  return rest;
}

function classified(complaint: Complaint, fact: Extract<Fact, { type: "classified" }>): Complaint {
  const { type: _, urgency, safety, ...rest } = fact;
  const { registration } = complaint;
  return {
    ...complaint,
    ...rest,
    registration: {
      ...registration,
      urgency: urgency ?? registration.urgency,
      safety: safety ?? registration.safety,
    },
  };
}

function followedUp(
  complaint: Complaint,
  fact: Extract<Fact, { type: "followUpAttempted" }>,
  at: string,
): Complaint {
  const attempt = {
    at,
    outcome: fact.outcome,
    ...(fact.grade === undefined ? {} : { grade: fact.grade }),
  };
  const attempts = [...complaint.attempts, attempt];
  const isFirst = fact.outcome === "reached" && complaint.firstGrade === undefined;
  return isFirst && fact.grade !== undefined
    ? { ...complaint, attempts, firstGrade: fact.grade }
    : { ...complaint, attempts };
}

/** The task is due when its first result clock is, as extended with approval (handbook 2); 返单 does not move it. */
function withTaskDue(complaint: Complaint, key: ClockKey): Complaint {
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, key));
  if (clock === undefined || clock.name !== "result" || clock.cycle !== 1) return complaint;
  return { ...complaint, taskDueAt: dueAt(clock) };
}

function withClock(complaint: Complaint, key: ClockKey, change: (clock: Clock) => Clock): Complaint {
  const clocks = complaint.clocks.map((clock) => (isSameClock(clock, key) ? change(clock) : clock));
  return { ...complaint, clocks };
}

/** Both halves of a rung that the quiet hours have split: who acknowledges one has seen what the other says. */
function withAcknowledged(
  complaint: Complaint,
  { rung: id, ...key }: ClockKey & { readonly rung: string },
  acknowledgedAt: Instant,
): Complaint {
  return withClock(complaint, key, (clock) => ({
    ...clock,
    rungs: clock.rungs.map((rung) => (wholeOf(rung.id) === wholeOf(id) ? { ...rung, acknowledgedAt } : rung)),
  }));
}

function blank(first: StoredEvent): Complaint {
  if (first.fact.type !== "registered") throw new TypeError(`history begins with ${first.fact.type}`);
  const { type: _, ...registration } = first.fact;
  return {
    schema: 1,
    registration,
    status: "registered",
    version: 0,
    cycle: 1,
    ...(registration.classCode === undefined ? {} : { classCode: registration.classCode }),
    ...(registration.level === undefined ? {} : { level: registration.level }),
    attempts: [],
    urges: 0,
    clocks: [],
    alarm: { epoch: 0 },
    lastEventAt: first.recordedAt,
    events: [],
    archive: [],
    personal: {},
    revision: 0,
    writtenAt: first.recordedAt,
    armed: { epoch: 0 },
    outbox: [],
  };
}
