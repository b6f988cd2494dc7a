import type { Complaint } from "../../domain/complaint/document.ts";
import { recurrence } from "../../domain/complaint/rules/recurrence.ts";
import { groupingCode } from "../../domain/groups/candidate.ts";
import { windowSeconds } from "../../domain/groups/evidence.ts";
import type { Group } from "../../domain/groups/group.ts";
import type { Sighting } from "../../domain/groups/sighting.ts";
import { householdOf, householdPrefixes } from "../../domain/organisation/identity/household-key.ts";
import type { GroupPolicy } from "../../domain/policy/group-policy.ts";
import { type Instant, plusSeconds } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { groupSeries } from "./identity.ts";

/** Complaints and opinions of a problem point, in the order of their receipt. */
export interface Seen {
  /** The first of them; all, unless there are many. */
  readonly first: readonly Sighting[];
  /** All of them, read only where the first do not say enough. */
  readonly all: () => Promise<readonly Sighting[]>;
}

/** What stands around a complaint in the indexes, read in one go before anything is decided. */
export interface Neighbourhood {
  /** Other complaints of its household, or of its person where the room is unknown; the newest first. */
  readonly sameParty: readonly string[];
  /** Those of its problem point that a group may be made of, from 30 days before to the end of a group's window. */
  readonly free: Seen;
  /** Those of the last 30 days that are over or in a group. */
  readonly taken: Seen;
  /** The last group of its problem point, open or not. */
  readonly group: Group | undefined;
}

type SurroundingPorts = Pick<Ports, "complaints" | "crypto" | "groups">;

/** The latest complaints of a household that are looked at. */
const OF_PARTY = 50;
/** So many of a problem point are looked at first: as a rule these are all, and enough to say that there is nothing to do. */
const FIRST = 30;
/** More complaints of one problem point in five weeks than this are a group long since. */
const OF_POINT = 1000;
const DAY = 86_400;

const none: Seen = { first: [], all: async () => [] };

export async function surroundingsOf(
  ports: SurroundingPorts,
  complaint: Complaint,
  policy: GroupPolicy,
): Promise<Neighbourhood> {
  const code = groupingCode(complaint);
  const [sameParty, free, taken, group] = await Promise.all([
    ofParty(ports, complaint),
    code === undefined ? none : freeSightings(ports, complaint, code, policy),
    code === undefined ? none : takenSightings(ports, complaint, code),
    code === undefined ? undefined : latestGroup(ports, complaint, code),
  ]);
  const { id } = complaint.registration;
  return { sameParty: sameParty.filter((other) => other !== id), free, taken, group };
}

/** Complaints and opinions of a problem point around one of them that a group may be made of. */
export function freeSightings(
  ports: SurroundingPorts,
  complaint: Complaint,
  code: string,
  policy: GroupPolicy,
): Promise<Seen> {
  const ahead = windowSeconds(policy);
  const { receivedAt } = complaint.registration;
  const from = plusSeconds(receivedAt, -Math.max(ahead, recurrence.days * DAY));
  return seen(ports, complaint, code, { from, to: plusSeconds(receivedAt, ahead), taken: false });
}

function takenSightings(ports: SurroundingPorts, complaint: Complaint, code: string): Promise<Seen> {
  const { receivedAt } = complaint.registration;
  const from = plusSeconds(receivedAt, -recurrence.days * DAY);
  return seen(ports, complaint, code, { from, to: receivedAt, taken: true });
}

async function seen(
  { complaints }: SurroundingPorts,
  { registration: { projectId } }: Complaint,
  code: string,
  window: { readonly from: Instant; readonly to: Instant; readonly taken: boolean },
): Promise<Seen> {
  const first = await complaints.sightings(projectId, code, window, FIRST);
  const all = () => complaints.sightings(projectId, code, window, OF_POINT);
  return { first, all: first.length < FIRST ? async () => first : all };
}

function latestGroup({ crypto, groups }: SurroundingPorts, complaint: Complaint, code: string) {
  return groups.latest(groupSeries(crypto, complaint.registration.projectId, code));
}

async function ofParty(
  { complaints }: SurroundingPorts,
  { registration }: Complaint,
): Promise<readonly string[]> {
  const { projectId, householdKey, contactKey, location } = registration;
  const household = householdOf(registration);
  if (household !== undefined) {
    const found = await Promise.all(
      householdPrefixes(household, location, householdKey).map((prefix) =>
        complaints.idsByHousehold(projectId, prefix, OF_PARTY),
      ),
    );
    return [...new Set(found.flat())];
  }
  return contactKey === undefined ? Promise.resolve([]) : complaints.idsByContact(contactKey, OF_PARTY);
}
