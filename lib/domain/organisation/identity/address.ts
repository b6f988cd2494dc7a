import { withDigits } from "./numerals.ts";
import { plainText } from "./plain.ts";

/** Where somebody lives, as it was written; any part may be missing. */
export interface WrittenAddress {
  readonly area?: string;
  readonly building?: string;
  readonly unit?: string;
  readonly room?: string;
}

export const addressParts = ["area", "building", "unit", "room"] as const;
export type AddressPart = (typeof addressParts)[number];
/** An address in normal form; a part nobody wrote is empty. */
export type NormalAddress = Readonly<Record<AddressPart, string>>;

type Mark = AddressPart | "floor" | "number";

/** What is written behind a part, the longest first; 号 and 楼 are said of more than one. */
const marks: readonly (readonly [string, Mark])[] = [
  ["号楼", "building"],
  ["栋楼", "building"],
  ["幢楼", "building"],
  ["#楼", "building"],
  ["组团", "area"],
  ["小区", "area"],
  ["单元", "unit"],
  ["门洞", "unit"],
  ["号房", "room"],
  ["号室", "room"],
  ["期", "area"],
  ["区", "area"],
  ["栋", "building"],
  ["幢", "building"],
  ["座", "building"],
  ["#", "building"],
  ["梯", "unit"],
  ["门", "unit"],
  ["层", "floor"],
  ["楼", "number"],
  ["号", "number"],
  ["室", "room"],
  ["房", "room"],
  ["户", "room"],
];

/** More rounds than any address has parts. */
const ROUNDS = 12;

/**
 * The normal form of an address (`default`): without width, blanks, leading zeros and 栋/幢/号楼/座/#, 单元/门, 室/房/号,
 * 期/区; Chinese numerals are digits, 6层01 is 601, and 3-1-101 or 3栋1单元101室 in one field is told apart. What it cannot
 * read stays as written. Idempotent; it depends on the words alone, so that equal addresses are equal for ever.
 */
export function normalAddress(written: WrittenAddress): NormalAddress {
  const name = JSON.stringify(addressParts.map((part) => written[part] ?? ""));
  const known = worked.get(name);
  if (known !== undefined) return known;
  const normal = workedOut(written);
  if (worked.size >= REMEMBERED) worked.clear();
  worked.set(name, normal);
  return normal;
}

/** A complaint's address is asked for a dozen times a write, and those of its neighbours with each look for a group. */
const REMEMBERED = 5000;
const worked = new Map<string, NormalAddress>();

function workedOut(written: WrittenAddress): NormalAddress {
  let address = mapped(written, plainPart);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = mapped(split(address), plainPart);
    if (addressParts.every((part) => next[part] === address[part])) return next;
    address = next;
  }
  return address;
}

