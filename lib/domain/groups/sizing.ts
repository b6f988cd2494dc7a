import type { StoredEvent } from "../complaint/events.ts";
import type { Sizing } from "../document/archive.ts";
import { inOrderOfStart } from "../document/clock-order.ts";
import type { GroupFact } from "./events.ts";
import type { Group } from "./group.ts";
import { redactedGroupEvent } from "./redaction.ts";

/** A group keeps what it is doing now and its newest events; the rest of its history lies beside it. */
export const groupSizing: Sizing<Group, StoredEvent<GroupFact>> = {
  place: ({ identity }) => `group/${identity.id}`,
  entries: ({ events }) => events,
  // Each member that joins writes the group: less of its history is worth carrying along.
  keeps: { from: 16 * 1024, to: 4 * 1024 },
  // What is owed, and all after it, so that a history leaves without gaps.
  leaves: ({ seq }, { outbox }) => seq < Math.min(...outbox),
  stays: (ref, { running }) => running !== undefined && ref.startsWith(`${running.seq}.`),
  // The last clock of a name counts the next one.
  idle: ({ clocks }) =>
    clocks.filter(
      (clock) =>
        clock.stoppedAt !== undefined &&
        // What the group has said for its members it does not say again.
        clock.rungs.every(({ decidedAt }) => decidedAt === undefined) &&
        clock !== clocks.findLast(({ name }) => name === clock.name),
    ),
  redacted: redactedGroupEvent,
  reduced: (group, events, without) => ({
    ...group,
    events,
    clocks: group.clocks.filter((clock) => !without.includes(clock)),
  }),
  joined: (group, events, clocks) => ({
    ...group,
    events,
    clocks: inOrderOfStart([...clocks, ...group.clocks], events),
  }),
};
