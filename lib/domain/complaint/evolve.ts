import { dueAt, isUnanswered, nextRungAt } from "../clocks/clock.ts";
import { type Alarm, movedTo } from "../document/timer.ts";
import { defined } from "../present.ts";
import { earlier, type Instant } from "../time/instant.ts";
import type { Circumstances, FactOf, FactType } from "./commands/definition.ts";
import { folds } from "./commands/index.ts";
import { type Complaint, timedClocks } from "./document.ts";
import type { Historical, StoredEvent } from "./events.ts";

/** The document after one more event. Pure and total: every due instant it needs is in the event. */
export function evolve(complaint: Complaint | undefined, event: StoredEvent): Complaint {
  const before = complaint ?? blank(event);
  const changed = folded(before, event.fact.type, event.fact, event);
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
  const { group } = complaint;
  const rung = nextRungAt(timedClocks(complaint), group?.since);
  const day = group?.keepsDays === true ? lastDay(complaint) : undefined;
  return movedTo(
    complaint.alarm,
    rung === undefined || day === undefined ? (rung ?? day) : earlier(rung, day),
  );
}

/** D11: when the last daily report begun is due: then the next one begins. */
function lastDay(complaint: Complaint): Instant | undefined {
  return timedClocks(complaint)
    .filter((clock) => clock.name === "dailyReport" && isUnanswered(clock))
    .map(dueAt)
    .toSorted()
    .at(-1);
}

function folded<T extends FactType>(
  complaint: Complaint,
  type: T,
  fact: FactOf<T>,
  circumstances: Circumstances,
): Complaint {
  return folds[type](complaint, fact, circumstances);
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
    ...defined({ classCode: registration.classCode, level: registration.level }),
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
    ...(registration.historical === undefined ? {} : longOver(registration.historical)),
  };
}

/** A complaint from an old ledger is closed from the beginning; like any other it can be taken up again (返单). */
function longOver({ completedAt, dueAt, validity, grade, left }: Historical): Partial<Complaint> {
  const said = defined({ taskDueAt: dueAt, validity, firstGrade: grade });
  return left === undefined
    ? { status: "closed", resolvedAt: completedAt, closedAt: completedAt, ...said }
    : { status: left, endedAt: completedAt, ending: left, ...said };
}