/** Punctuation between parts is a hyphen; `-1`, 地下1 and 负一 are the same floor below ground. */
function plainPart(text: string): string {
  const plain = plainText(text).replace(/^(?:-|地下|负)(?=[\d一二三四五六七八九十])/, "负");
  return plain.replace(/[-_.,，。、·•|\\/()（）[\]【】:：;；'"]+/g, "-").replace(/^-|-$/g, "");
}

function split(address: NormalAddress): NormalAddress {
  let next = address;
  for (const part of addressParts) next = joinedFloor(byHyphens(byMarks(next, part), part), part);
  return mapped(next, (text) => text.split("-").map(withDigits).join("-"));
}

interface Piece {
  readonly text: string;
  readonly mark: Mark;
}

/** 3栋1单元101室 → its parts, where no other field says otherwise. */
function byMarks(address: NormalAddress, part: AddressPart): NormalAddress {
  const pieces = piecesOf(address[part], part);
  const floor = pieces.find(({ mark }) => mark === "floor");
  const rooms = pieces.filter(({ mark }) => mark === part);
  const own = floored(floor?.text, rooms.length > 1 ? undefined : rooms[0]?.text);
  if (own === undefined || (part === "room" && own === "")) return address;
  let next: NormalAddress = { ...address, [part]: own };
  for (const { text, mark } of pieces) {
    if (mark === part || mark === "floor") continue;
    const moved = mark === "number" ? undefined : placed(next, mark, text);
    if (moved === undefined) return address;
    next = moved;
  }
  return next;
}

/** What another field may hold of a part: 3, 三, A, 甲; 东区 is an area, 东门 a place. */
const identifier = /^(?:[\da-z负〇一二三四五六七八九十百零]{1,5}|[甲乙丙丁])$/;
const side = /^[东南西北中]$/;

function placed(address: NormalAddress, part: AddressPart, text: string): NormalAddress | undefined {
  const told = address[part];
  if (!identifier.test(text) && !(part === "area" && side.test(text))) return undefined;
  if (told === "") return { ...address, [part]: text };
  return normalOf(part, told) === normalOf(part, text) ? address : undefined;
}

/** The parts of one field by their marks; what stands behind the last one belongs to the field itself. */
function piecesOf(text: string, part: AddressPart): Piece[] {
  const pieces: Piece[] = [];
  let rest = text.replace(/^第(?=.)/, "");
  let read = "";
  while (rest !== "") {
    const found = read === "" ? undefined : marks.find(([word]) => rest.startsWith(word));
    if (found === undefined) {
      read += rest[0];
      rest = rest.slice(1);
      continue;
    }
    rest = rest.slice(found[0].length).replace(/^-?第?/, "");
    pieces.push({ text: read, mark: meaning(found, part, rest) });
    read = "";
  }
  return read === "" ? pieces : [...pieces, { text: read, mark: part }];
}

/** 8号 is a building in the building's field and a room in the room's; 6楼 is a floor only before a room. */
function meaning([word, mark]: readonly [string, Mark], part: AddressPart, rest: string): Mark {
  if (mark !== "number") return mark;
  if (part !== "room") return part === "area" ? "building" : part;
  if (rest === "") return word === "号" ? "room" : "number";
  return word === "楼" ? "floor" : "building";
}

/** 6层 and 01 → 601; undefined where they contradict each other or there is no room. */
function floored(floor: string | undefined, room: string | undefined): string | undefined {
  if (floor === undefined) return room ?? "";
  if (room === undefined) return undefined;
  const [high, low] = [withDigits(floor), room.split("").every(isDigit) ? room : withDigits(room)];
  if (!/^(?:负|[a-z])?\d{1,2}$/.test(high) || !/^\d+[a-z]?$/.test(low)) return undefined;
  if (/^\d{1,2}[a-z]?$/.test(low)) return `${high}${low.padStart(/[a-z]$/.test(low) ? 3 : 2, "0")}`;
  return withDigits(low).startsWith(high) ? low : undefined;
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}

const segment = /^[\da-z〇一二三四五六七八九十百]{1,6}$/;

/** 3-1-101 → building, unit, room, as far as the other fields do not say otherwise; two parts say less than three. */
function byHyphens(address: NormalAddress, part: AddressPart): NormalAddress {
  const segments = address.room.split("-");
  const [room = "", ...before] = segments.toReversed();
  if (part !== "room" || before.length === 0 || !segments.every((one) => segment.test(one))) return address;
  if (before.length === 1 && !isRoom(room)) return address;
  let next: NormalAddress | undefined = { ...address, room };
  for (const [index, text] of before.entries()) {
    const slot = slotsOf(address, before.length)[index];
    next = slot === undefined || next === undefined ? undefined : placed(next, slot, text);
  }
  return next ?? address;
}

/** What stands before a room, from right to left. */
function slotsOf({ building, unit }: NormalAddress, before: number): readonly AddressPart[] {
  if (before > 1) return ["unit", "building", "area"];
  return building === "" && unit === "" ? ["building"] : ["unit"];
}

/** Three digits and more are a room of its own; fewer may be a number on a floor. */
function isRoom(text: string): boolean {
  return /^\d{3,}[a-z]?$/.test(withDigits(text)) || /^[a-z]\d{2,}$/.test(text) || /^0\d{2,}/.test(text);
}

/** 6-01 in a known building is the first door on the sixth floor. */
function joinedFloor(address: NormalAddress, part: AddressPart): NormalAddress {
  if (part !== "room" || address.building === "") return address;
  const [, floor, door] = /^(\d{1,2})-(\d{1,2}[a-z]?)$/.exec(address.room) ?? [];
  const room = floor === undefined ? undefined : floored(floor, door);
  return room === undefined ? address : { ...address, room };
}

function normalOf(part: AddressPart, text: string): string {
  const [piece] = piecesOf(text, part);
  return (piece?.text ?? text).split("-").map(withDigits).join("-");
}

function mapped(address: WrittenAddress, change: (text: string) => string): NormalAddress {
  const { area = "", building = "", unit = "", room = "" } = address;
  return { area: change(area), building: change(building), unit: change(unit), room: change(room) };
}
