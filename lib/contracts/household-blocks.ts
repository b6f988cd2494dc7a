/** A flat (房产) as an import row has it. */
export interface HouseholdRow {
  readonly projectId: string;
  readonly area: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly occupied: boolean;
}

/** Like buildings in one entry: rooms are floor and running number (`1203`), as doors are numbered. */
export interface HouseholdBlock {
  readonly projectId: string;
  readonly area: string;
  readonly buildings: readonly string[];
  readonly units: readonly string[];
  /** First and last floor, both included; there is no floor 0. */
  readonly floors: readonly [number, number];
  readonly perFloor: number;
  /** Every n-th room stands empty; absent: all are occupied. */
  readonly vacantEvery?: number;
}

/** The rooms of an entry, always in the same order. */
export function householdsOf(entry: HouseholdRow | HouseholdBlock): HouseholdRow[] {
  if ("room" in entry) return [entry];
  const { projectId, area, buildings, units, floors, perFloor, vacantEvery } = entry;
  const rows: HouseholdRow[] = [];
  for (const building of buildings) {
    for (const unit of units) {
      for (const room of roomsOf(floors, perFloor)) {
        const occupied = vacantEvery === undefined || (rows.length + 1) % vacantEvery !== 0;
        rows.push({ projectId, area, building, unit, room, occupied });
      }
    }
  }
  return rows;
}

function* roomsOf([first, last]: readonly [number, number], perFloor: number): Generator<string> {
  for (let floor = first; floor <= last; floor += 1) {
    if (floor === 0) continue;
    for (let n = 1; n <= perFloor; n += 1) yield `${floor}${String(n).padStart(2, "0")}`;
  }
}
