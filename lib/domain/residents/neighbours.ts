import { type ClassCode, topClassOf } from "../classification/classes.ts";
import { type Clock, dueAt } from "../clocks/clock.ts";
import type { Complaint } from "../complaint/document.ts";
import type { Location } from "../complaint/events.ts";
import { candidateOf, groupingCode } from "../groups/candidate.ts";
import { normalAddress } from "../organisation/identity/address.ts";
import { buildingOf, householdKey } from "../organisation/identity/household-key.ts";
import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import { triage } from "../triage/triage.ts";

/** What others of a building have reported of the same problem point: counted, nobody named. */
export interface Neighbours {
  readonly code: ClassCode;
  /** Distinct households (persons where the room is unknown). */
  readonly households: number;
  /** True once somebody is at work on one of them. */
  readonly handling: boolean;
  /** By when the earliest of those promised a result in time is answered; absent: all promises have run out. */
  readonly answerBy?: Instant;
}

/** The problem point that these words speak for, if neighbours may be asked about it. */
export function sharedPointOf(matter: string): ClassCode | undefined {
  const { classCode } = triage(matter);
  return classCode !== undefined && isShared(classCode) ? classCode : undefined;
}

/** A single point, and none of a dispute between neighbours (1.6): there a count alone would tell who complained. */
function isShared(code: ClassCode): boolean {
  return code.split(".").length === 3 && topClassOf(code) !== "1.6";
}

/** True for complaints of the building; an area that only one of them names does not part them. */
export function isOfBuilding(sighted: string | undefined, location: { readonly building?: string }): boolean {
  const building = buildingOf({ location });
  return building !== undefined && sighted?.split("/")[0] === building.split("/")[0];
}

/**
 * What may be said of complaints of one problem point and building; undefined where none of them is open. One's own
 * household is no neighbour.
 */
export function neighboursIn(
  complaints: readonly Complaint[],
  { code, now, location }: { readonly code: ClassCode; readonly now: Instant; readonly location: Location },
): Neighbours | undefined {
  const own = householdKey(normalAddress(location));
  const open = complaints.filter((one) => {
    const party = candidateOf(one);
    const isOwn = own !== undefined && party?.party === `household:${own}`;
    return party !== undefined && !isOwn && groupingCode(one) === code;
  });
  if (open.length === 0) return undefined;
  const parties = new Set(open.map((one) => candidateOf(one)?.party ?? one.registration.id));
  const promised = open
    .flatMap(({ clocks }) => clocks)
    .filter(isRunningResult)
    .map(dueAt)
    .filter((due) => due > now)
    .toSorted();
  const [answerBy] = promised;
  return {
    code,
    households: parties.size,
    handling: open.some(({ status }) => status !== "registered"),
    ...defined({ answerBy }),
  };
}

function isRunningResult({ name, stoppedAt }: Clock): boolean {
  return name === "result" && stoppedAt === undefined;
}
