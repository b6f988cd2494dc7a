import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import { textOf } from "../../../adapters/documents/paper.ts";
import type { Built } from "./built.ts";

/** What somebody reads in a file, whatever kind it is. */
function wordsOf(name: string, body: Uint8Array): string {
  if (name.endsWith(".docx")) return textOf(body);
  if (!name.endsWith(".xlsx")) return new TextDecoder().decode(body);
  return Object.values(unzipSync(body, { filter: ({ name: part }) => part.endsWith(".xml") }))
    .map((part) => strFromU8(part))
    .join("\n");
}

/** A mobile number, however it is parted: no figure of a cell, and no part of a longer one. */
const mobile = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/;
const room = /\d{3,4}室/;

/** D7, D8, D10, D14, D15: files go from hand to hand; what people write into their complaints calls nobody and leads to no door. */
export async function agreePrivacy(built: Built): Promise<void> {
  const seen: string[] = [];
  for (const { name } of built.edition.files) {
    if (name.endsWith(".zip") || name.endsWith(".png")) continue;
    const words = wordsOf(name, await built.file(name));
    expect([name, mobile.exec(words)?.[0]]).toEqual([name, undefined]);
    if (!name.endsWith(".docx")) continue;
    expect([name, room.exec(words)?.[0], words.includes("王建国")]).toEqual([name, undefined, false]);
    if (words.includes("王某")) seen.push(name);
  }
  // Guards the check: cases with names in them must have been told.
  expect(seen.length).toBeGreaterThan(0);
}
