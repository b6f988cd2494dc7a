import { decodeAs } from "./decoders.ts";
import type { DefectList } from "./defects.ts";
import { asBuffer } from "./transfer.ts";

const LF = 0x0a;
const CR = 0x0d;

/** The bytes of a mail as the wire would have them: no file of UTF-16, lines ended by LF or CRLF. */
export function asMailBytes(raw: Uint8Array, defects: DefectList): Buffer {
  return withLineFeeds(asBytes(asBuffer(raw), defects), defects);
}

/** Some programs save a mail as a "Unicode" text file. */
function asBytes(raw: Buffer, defects: DefectList): Buffer {
  const mark = raw.toString("latin1", 0, 2);
  if (mark !== "\xff\xfe" && mark !== "\xfe\xff") return raw;
  defects.add("utf-16-file");
  return Buffer.from(decodeAs(mark === "\xff\xfe" ? "utf-16le" : "utf-16be", raw));
}

/** Mails from old Macs and some gateways end their lines with CR alone. */
function withLineFeeds(raw: Buffer, defects: DefectList): Buffer {
  const head = raw.toString("latin1", 0, 4096);
  const lone = head.match(/\r(?![\r\n])/g)?.length ?? 0;
  if (lone <= head.split("\n").length - 1) return raw;
  defects.add("bare-cr-line-ends");
  return asBuffer(raw.map((byte, at) => (byte === CR && raw[at + 1] !== LF ? LF : byte)));
}
