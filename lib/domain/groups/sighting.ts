import { type Complaint } from "../complaint/document.ts";
import { type Instant } from "../time/instant.ts";

/**
 * A complaint or opinion as the index of problem points (投诉点) knows it. Whether it is still open or in a group it does
 * not say, so what sightings allow is possible and the documents decide; what they do not allow needs no document.
 */
export interface Sighting {
  readonly complaintId: string;
  readonly receivedAt: Instant;
  /** The household, or the person where the room is unknown; absent where neither is known. */
  readonly party?: string;
  readonly building?: string;
  readonly headcount?: number;
}

export function sightingOf(complaint: Complaint): Sighting {
  const { id: complaintId, receivedAt, location, headcount } = complaint.registration;
  const party = partyOf(complaint);
  return {
    complaintId,
    receivedAt,
    ...(party === undefined ? {} : { party }),
    ...(location.building === undefined ? {} : { building: location.building }),
    ...(headcount === undefined ? {} : { headcount }),
  };
}

/** Who complains: the household, by person where the room is unknown (`default`). */
export function partyOf({ registration }: Complaint): string | undefined {
  const { householdKey, contactKey } = registration;
  if (householdKey !== undefined) return `household:${householdKey}`;
  return contactKey === undefined ? undefined : `person:${contactKey}`;
}
