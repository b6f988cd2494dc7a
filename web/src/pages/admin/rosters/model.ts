import { rosterColumns } from "../../../../../lib/domain/organisation/roster-file.ts";
import type { components } from "../../../api/schema.ts";

export type Shift = components["schemas"]["Roster"]["shifts"][number];

/** The shift on another day. */
export function moved(shifts: readonly Shift[], shift: Shift, date: string): readonly Shift[] {
  return shifts.map((one) => (one === shift ? { ...shift, date } : one));
}

/** The shift with another person. */
export function handed(shifts: readonly Shift[], shift: Shift, personId: string): readonly Shift[] {
  return shifts.map((one) => (one === shift ? { ...shift, personId } : one));
}

/** The day so many days on, kept within its month. */
export function dayAfter(date: string, by: number): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
  return next.slice(0, 7) === date.slice(0, 7) ? next : date;
}

/** The file that `PUT /rosters` takes, with people, posts and departments by id: what is dragged is imported like any file. */
export function csvOf(shifts: readonly Shift[]): string {
  const lines = shifts.map(({ date, from, to, post, departmentId = "", personId }) =>
    [date, from, to, post, departmentId, personId].map(quoted).join(","),
  );
  return [rosterColumns.map(({ name }) => name).join(","), ...lines].join("\n");
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
