import type { Words } from "../words/words.ts";

/** A project as a view names it, and where it stands in the tree. */
export interface PlaceName {
  readonly projectId: string;
  readonly name: string;
  readonly region?: string;
  readonly city?: string;
  /** What D15 compares it by; absent where only its name is asked for. */
  readonly type?: string;
  /** Managed area, m². */
  readonly floorArea?: number;
  /** Occupied households, average of the period. */
  readonly households?: number;
  readonly ratedBy?: "households" | "area";
}

/** Who and what the keys in a task stand for; a key without a name stands as it is. */
export interface Names {
  readonly projects: readonly PlaceName[];
  /** Departments are named within their project. */
  readonly department: (projectId: string, id: string) => string | undefined;
  readonly contractor: (id: string) => string | undefined;
  readonly person: (id: string) => string | undefined;
}

/** A name that is the same in every language. */
export function proper(name: string): Words {
  return { zh: name, en: name };
}
