import { urgentClock } from "../urgent-clock.ts";
import type { Row } from "./row.ts";

/** What lists sort, count and search by, worked out once for each row: with 20,000 rows it matters. */
export interface Pressing {
  /** Due instants of the running clocks, epoch milliseconds, the earliest first. */
  readonly dues: readonly number[];
  /** The due instant that a row is sorted by: of the running clocks, else of one that stands; infinite without any. */
  readonly first: number;
  /** In small letters. */
  readonly text: string;
}

const known = new WeakMap<Row, Pressing>();

export function pressing(row: Row): Pressing {
  const before = known.get(row);
  if (before !== undefined) return before;
  const clock = urgentClock(row.clocks);
  const { number, matter = "", complainant, location } = row;
  const made = {
    dues: row.clocks
      .filter(({ stoppedAt, pausedSince }) => stoppedAt === undefined && pausedSince === undefined)
      .map(({ dueAt }) => Date.parse(dueAt))
      .sort((a, b) => a - b),
    // A number beyond every deadline: infinite ones have no difference.
    first: clock === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(clock.dueAt),
    text: [number, matter, complainant.name ?? "", Object.values(location).join(" "), row.handlerName ?? ""]
      .join("\n")
      .toLowerCase(),
  };
  known.set(row, made);
  return made;
}

/** Safety first, then what falls due first. */
export function byUrgency(a: Row, b: Row): number {
  if (a.safety !== b.safety) return a.safety ? -1 : 1;
  return pressing(a).first - pressing(b).first;
}
