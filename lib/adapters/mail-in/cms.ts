import { inflateSync } from "node:zlib";
import { BerReader, type Element } from "./ber.ts";

/** What a CMS structure (RFC 5652) turns out to hold: the MIME entity in it, something encrypted, or nothing that is read. */
export type Opened =
  | { readonly holds: "entity"; readonly bytes: Buffer }
  | { readonly holds: "secret" }
  | { readonly holds: "nothing" };

export type OpenCms = (bytes: Buffer) => Opened;

const NOTHING: Opened = { holds: "nothing" };

/** Object identifiers (1.2.840.113549 …) as their bytes. */
const DATA = "2a864886f70d010701";
const SIGNED = "2a864886f70d010702";
/** RFC 3274 */
const COMPRESSED = "2a864886f70d0109100109";
/** Enveloped, signed and enveloped, encrypted; authenticated and enveloped (RFC 5083). */
const SECRET: ReadonlySet<string> = new Set([
  "2a864886f70d010703",
  "2a864886f70d010704",
  "2a864886f70d010706",
  "2a864886f70d0109100117",
]);

/** Bytes that all compressed letters of one mail may unpack to. */
const UNPACKED = 40_000_000;
const OBJECT_IDENTIFIER = 0x06;
const OCTET_STRING = 0x04;
const CONSTRUCTED_OCTET_STRING = 0x24;

/**
 * Opens the CMS structures of one mail, however encoded (DER, BER with indefinite lengths and text in chunks). Signatures are
 * not checked: who wrote is never taken from them. Never throws; what is broken or too large holds nothing.
 */
export function cmsOpener(): OpenCms {
  let left = UNPACKED;
  const inflated = (packed: Buffer): Buffer => {
    const bytes = inflateSync(packed, { maxOutputLength: Math.max(1, left) });
    left -= bytes.length;
    return bytes;
  };
  return (bytes) => {
    try {
      return opened(bytes, inflated);
    } catch {
      // Bytes of anybody's making: what cannot be read is kept as a file and holds nothing.
      return NOTHING;
    }
  };
}

/** ContentInfo: its type, and in [0] SignedData or CompressedData, each with what it is about in the third place. */
function opened(bytes: Buffer, inflated: (packed: Buffer) => Buffer): Opened {
  const ber = new BerReader(bytes);
  const [type, content] = ber.within(ber.head());
  const kind = idOf(ber, type);
  if (SECRET.has(kind)) return { holds: "secret" };
  if (kind !== SIGNED && kind !== COMPRESSED) return NOTHING;
  const [, , encapsulated] = ber.within(ber.within(content)[0]);
  const [about, wrapped] = ber.within(encapsulated);
  const [octets] = ber.within(wrapped);
  // Without it the signature stands apart from what it signs.
  if (idOf(ber, about) !== DATA || octets === undefined) return NOTHING;
  const entity = Buffer.concat(chunksOf(ber, octets));
  return { holds: "entity", bytes: kind === SIGNED ? entity : inflated(entity) };
}

/** The text of an OCTET STRING; in chunks, and these in chunks, as BER has it. */
function chunksOf(ber: BerReader, octets: Element): readonly Buffer[] {
  if (octets.tag === OCTET_STRING) return [ber.content(octets)];
  if (octets.tag !== CONSTRUCTED_OCTET_STRING) return [];
  return ber.within(octets).flatMap((chunk) => chunksOf(ber, chunk));
}

function idOf(ber: BerReader, element: Element | undefined): string {
  return element?.tag === OBJECT_IDENTIFIER ? ber.content(element).toString("hex") : "";
}
