import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import Papa from "papaparse";
import type { FileMasker, Masking } from "../../app/ports/file-masker.ts";
import { TAKEN_OUT, withoutMentions } from "../../domain/person-data/traces.ts";

const BOM = "\ufeff";
/** An entry is written with this time: masking the same file again gives the same bytes. */
const STAMP = new Date("2026-01-01T00:00:00Z");

/** Masks what a file of an edition or a part of a run says of somebody: xlsx, docx and zip inside out, csv, json and jsonl by their rows. */
export const maskFile: FileMasker = (name, body, masking) => {
  switch (name.slice(name.lastIndexOf(".") + 1)) {
    case "xlsx":
    case "docx":
    case "zip":
      return archive(body, masking);
    case "xml":
    case "rels":
      return text(body, (content) => xml(content, masking));
    case "csv":
      return text(body, (content) => csv(content, masking));
    case "jsonl":
      return text(body, (content) =>
        content
          .split("\n")
          .map((line) => (line === "" ? line : json(line, masking)))
          .join("\n"),
      );
    case "json":
      return text(body, (content) => json(content, masking));
    default:
      return undefined;
  }
};

function text(body: Uint8Array, mask: (content: string) => string): Uint8Array | undefined {
  const content = strFromU8(body);
  const masked = mask(content);
  return masked === content ? undefined : strToU8(masked);
}

function archive(body: Uint8Array, masking: Masking): Uint8Array | undefined {
  let isMasked = false;
  const entries: Zippable = {};
  const files = unzipSync(body);
  const rows = maskedRows(files, masking);
  for (const [name, content] of Object.entries(files)) {
    const inside = rows.get(name);
    const masked = maskFile(name, inside ?? content, masking) ?? inside;
    isMasked ||= masked !== undefined;
    const level = /\.(?:xlsx|docx|zip|png)$/.test(name) ? 0 : 6;
    entries[name] = [masked ?? content, { level, mtime: STAMP }];
  }
  return isMasked ? zipSync(entries) : undefined;
}

const ROW = /<row\b[^>]*>.*?<\/row>/gs;
const CELL = /(<c\b[^>]*\bt="s"[^>]*>\s*<v>)(\d+)(<\/v>)/g;
const ITEM = /<si>.*?<\/si>|<si\/>/gs;
const TEXT = /<t\b[^>]*>([^<]*)<\/t>/g;
const STRINGS = "xl/sharedStrings.xml";

/**
 * The sheets of a workbook in which cells of the person's rows point to another text now, and the texts, of which those that
 * nobody points to any more are empty. Others' cells that say the same go on saying it.
 */
function maskedRows(
  files: Readonly<Record<string, Uint8Array>>,
  masking: Masking,
): ReadonlyMap<string, Uint8Array> {
  const changed = new Map<string, Uint8Array>();
  const strings = files[STRINGS];
  if (strings === undefined) return changed;
  const list = strFromU8(strings);
  const items = [...list.matchAll(ITEM)].map(([item]) => item);
  const texts = items.map((item) => [...item.matchAll(TEXT)].map(([, told = ""]) => decoded(told)).join(""));
  const used = new Set<number>();
  for (const [name, content] of Object.entries(files)) {
    if (!/^xl\/worksheets\/.*\.xml$/.test(name)) continue;
    const sheet = strFromU8(content);
    const masked = sheet.replace(ROW, (row) => rowOf(row, texts, masking));
    for (const [, , index] of masked.matchAll(CELL)) used.add(Number(index));
    if (masked !== sheet) changed.set(name, strToU8(masked));
  }
  if (changed.size === 0) return changed;
  const kept = items.map((item, index) => (used.has(index) ? item : "<si><t></t></si>"));
  const inside = [...kept, `<si><t>${TAKEN_OUT}</t></si>`].join("");
  const from = list.indexOf("<si");
  const end = list.lastIndexOf("</sst>");
  const head = list.slice(0, from).replace(/ (?:unique)?[cC]ount="\d+"/g, "");
  changed.set(STRINGS, strToU8(`${head}${inside}${list.slice(end)}`));
  return changed;
}

