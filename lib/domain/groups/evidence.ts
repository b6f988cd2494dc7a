import type { GroupLevel } from "../complaint/events.ts";
import type { GroupPolicy } from "../policy/group-policy.ts";
import { type Instant, plusSeconds } from "../time/instant.ts";
import type { Candidate } from "./candidate.ts";
import { normalSighting, type Sighting } from "./sighting.ts";

/** Why these complaints are a group: how many customers, where, from when to when. */
export interface Evidence {
  readonly scope: "building" | "project";
  readonly building?: string;
  /** Distinct households (by person where the room is unknown). */
  readonly households: number;
  /** The largest joint letter among them; 1 without one. */
  readonly headcount: number;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Finding {
  readonly evidence: Evidence;
  /** B where the complaints alone are enough, else D (D11). */
  readonly level: GroupLevel;
}

const HOUR = 3600;

/**
 * D11: five customers with one problem point are a group, in one building within a day or in the project within a
 * week. Of several windows the one with most households counts, then the earliest; the order of arrival does not.
 */
export function findGroup(candidates: readonly Candidate[], policy: GroupPolicy): Finding | undefined {
  const evidence = strongest(candidates, policy);
  if (evidence === undefined) return undefined;
  const complaints = candidates.filter(({ kind }) => kind === "complaint");
  return { evidence, level: strongest(complaints, policy) === undefined ? "D" : "B" };
}

/** False if these can be no group, whatever their documents say: more candidates never make a window weaker. */
export function mayBeGroup(sightings: readonly Sighting[], policy: GroupPolicy): boolean {
  return strongest(sightings, policy) !== undefined;
}

/** The seconds that a proposal looks back and ahead from one complaint. */
export function windowSeconds(policy: GroupPolicy): number {
  return policy.project.windowDays * 24 * HOUR;
}

function strongest(seen: readonly Sighting[], policy: GroupPolicy): Evidence | undefined {
  const candidates = seen.map(normalSighting);
  const inBuildings = [...byBuilding(candidates)].flatMap(([building, list]) =>
    windows(list, policy.building.windowHours * HOUR).map((window) => ({
      scope: "building" as const,
      building,
      ...window,
    })),
  );
  const inProject = windows(candidates, windowSeconds(policy)).map((window) => ({
    scope: "project" as const,
    ...window,
  }));
  return best(inBuildings, policy) ?? best(inProject, policy);
}

function best(evidence: readonly Evidence[], { customers }: GroupPolicy): Evidence | undefined {
  const enough = evidence.filter(
    ({ households, headcount }) => households >= customers || headcount >= customers,
  );
  return enough.toSorted(
    (a, b) => b.households - a.households || b.headcount - a.headcount || (a.from < b.from ? -1 : 1),
  )[0];
}

/** Who did not say the area of a building counts in each of its areas: more candidates never make a window weaker. */
function byBuilding(candidates: readonly Sighting[]): ReadonlyMap<string, readonly Sighting[]> {
  const buildings = [...new Set(candidates.flatMap(({ building }) => building ?? []))].toSorted();
  return new Map(
    buildings.map((building) => {
      const bare = building.split("/")[0];
      return [building, candidates.filter((one) => one.building === building || one.building === bare)];
    }),
  );
}

/** One window from each complaint on, half-open: what came `seconds` later belongs to the next. */
function windows(candidates: readonly Sighting[], seconds: number): Omit<Evidence, "scope" | "building">[] {
  const sorted = candidates.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  return sorted.map((first, index) => {
    const end = plusSeconds(first.receivedAt, seconds);
    const within = sorted.slice(index).filter(({ receivedAt }) => receivedAt < end);
    return {
      // Those nobody can be told apart from count once: one angry person is no crowd.
      households: new Set(within.map(({ party }) => party ?? "")).size,
      headcount: Math.max(1, ...within.map(({ headcount }) => headcount ?? 1)),
      from: first.receivedAt,
      to: within.at(-1)?.receivedAt ?? first.receivedAt,
    };
  });
}
