import { type Clock, dueAt, type PauseReason, pausedSince } from "../clocks/clock.ts";
import { defined } from "../present.ts";
import { earlier, type Instant } from "../time/instant.ts";
import { type Complaint, isOpen } from "./document.ts";
import type { StoredEvent } from "./events.ts";
import { missingToClose } from "./rules/closing.ts";

/** What a desk wants to see of a complaint without opening it. */
export interface Glance {
  /** What is still to be done before it may be closed; nothing once it is over. */
  readonly missingToClose: readonly string[];
  /** The earliest limit of a running clock that has passed. */
  readonly overdueSince?: Instant;
  readonly paused?: { readonly since: Instant; readonly reason: PauseReason };
  /** The newest thing that happened, clocks aside. */
  readonly lastEvent?: StoredEvent;
  /** Messages and urges of the customer that came after our last act. */
  readonly unread: number;
}

const bookkeeping: readonly StoredEvent["fact"]["type"][] = ["clockStarted", "clockStopped", "clockRetimed"];

/** The complaint at a glance, at this moment. */
export function glanceAt(complaint: Complaint, now: Instant): Glance {
  const events = complaint.events.filter(({ fact }) => !bookkeeping.includes(fact.type));
  const running = isOpen(complaint)
    ? complaint.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)
    : [];
  const late = running
    .filter((clock) => pausedSince(clock) === undefined)
    .map(dueAt)
    .filter((due) => due < now);
  return {
    missingToClose: isOpen(complaint) ? missingToClose(complaint) : [],
    unread: unreadIn(events),
    ...defined({
      overdueSince: late.length === 0 ? undefined : late.reduce(earlier),
      paused: pauseOf(running),
      lastEvent: events.at(-1),
    }),
  };
}

function pauseOf(running: readonly Clock[]): Glance["paused"] {
  const pauses = running.flatMap(({ pauses = [] }) => pauses).filter(({ to }) => to === undefined);
  const [first] = pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return first === undefined ? undefined : { since: first.from, reason: first.reason };
}

/** Whoever writes a message down has not answered it by that. */
function unreadIn(events: readonly StoredEvent[]): number {
  const isFromCustomer = ({ fact }: StoredEvent) => fact.type === "messageReceived" || fact.type === "urged";
  const ours = events.findLastIndex((event) => event.by.kind === "person" && !isFromCustomer(event));
  return events.slice(ours + 1).filter(isFromCustomer).length;
}
