import type { Grams } from "./grams.ts";

/** Bits for each piece: one in eight of a fingerprint's bits is set, so a word of two characters errs once in eight. */
const BITS_A_PIECE = 8;
const LEAST_BITS = 256;
/** A letter of 4,000 characters errs more often and costs a kilobyte. */
const MOST_BITS = 8192;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A keyed hash in base64url: without the installation's key nobody can try words out on a fingerprint. */
export type KeyedHash = (text: string) => string;

/** One bit for each piece of a complaint's words, at a place that only the key knows. */
export function fingerprint(grams: Grams, keyedHash: KeyedHash): Uint8Array {
  const pieces = piecesOf(grams);
  let size = LEAST_BITS;
  while (size < pieces.length * BITS_A_PIECE && size < MOST_BITS) size *= 2;
  const bits = new Uint8Array(size / 8);
  for (const piece of pieces) {
    const place = placeOf(piece, keyedHash) % size;
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
  return bits;
}

/** Asks fingerprints for the words of one search: true where all pieces of one of the fields may be there. */
export function asking(query: Grams, keyedHash: KeyedHash): (bits: Uint8Array) => boolean {
  const fields = Object.entries(query).map(([field, grams]) =>
    (grams ?? []).map((gram) => placeOf(`${field}:${gram}`, keyedHash)),
  );
  return (bits) => {
    const size = bits.length * 8;
    const isSet = (place: number) => ((bits[(place % size) >> 3] ?? 0) & (1 << (place & 7))) !== 0;
    return size > 0 && fields.some((places) => places.length > 0 && places.every(isSet));
  };
}

function piecesOf(grams: Grams): readonly string[] {
  return [
    ...new Set(
      Object.entries(grams).flatMap(([field, pieces]) => (pieces ?? []).map((one) => `${field}:${one}`)),
    ),
  ];
}

/** Thirty bits of the hash: five of its characters. */
function placeOf(piece: string, keyedHash: KeyedHash): number {
  let place = 0;
  for (const char of keyedHash(`search:${piece}`).slice(0, 5)) place = place * 64 + ALPHABET.indexOf(char);
  return place;
}
