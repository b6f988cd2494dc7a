import { normalAddress } from "./identity/address.ts";
import { householdKey } from "./identity/household-key.ts";
import type { Household } from "./organisation.ts";

/** Households are written and read in parts of so many. */
export const HOUSEHOLDS_PER_PART = 250;

/** A household's address within its project: `area/building/unit/room`. */
export function householdAddress({ area, building, unit, room }: Household): string {
  return [area, building, unit, room].join("/");
}

/** Which household a row is, however its address is written. */
export function identityOf(household: Household): string {
  return householdKey(normalAddress(household)) ?? householdAddress(household);
}

/** The list of a project's households that counts; its rows stand in the parts of one import. */
export interface HouseholdList {
  readonly projectId: string;
  /** 1, 2, 3 … */
  readonly version: number;
  readonly importId: string;
  /** The import that counted before; its rows are forgotten. */
  readonly previousImportId?: string;
  readonly contentHash: string;
  /** The month it was given for, `YYYY-MM`. */
  readonly month: string;
  readonly at: string;
  readonly by: string;
  readonly households: number;
}

/** What became of a household since the last list, field by field and without values (some are personal). */
export interface ChangedHousehold {
  readonly address: string;
  readonly fields: readonly string[];
}

export interface HouseholdDifference {
  readonly added: readonly string[];
  readonly gone: readonly Household[];
  readonly changed: readonly ChangedHousehold[];
}

const compared = [
  "area",
  "building",
  "unit",
  "room",
  "occupied",
  "kind",
  "name",
  "phone",
  "floorArea",
  "occupiedSince",
] as const;

/** Compares a project's list with the one before, household by household, in the order of the lists; another spelling is a change. */
export function householdDifference(
  before: readonly Household[],
  after: readonly Household[],
): HouseholdDifference {
  const old = new Map(before.map((household) => [identityOf(household), household]));
  const now = new Set(after.map(identityOf));
  const added: string[] = [];
  const changed: ChangedHousehold[] = [];
  for (const household of after) {
    const address = householdAddress(household);
    const was = old.get(identityOf(household));
    if (was === undefined) {
      added.push(address);
      continue;
    }
    const fields = compared.filter((field) => was[field] !== household[field]);
    if (fields.length > 0) changed.push({ address, fields });
  }
  return { added, gone: before.filter((household) => !now.has(identityOf(household))), changed };
}

/** Occupied households and their area in m², as far as the list knows areas. */
export function occupancyOf(households: readonly Household[]): {
  readonly occupiedHouseholds: number;
  readonly occupiedArea: number;
} {
  const occupied = households.filter((household) => household.occupied);
  const area = occupied.reduce((sum, { floorArea = 0 }) => sum + floorArea, 0);
  return { occupiedHouseholds: occupied.length, occupiedArea: Math.round(area * 100) / 100 };
}
