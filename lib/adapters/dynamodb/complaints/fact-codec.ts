import * as z from "zod";
import type { FactRow } from "../../../domain/statistics/fact-row.ts";
import { instant, type Shape, text } from "../core/shape.ts";

/** The fact row under one-letter names: it is copied into three indexes on every change, so each byte is paid thrice. */
const short = {
  number: "n",
  projectId: "p",
  channel: "c",
  kind: "k",
  status: "s",
  receivedAt: "r",
  dueAt: "d",
  nextDueAt: "x",
  completedAt: "t",
  endedAt: "e",
  validity: "v",
  classCode: "o",
  estateClass: "w",
  level: "l",
  firstGrade: "g",
  handlerId: "h",
  actionOwners: "q",
  lastEventAt: "u",
  rules: "y",
  actions: "a",
  ratedAt: "i",
} as const satisfies Record<keyof FactRow, string>;

const long = new Map<string, string>(Object.entries(short).map(([name, letter]) => [letter, name]));

const factRow = z.looseObject({
  number: text,
  projectId: text,
  channel: text,
  kind: text,
  status: text,
  receivedAt: instant,
  dueAt: instant.exactOptional(),
  nextDueAt: instant.exactOptional(),
  completedAt: instant.exactOptional(),
  endedAt: instant.exactOptional(),
  validity: text.exactOptional(),
  classCode: text.exactOptional(),
  estateClass: text,
  level: text.exactOptional(),
  firstGrade: z.int().exactOptional(),
  handlerId: text.exactOptional(),
  actionOwners: text.exactOptional(),
  lastEventAt: instant,
  rules: text.exactOptional(),
  actions: z.int().exactOptional(),
  ratedAt: instant.exactOptional(),
} satisfies Shape<FactRow>);

/** The row as the `fact` attribute holds it. */
export function packFact(row: FactRow): Record<string, string | number> {
  const packed: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(row)) packed[letterOf(name)] = value;
  return packed;
}

function letterOf(name: string): string {
  const letter = Object.entries(short).find(([known]) => known === name)?.[1];
  if (letter === undefined) throw new TypeError(`the fact row has no field ${name}`);
  return letter;
}

/** Reads the `fact` attribute. */
export const packedFact: z.ZodType<FactRow> = z
  .record(text, z.unknown())
  .transform((packed) =>
    Object.fromEntries(Object.entries(packed).map(([letter, value]) => [long.get(letter) ?? letter, value])),
  )
  .pipe(factRow);
