import { type Complaint, registeredValue } from "../complaint/document.ts";
import { normalAddress } from "../organisation/identity/address.ts";
import { normalContact } from "../organisation/identity/contact.ts";
import { plainText } from "../organisation/identity/plain.ts";
import { readSearch } from "../organisation/identity/search.ts";

/** What of a complaint people type to find it. */
export const searchFields = ["matter", "name", "phone", "room"] as const;
export type SearchField = (typeof searchFields)[number];

/** Pieces of one field that a fingerprint says are there: two characters of words, four digits of a number, a room's forms. */
export type Grams = Readonly<Partial<Record<SearchField, readonly string[]>>>;

const WORD = 2;
/** Fewer digits of a phone number would find half of all. */
const DIGITS = 4;

/** Words without case, width, blanks and punctuation. */
function wordsOf(text: string): string {
  return plainText(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function windows(text: string, size: number): readonly string[] {
  const characters = Array.from(text);
  const count = characters.length - size + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => characters.slice(at, at + size).join(""));
}

/** The ways in which a flat is said: with its building and unit, with its building, alone. */
function roomsOf({ registration }: Complaint): readonly string[] {
  const { building, unit, room } = normalAddress(registration.location);
  if (room === "") return [];
  return [room, ...(building === "" ? [] : [`${building}/${room}`, `${building}/${unit}/${room}`])];
}

/** What somebody could find the complaint by; nothing of a value that was erased or never told. */
export function gramsOf(complaint: Complaint): Grams {
  const value = (field: string) => registeredValue(complaint, field) ?? "";
  return {
    matter: windows(wordsOf(value("matter")), WORD),
    name: windows(wordsOf(value("name")), WORD),
    phone: windows(normalContact(value("phone")).replaceAll(/\D/g, ""), DIGITS),
    room: roomsOf(complaint),
  };
}

/** What the words typed may mean, field by field; all pieces of one field must be there. */
export function gramsOfQuery(q: string): Grams {
  const words = wordsOf(q);
  const digits = digitsOf(q);
  const rooms = roomsIn(q);
  return {
    ...(windows(words, WORD).length === 0
      ? {}
      : { matter: windows(words, WORD), name: windows(words, WORD) }),
    ...(digits === undefined ? {} : { phone: windows(digits, DIGITS) }),
    ...(rooms.length === 0 ? {} : { room: rooms }),
  };
}

function digitsOf(q: string): string | undefined {
  const digits = normalContact(q).replaceAll(/\D/g, "");
  return /^[\d\s()+-]+$/.test(plainText(q)) && digits.length >= DIGITS ? digits : undefined;
}

/** The most exact way in which the words name a flat. */
function roomsIn(q: string): readonly string[] {
  const { address, prefixes } = readSearch(q);
  const whole = prefixes.filter((prefix) => /^[^/]+\/[^/]*\/[^/]+$/.test(prefix)).slice(0, 1);
  if (whole.length > 0) return whole;
  if (address === undefined) return [];
  return [address.building === undefined ? address.room : `${address.building}/${address.room}`];
}

/**
 * True if the complaint, as its reader sees it, really holds what was typed: a fingerprint only says that it may. Of what
 * the reader may not know nothing is there to be found.
 */
export function holdsWords(complaint: Complaint, q: string): boolean {
  const words = wordsOf(q);
  const says = (field: string) => wordsOf(registeredValue(complaint, field) ?? "").includes(words);
  const digits = digitsOf(q);
  const phone = normalContact(registeredValue(complaint, "phone") ?? "").replaceAll(/\D/g, "");
  const rooms = roomsIn(q);
  return (
    (Array.from(words).length >= WORD && (says("matter") || says("name"))) ||
    (digits !== undefined && phone.includes(digits)) ||
    (rooms.length > 0 && rooms.every((room) => roomsOf(complaint).includes(room)))
  );
}
