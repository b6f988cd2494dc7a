/** A file that stood in a text between "begin" and "end", as mail programs before MIME sent them. */
export type UuencodedFile = { filename: string; content: Buffer };

const BLOCK = /^begin [0-7]{3,4} (\S[^\n]{0,255})\n((?:[ -`][^\n]{0,89}\n)+?)(?:[ `][ \t]*\n)?end[ \t]*$/gm;

/** Takes the uuencoded files out of a text; prose that merely begins with "begin" stays. */
export function splitUuencoded(text: string): { text: string; files: UuencodedFile[] } {
  if (!text.includes("begin ")) return { text, files: [] };
  const files: UuencodedFile[] = [];
  const rest = text.replace(BLOCK, (block, filename: string, lines: string) => {
    if (!lines.split("\n").every(isEncodedLine)) return block;
    files.push({ filename: filename.trim(), content: decodeLines(lines) });
    return "";
  });
  return { text: rest, files };
}

/** Undoes the transfer encoding "x-uuencode" of a whole part. */
export function decodeUuencode(body: Buffer): Buffer {
  return decodeLines(body.toString("latin1"));
}

/** A line says first how many bytes it holds; trailing blanks may have been lost on the way. */
function isEncodedLine(line: string): boolean {
  if (line === "") return true;
  const characters = Math.ceil(sizeOf(line) / 3) * 4;
  return line.length <= characters + 2 && line.trimEnd().length >= Math.min(2, characters);
}

function decodeLines(text: string): Buffer {
  const units: Buffer[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^begin \d+ /.test(line)) continue;
    if (line === "end") break;
    const unit = Buffer.alloc(line === "" ? 0 : sizeOf(line));
    for (let i = 0; i < unit.length; i += 1) {
      const bit = i * 8;
      const at = 1 + Math.floor(bit / 6);
      const pair = (sextet(line, at) << 6) | sextet(line, at + 1);
      unit[i] = (pair >> (4 - (bit % 6))) & 0xff;
    }
    units.push(unit);
  }
  return Buffer.concat(units);
}

const sizeOf = (line: string): number => (line.charCodeAt(0) - 0x20) & 0x3f;

const sextet = (line: string, at: number): number =>
  ((at < line.length ? line.charCodeAt(at) : 0x20) - 0x20) & 0x3f;
