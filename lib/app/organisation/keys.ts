import type { Location } from "../../domain/complaint/events.ts";
import { shortHash } from "../documents/ids.ts";
import type { Crypto } from "../ports/crypto.ts";

/** `building/unit/room`: one household of a project; undefined when no room is known. */
export function householdKey(location: Location): string | undefined {
  if (location.room === undefined) return undefined;
  return [location.building ?? "", location.unit ?? "", location.room].join("/");
}

/** Keyed hash of a phone number or mail address, so that an index holds no personal value. */
export function contactKey(crypto: Pick<Crypto, "keyedHash">, contact: string): string {
  const normal = contact.includes("@")
    ? contact.trim().toLowerCase()
    : contact.replace(/^\+?86|[\s()-]/g, "");
  return shortHash(crypto, `contact:${normal}`);
}