function rowOf(row: string, texts: readonly string[], { rows }: Masking): string {
  const cells = [...row.matchAll(CELL)].map(([, , index]) => texts[Number(index)] ?? "");
  const own = rows.find(({ numbers }) => numbers.some((number) => cells.includes(number)));
  if (own === undefined) return row;
  return row.replace(CELL, (whole, open: string, index: string, close: string) =>
    isOf(own, texts[Number(index)] ?? "") ? `${open}${texts.length}${close}` : whole,
  );
}

function xml(content: string, { everywhere }: Masking): string {
  return content.replace(
    />([^<]+)</g,
    (_, told: string) => `>${encoded(withoutMentions(decoded(told), everywhere), told)}<`,
  );
}

function isOf({ numbers, values }: Masking["rows"][number], told: string): boolean {
  return !numbers.includes(told) && values.some((value) => same(value) === same(told));
}

/** Blanks and ends of lines are written in several ways. */
function same(value: string): string {
  return value.replaceAll(/\s+/g, " ").trim();
}

const entities: readonly (readonly [string, string])[] = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
  ["&amp;", "&"],
];

function decoded(told: string): string {
  const plain = told.replace(/&#x([0-9a-f]+);|&#(\d+);|_x([0-9A-F]{4})_/gi, (_, hex, decimal, escape) =>
    String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? escape, 16) : Number(decimal)),
  );
  return entities.reduce((result, [entity, character]) => result.replaceAll(entity, character), plain);
}

/** What was not changed stays byte for byte. */
function encoded(masked: string, told: string): string {
  if (masked === decoded(told)) return told;
  return [...entities]
    .reverse()
    .reduce((result, [entity, character]) => result.replaceAll(character, entity), masked);
}

function csv(content: string, { rows, everywhere }: Masking): string {
  const { data } = Papa.parse<readonly string[]>(content.replace(BOM, ""), { skipEmptyLines: true });
  let isMasked = false;
  const lines = data.map((cells) => {
    const own = rows.find(({ numbers }) => numbers.some((number) => cells.includes(number)));
    return cells.map((cell) => {
      const masked = own !== undefined && isOf(own, cell) ? TAKEN_OUT : withoutMentions(cell, everywhere);
      isMasked ||= masked !== cell;
      return masked;
    });
  });
  if (!isMasked) return content;
  const end = content.includes("\r\n") ? "\r\n" : "\n";
  return `${content.startsWith(BOM) ? BOM : ""}${Papa.unparse(lines, { newline: end })}${end}`;
}

function json(content: string, masking: Masking): string {
  const value: unknown = JSON.parse(content);
  const masked = JSON.stringify(maskedValue(value, masking, undefined));
  return masked === JSON.stringify(value) ? content : masked;
}

/** Inside of an object that carries the number, in its lists and objects too. */
function maskedValue(value: unknown, masking: Masking, own: Masking["rows"][number] | undefined): unknown {
  if (typeof value === "string") {
    if (own !== undefined && isOf(own, value)) return TAKEN_OUT;
    const told = own === undefined ? value : withoutValues(value, own);
    return withoutMentions(told, masking.everywhere);
  }
  if (Array.isArray(value)) return value.map((one) => maskedValue(one, masking, own));
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value);
  const inside =
    own ?? masking.rows.find(({ numbers }) => fields.some(([, one]) => numbers.some((n) => n === one)));
  return Object.fromEntries(fields.map(([name, one]) => [name, maskedValue(one, masking, inside)]));
}

/** Short values such as a building's number would be found in every date. */
const LONG_ENOUGH = 4;

function withoutValues(told: string, { values }: Masking["rows"][number]): string {
  return values
    .filter((value) => value.length >= LONG_ENOUGH)
    .reduce((result, value) => result.replaceAll(value, TAKEN_OUT), told);
}
