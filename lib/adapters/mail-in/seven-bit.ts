import { decodeAs } from "./decoders.ts";

/** The 7-bit encodings that TextDecoder refuses on principle but old mail systems still send. */

/** HZ (RFC 1843): "~{" … "~}" brackets GB2312 with the high bits stripped. */
export function decodeHz(bytes: Uint8Array): string {
  const source = Buffer.from(bytes)
    .toString("latin1")
    .replace(/~\r?\n/g, "");
  return source
    .split(/(~\{[^]*?(?:~\}|$))/)
    .map((piece) =>
      piece.startsWith("~{")
        ? raise(piece.slice(2).replace(/~\}$/, ""), "gb18030")
        : plain(piece.replaceAll("~~", "~")),
    )
    .join("");
}

const SHIFT_OUT = "\x0e";
const SHIFT_IN = "\x0f";

/** ISO-2022-KR (RFC 1557): SO … SI brackets KS X 1001 with the high bits stripped. */
export function decodeIso2022Kr(bytes: Uint8Array): string {
  const [head = "", ...shifted] = Buffer.from(bytes)
    .toString("latin1")
    .replaceAll("\x1b$)C", "")
    .split(SHIFT_OUT);
  const pieces = shifted.map((piece) => {
    const [korean = "", ...rest] = piece.split(SHIFT_IN);
    return raise(korean, "euc-kr") + plain(rest.join(""));
  });
  return plain(head) + pieces.join("");
}

/** UTF-7 (RFC 2152): "+" base64 of UTF-16BE "-". */
export function decodeUtf7(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString("latin1");
  return source
    .split(/(\+[A-Za-z0-9+/]*-?)/)
    .map((piece) => {
      if (!piece.startsWith("+")) return plain(piece);
      const payload = piece.slice(1).replace(/-$/, "");
      if (payload === "") return "+";
      const units = Buffer.from(payload, "base64");
      return decodeAs("utf-16be", units.subarray(0, units.length - (units.length % 2)));
    })
    .join("");
}

function raise(sevenBit: string, label: string): string {
  const raised = Buffer.from(sevenBit, "latin1").map((byte) =>
    byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte,
  );
  return decodeAs(label, raised);
}

/** Text outside the brackets should be ASCII; where it is not, it is Chinese of the same family. */
function plain(piece: string): string {
  return /[\x80-\xff]/.test(piece) ? decodeAs("gb18030", Buffer.from(piece, "latin1")) : piece;
}
