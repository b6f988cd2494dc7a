import { type Clock, clockId } from "../clocks/clock.ts";
import type { Sizing } from "../document/archive.ts";
import { inOrderOfStart } from "../document/clock-order.ts";
import type { Complaint } from "./document.ts";
import { type StoredEvent, whereabouts } from "./events.ts";
import { plannedNodes } from "./rules/plans.ts";
import { redactedEvent } from "./whereabouts.ts";

/** Clocks of earlier cycles that no later decision looks at; others are counted or found by what they are for. */
const ofTheirCycle: readonly Clock["name"][] = [
  "record",
  "accept",
  "firstReply",
  "department",
  "result",
  "followUp",
  "external",
];

/** A complaint keeps what is registered, what is owed and its newest events; the rest of its history lies beside it. */
export const complaintSizing: Sizing<Complaint, StoredEvent> = {
  place: ({ registration }) => `complaint/${registration.id}`,
  entries: ({ events }) => events,
  // What is owed, and all after it, so that a history leaves without gaps.
  leaves: ({ seq }, { outbox }) => seq < Math.min(...outbox),
  stays: (ref, { latest = {} }) => {
    const [seq = "", field = ""] = ref.split(/\.(.*)/);
    return seq === "1" || latest[field] === Number(seq);
  },
  idle,
  redacted: (event, parts) =>
    redactedEvent(
      event,
      whereabouts.filter((part) => parts.includes(part)),
    ),
  reduced: (complaint, events, without) => ({
    ...complaint,
    events,
    clocks: complaint.clocks.filter((clock) => !without.includes(clock)),
  }),
  joined: (complaint, events, clocks) => ({
    ...complaint,
    events,
    clocks: inOrderOfStart([...clocks, ...complaint.clocks], events),
  }),
};

/** Stopped clocks of earlier cycles, all daily reports but the last, and what a plan or a review asked for and is done. */
function idle(complaint: Complaint): readonly Clock[] {
  const { clocks, cycle } = complaint;
  const lastDaily = clocks.findLast(({ name }) => name === "dailyReport");
  const lastId = lastDaily === undefined ? undefined : clockId(lastDaily);
  return clocks.filter((clock) => {
    if (clock.stoppedAt === undefined) return false;
    if (clock.name === "dailyReport") return clockId(clock) !== lastId;
    if (clock.name === "corrective") return isVerified(complaint, clock);
    if (clock.name === "node") return isOfFormerPlan(complaint, clock);
    return clock.cycle < cycle && ofTheirCycle.includes(clock.name);
  });
}

/** D15: what was verified is nobody's any more; the action itself says when. */
function isVerified({ actions = [] }: Complaint, { key }: Clock): boolean {
  return actions.some(({ id, verifiedAt }) => id === key && verifiedAt !== undefined);
}

/** A time node (D2) of a plan that another has replaced. The last one stays: new nodes are numbered from it. */
function isOfFormerPlan(complaint: Complaint, clock: Clock): boolean {
  const last = complaint.clocks.findLast(({ name }) => name === "node");
  return clock !== last && !plannedNodes(complaint).some(({ id }) => id === clock.key);
}
