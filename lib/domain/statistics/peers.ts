import type { Case } from "./case.ts";

/** What D15 compares projects by, as it was in the period. */
export interface ProjectProfile {
  readonly projectId: string;
  readonly name: string;
  /** Where it stands in the tree; absent in parts of before. */
  readonly region?: string;
  readonly city?: string;
  /** 普通住宅, 别墅, 大厦 … */
  readonly type: string;
  /** Managed area, m². */
  readonly floorArea: number;
  /** Occupied households, average of the period; absent where nobody has said. */
  readonly households?: number;
  /** What its rates are divided by; absent: by type. */
  readonly ratedBy?: "households" | "area";
}

export interface ProjectCases extends ProjectProfile {
  readonly cases: readonly Case[];
}

/** D15's two bands of area. */
export type AreaBand = "10万㎡以下" | "10万㎡以上";

/** D15: "10万平方米以上"; exactly 100,000 m² belongs to it (`default`). */
export function areaBand({ floorArea }: Pick<ProjectProfile, "floorArea">): AreaBand {
  return floorArea < 100_000 ? "10万㎡以下" : "10万㎡以上";
}

/** True if both are of one type and one band: like with like (D15). */
export function arePeers(a: ProjectProfile, b: ProjectProfile): boolean {
  return a.type === b.type && areaBand(a) === areaBand(b);
}

/** What a complaint rate is divided by. */
export interface RateBase {
  readonly unit: "千户" | "万㎡";
  readonly amount: number;
}

/**
 * The base of the complaint rate (`default`): thousand occupied households where people live, 10,000 m² of managed
 * area elsewhere, unless the project says which; undefined where it is not known.
 */
export function rateBase(project: ProjectProfile): RateBase | undefined {
  const { ratedBy = /住宅|别墅|公寓/.test(project.type) ? "households" : "area" } = project;
  if (ratedBy === "area") return areaBase(project);
  const { households = 0 } = project;
  return households > 0 ? { unit: "千户", amount: households / 1000 } : undefined;
}

/** The managed area as a base; undefined where it is not known. */
export function areaBase({ floorArea }: ProjectProfile): RateBase | undefined {
  return floorArea > 0 ? { unit: "万㎡", amount: floorArea / 10_000 } : undefined;
}
