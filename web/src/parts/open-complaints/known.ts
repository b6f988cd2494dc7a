import type { components } from "../../api/schema.ts";
import { openStatuses } from "../open-statuses.ts";
import { byUrgency } from "./pressing.ts";
import type { Row } from "./row.ts";

type RowPage = components["schemas"]["ComplaintPage"];
type Changes = components["schemas"]["ProjectChanges"];

/** The open complaints of a project as far as this page knows them. */
export interface Known {
  readonly rows: ReadonlyMap<string, Row>;
  /** Up to where every change has been seen. */
  readonly stamp: string;
  /** All pages have come. */
  readonly complete: boolean;
}

export const nothingKnown: Known = { rows: new Map(), stamp: "", complete: false };

/** One more page; a complaint that moved between two pages while they were read stands once. */
export function withPage(known: Known, page: RowPage): Known {
  const rows = new Map(known.rows);
  for (const row of page.items) rows.set(row.id, newer(rows.get(row.id), row));
  return { ...known, rows, complete: page.cursor === undefined };
}

/** All rows as they are sorted: from then on a change leaves them nearly so, and sorting again is quick. */
export function inOrder(known: Known): Known {
  const sorted = [...known.rows.values()].toSorted(byUrgency);
  return { ...known, rows: new Map(sorted.map((row) => [row.id, row])) };
}

/** What changed: new rows, newer ones, and those that are over gone. */
export function withChanges(known: Known, { stamp, items }: Pick<Changes, "stamp" | "items">): Known {
  const rows = new Map(known.rows);
  for (const row of items) {
    if (openStatuses.has(row.status)) rows.set(row.id, newer(rows.get(row.id), row));
    else rows.delete(row.id);
  }
  return { ...known, rows, stamp };
}

/** Of the same version the one that is there: whatever hangs on it need not be drawn again. */
function newer(before: Row | undefined, row: Row): Row {
  return before !== undefined && before.version >= row.version ? before : row;
}
