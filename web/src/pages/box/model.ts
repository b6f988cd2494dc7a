import type { components } from "../../api/schema.ts";

export type BoxRound = components["schemas"]["BoxRound"];

/** One paper slip as it is typed; texts as typed. */
export interface PaperSlip {
  readonly id: string;
  readonly matter: string;
  readonly name: string;
  readonly phone: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly anonymous: boolean;
}

/** One opening of a box. */
export interface Opening {
  readonly roundId: string;
  readonly boxId: string;
  /** ISO 8601 in UTC. */
  readonly openedAt: string;
  readonly openedBy: string;
  readonly slips: readonly PaperSlip[];
}

/** The columns in which something is typed, from left to right. */
export const columns = ["matter", "name", "phone", "building", "unit", "room"] as const;
export type SlipColumn = (typeof columns)[number];

/** A slip on which nothing has been written; slips of a round are counted from 1 and keep their number. */
export function emptySlip(slips: readonly PaperSlip[]): PaperSlip {
  const last = Math.max(0, ...slips.map(({ id }) => Number(id)));
  const blank = { matter: "", name: "", phone: "", building: "", unit: "", room: "", anonymous: false };
  return { id: String(last + 1), ...blank };
}

export function isEmpty(slip: PaperSlip): boolean {
  return columns.every((column) => slip[column].trim() === "");
}

/** Under the last slip that is written on there is always an empty one. */
export function withRoom(slips: readonly PaperSlip[]): readonly PaperSlip[] {
  const last = slips.at(-1);
  return last === undefined || !isEmpty(last) ? [...slips, emptySlip(slips)] : slips;
}

/** Cells of a spreadsheet, pasted at a cell: columns by tabs, rows by lines; what has no column is left out. */
export function pasted(
  slips: readonly PaperSlip[],
  row: number,
  column: SlipColumn,
  text: string,
): readonly PaperSlip[] {
  const first = columns.indexOf(column);
  const after = [...slips];
  for (const [n, line] of text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .entries()) {
    while (after.length <= row + n) after.push(emptySlip(after));
    const cells = line.split("\t").flatMap((cell, k) => {
      const name = columns[first + k];
      return name === undefined ? [] : [[name, cell.trim()] as const];
    });
    const slip = after[row + n];
    if (slip !== undefined) after[row + n] = { ...slip, ...Object.fromEntries(cells) };
  }
  return withRoom(after);
}

/** The round as the API wants it: the slips that are written on, nothing that was left empty. */
export function roundBody({ slips, ...round }: Opening, projectId: string): BoxRound {
  return { ...round, projectId, slips: slips.filter((slip) => !isEmpty(slip)).map(slipBody) };
}

function slipBody(slip: PaperSlip): BoxRound["slips"][number] {
  const { id, matter, name, phone, anonymous, building, unit, room } = slip;
  const complainant = { ...told("name", name), ...told("phone", phone), ...(anonymous ? { anonymous } : {}) };
  const location = { ...told("building", building), ...told("unit", unit), ...told("room", room) };
  return {
    slipId: id,
    matter: matter.trim(),
    ...(Object.keys(complainant).length === 0 ? {} : { complainant }),
    ...(Object.keys(location).length === 0 ? {} : { location }),
  };
}

function told<K extends string>(field: K, text: string): { readonly [N in K]?: string } {
  const said: { [N in K]?: string } = {};
  if (text.trim() !== "") said[field] = text.trim();
  return said;
}
