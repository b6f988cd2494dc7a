import type { Complaint } from "../../domain/complaint/document.ts";
import { recurrence } from "../../domain/complaint/rules/recurrence.ts";
import { groupingCode } from "../../domain/groups/candidate.ts";
import { windowSeconds } from "../../domain/groups/evidence.ts";
import type { Group } from "../../domain/groups/group.ts";
import type { Sighting } from "../../domain/groups/sighting.ts";
import { householdOf, householdPrefixes } from "../../domain/organisation/identity/household-key.ts";
import type { GroupPolicy } from "../../domain/policy/group-policy.ts";
import { plusSeconds } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { groupSeries } from "./identity.ts";

/** What stands around a complaint in the indexes, read in one go before anything is decided. */
export interface Surroundings {
  /** Other complaints of its household, or of its person where the room is unknown; the newest. */
  readonly sameParty: readonly string[];
  /** Complaints and opinions of its problem point from 30 days before to the end of a group's window, its own too. */
  readonly samePoint: readonly Sighting[];
  /** The last group of its problem point, open or not. */
  readonly group: Group | undefined;
}

type SurroundingPorts = Pick<Ports, "complaints" | "crypto" | "groups">;

/** The latest complaints of a household that are looked at. */
const OF_PARTY = 50;
/** More complaints of one problem point in five weeks than this are a group long since. */
const OF_POINT = 1000;
const DAY = 86_400;

export async function surroundingsOf(
  ports: SurroundingPorts,
  complaint: Complaint,
  policy: GroupPolicy,
): Promise<Surroundings> {
  const code = groupingCode(complaint);
  const [sameParty, samePoint, group] = await Promise.all([
    ofParty(ports, complaint),
    code === undefined ? [] : sightings(ports, complaint, code, policy),
    code === undefined ? undefined : latestGroup(ports, complaint, code),
  ]);
  const { id } = complaint.registration;
  return { sameParty: sameParty.filter((other) => other !== id), samePoint, group };
}

/** Complaints and opinions of a problem point around one of them. */
export function sightings(
  { complaints }: SurroundingPorts,
  { registration: { projectId, receivedAt } }: Complaint,
  code: string,
  policy: GroupPolicy,
): Promise<readonly Sighting[]> {
  const ahead = windowSeconds(policy);
  const back = Math.max(ahead, recurrence.days * DAY);
  const window = { from: plusSeconds(receivedAt, -back), to: plusSeconds(receivedAt, ahead) };
  return complaints.sightings(projectId, code, window, OF_POINT);
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
