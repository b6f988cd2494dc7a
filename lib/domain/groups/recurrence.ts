import type { Complaint } from "../complaint/document.ts";
import { recurrence } from "../complaint/rules/recurrence.ts";
import { buildingOf } from "../organisation/identity/household-key.ts";
import { plusSeconds } from "../time/instant.ts";
import { groupingCode } from "./candidate.ts";
import { comesBefore } from "./order.ts";
import { normalSighting, type Sighting } from "./sighting.ts";

const DAY = 86_400;

/** The complaints of the same building that may make this one a recurrence; fewer or more than those of a third time cannot. */
export function mayRecur(complaint: Complaint, sightings: readonly Sighting[]): readonly string[] {
  const earlier = earlierIn(complaint, sightings);
  return earlier.length + 1 === recurrence.times ? earlier.map(({ complaintId }) => complaintId) : [];
}

/** True if it carries an action already, or these alone say that it has come too often to open one: further ones change nothing. */
export function isBeyond(complaint: Complaint, sightings: readonly Sighting[]): boolean {
  return hasAction(complaint) || earlierIn(complaint, sightings).length >= recurrence.times;
}

function earlierIn(complaint: Complaint, sightings: readonly Sighting[]): readonly Sighting[] {
  const self = complaint.registration;
  const own = buildingOf(self);
  const since = plusSeconds(self.receivedAt, -recurrence.days * DAY);
  return sightings
    .map(normalSighting)
    .filter(
      ({ building, complaintId: id, receivedAt }) =>
        building !== undefined &&
        building === own &&
        receivedAt >= since &&
        comesBefore({ id, receivedAt }, self),
    );
}

/**
 * The complaints that make this one a recurrence: the same problem point in the same building for the third time in 30
 * days (D15: a corrective action is due). Undefined for any other, and where an earlier one of them carries the action.
 */
export function findRecurrence(
  complaint: Complaint,
  others: readonly Complaint[],
): readonly string[] | undefined {
  const code = groupingCode(complaint);
  const building = buildingOf(complaint.registration);
  if (code === undefined || building === undefined || hasAction(complaint)) return undefined;
  const { id, projectId, receivedAt } = complaint.registration;
  const since = plusSeconds(receivedAt, -recurrence.days * DAY);
  const same = others.filter(
    (other) =>
      other.registration.id !== id &&
      other.registration.projectId === projectId &&
      buildingOf(other.registration) === building &&
      groupingCode(other) === code &&
      other.registration.receivedAt >= since &&
      comesBefore(other.registration, complaint.registration),
  );
  // Exactly the third in order: of several that arrive at once only one opens the action.
  if (same.length + 1 !== recurrence.times || same.some(hasAction)) return undefined;
  return same.map(({ registration }) => registration.id).sort();
}

function hasAction({ events }: Complaint): boolean {
  return events.some(({ fact }) => fact.type === "recurrenceFound");
}
