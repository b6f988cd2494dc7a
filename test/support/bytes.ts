import { unzipSync } from "fflate";

/** Where something was found: the path to it, and a little of what stands around it. */
export interface Sighted {
  readonly path: string;
  readonly around: string;
}

const utf8 = new TextDecoder();

/**
 * Looks for texts in every value of a store, byte by byte: in keys and values of objects, maps and lists, in bytes as UTF-8, and
 * inside of zips (xlsx, docx) however deep. A text counts as it stands, in base64, and as JSON or XML escape it.
 */
export function sightings(store: unknown, wanted: readonly string[]): readonly Sighted[] {
  const found: Sighted[] = [];
  const forms = wanted.flatMap((text) => [
    text,
    Buffer.from(text).toString("base64").replace(/=+$/, "").slice(0, -1),
    JSON.stringify(text).slice(1, -1),
    text.replaceAll("&", "&amp;"),
    Array.from(text, (c) => (c > "\u007f" ? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}` : c)).join(
      "",
    ),
  ]);
  const seen = new Set<object>();
  const look = (value: unknown, path: string): void => {
    if (typeof value === "string") return lookIn(value, path);
    if (value instanceof Uint8Array) return lookInBytes(value, path);
    if (value === null || typeof value !== "object" || seen.has(value)) return;
    seen.add(value);
    const entries: Iterable<readonly [unknown, unknown]> =
      value instanceof Map ? value : value instanceof Set ? [...value].entries() : Object.entries(value);
    for (const [key, one] of entries) {
      look(key, `${path}.key`);
      look(one, `${path}.${String(key)}`);
    }
  };
  const lookIn = (text: string, path: string) => {
    for (const form of forms) {
      const at = text.indexOf(form);
      if (at >= 0) found.push({ path, around: text.slice(Math.max(0, at - 30), at + form.length + 30) });
    }
  };
  const lookInBytes = (bytes: Uint8Array, path: string) => {
    lookIn(utf8.decode(bytes), path);
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return;
    for (const [name, content] of Object.entries(unzipSync(bytes))) lookInBytes(content, `${path}!${name}`);
  };
  look(store, "");
  return found;
}
