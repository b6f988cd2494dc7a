import { normalAddress } from "./address.ts";
import { plainText } from "./plain.ts";

/** What a search word may mean, in normal form. */
export interface SearchWords {
  /** A complaint's number as it is kept. */
  readonly number?: string;
  /** Beginnings of household keys, `building/unit/room`. */
  readonly prefixes: readonly string[];
  /** A room, in any building or in one. */
  readonly address?: { readonly room: string; readonly building?: string };
}

const shortest = 3;

/** Reads what somebody typed to find a complaint: a number, a household (8-1-601, 8栋, 8/1/6), a room alone. */
export function readSearch(q: string): SearchWords {
  const plain = plainText(q);
  const number = /^(?:编号|单号|no\.?|#|№)?[:：]?([a-z]?)(\d{1,9})$/.exec(plain);
  const asRoom = normalAddress({ room: plain });
  // 003 is a number and 601 a room; a building's has fewer digits.
  const asBuilding = normalAddress({ building: /^(?:0\d*|\d{3,})$/.test(plain) ? "" : plain });
  const { building, unit, room } = asRoom;
  const prefixes = [
    ...(plain.includes("/") || !/^\d+$/.test(plain) ? [plain] : []),
    ...(building !== "" && unit !== "" && room !== "" ? [[building, unit, room].join("/")] : []),
    ...(asBuilding.building === ""
      ? []
      : [`${asBuilding.building}/${asBuilding.unit === "" ? "" : `${asBuilding.unit}/`}`]),
  ];
  const alone = room !== "" && unit === "" && /^[\da-z负-]+$/.test(room);
  return {
    ...(number === null
      ? {}
      : { number: `${number[1]?.toUpperCase()}${number[2]?.padStart(shortest, "0")}` }),
    prefixes: [...new Set(prefixes)].filter((prefix) => prefix !== "" && prefix !== "/"),
    ...(alone ? { address: building === "" ? { room } : { room, building } } : {}),
  };
}
