import { type Complaint } from "../complaint/document.ts";
import {
  addressOfKey,
  buildingOf,
  householdKey,
  householdOf,
} from "../organisation/identity/household-key.ts";
import { defined } from "../present.ts";
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

const HOUSEHOLD = "household:";

/** A sighting as it was kept, its household and building in normal form: before there was one they were kept as written. */
export function normalSighting<T extends Sighting>(sighting: T): T {
  const { party, building } = sighting;
  return {
    ...sighting,
    ...(party === undefined ? {} : { party: normalParty(party) }),
    ...(building === undefined ? {} : { building: normalBuilding(building) }),
  };
}

function normalParty(party: string): string {
  if (!party.startsWith(HOUSEHOLD)) return party;
  const key = party.slice(HOUSEHOLD.length);
  return `${HOUSEHOLD}${householdKey(addressOfKey(key)) ?? key}`;
}

/** `8`, or `8/2` with its area. */
function normalBuilding(kept: string): string {
  const [building = "", area = "", ...more] = kept.split("/");
  const found = buildingOf({ location: { building, area } });
  return more.length === 0 && found === kept ? kept : (buildingOf({ location: { building: kept } }) ?? kept);
}

export function sightingOf(complaint: Complaint): Sighting {
  const { id: complaintId, receivedAt, headcount } = complaint.registration;
  const party = partyOf(complaint);
  const building = buildingOf(complaint.registration);
  return {
    complaintId,
    receivedAt,
    ...defined({ party, building, headcount }),
  };
}

/** Who complains: the household, by person where the room is unknown (`default`). */
export function partyOf({ registration }: Complaint): string | undefined {
  const { contactKey } = registration;
  const household = householdOf(registration);
  if (household !== undefined) return `${HOUSEHOLD}${household}`;
  return contactKey === undefined ? undefined : `person:${contactKey}`;
}
