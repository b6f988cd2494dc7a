import type { CorpusMail } from "../../adapters/mail-in/corpus.ts";

/** A difficult mail and what a person reads in it; see `expectation` in test/adapters/mail-in/corpus.ts. */
export type Difficult = Omit<CorpusMail, "name">;

/** The bytes of a mail from its lines: strings as UTF-8, buffers as they are, CRLF between. */
export function eml(...lines: (string | Buffer)[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\r\n")]));
}

/** One line in an old charset, or in several: `inCharset("gbk")("…")`. */
export const inCharset =
  (label: string) =>
  (text: string): Buffer =>
    Buffer.concat(Array.from(text, (character) => encode(label, character)));

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

function encode(label: string, character: string): Buffer {
  const found = (tables.get(label) ?? learn(label)).get(character);
  if (found === undefined) throw new Error(`${label} has no ${character}`);
  return found;
}

/** The encoder of a charset, learnt from its decoder. */
function learn(label: string): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, Buffer>();
  const learnOne = (bytes: Buffer): void => {
    const text = decoder.decode(bytes);
    if (Array.from(text).length === 1 && text !== "\uFFFD" && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) learnOne(Buffer.of(byte));
  if (!/^(?:koi8|windows|iso-8859|macintosh)/.test(label))
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) learnOne(Buffer.of(lead, trail));
  tables.set(label, table);
  return table;
}

/** What every ordinary mail begins with. */
export const HEAD = [
  "From: Wang Fang <wang@resident.example>",
  "To: service@wuye.example",
  "Date: Fri, 8 May 2026 10:20:30 +0800",
  "Message-ID: <1@resident.example>",
  "MIME-Version: 1.0",
] as const;

/** The expectation those lines give. */
export const WANG = { from: "wang@resident.example", name: "Wang Fang" } as const;
