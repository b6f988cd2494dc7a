import type { Household } from "../organisation.ts";
import { addressParts, type NormalAddress, normalAddress } from "./address.ts";
import { normalContact } from "./contact.ts";

/** A project's household file, asked where the words leave a part open. */
export interface AddressBook {
  /**
   * The one household of the file that an address can mean. A room that the file does not have gets the area of its
   * building, where that stands in one area only; else the address stays as it is.
   */
  readonly resolve: (address: NormalAddress) => NormalAddress;
  /** The households that the file has this phone number for. */
  readonly byPhone: (phone: string) => readonly Household[];
}

/** The address book of a household file; the order of its rows does not matter. */
export function addressBook(households: readonly Household[]): AddressBook {
  const rooms = new Map<string, NormalAddress[]>();
  const areas = new Map<string, Set<string>>();
  const phones = new Map<string, Household[]>();
  for (const household of households) {
    const address = normalAddress(household);
    areas.set(address.building, (areas.get(address.building) ?? new Set()).add(address.area));
    rooms.set(address.room, [...(rooms.get(address.room) ?? []), address]);
    const { phone } = household;
    if (phone === undefined) continue;
    const key = normalContact(phone);
    phones.set(key, [...(phones.get(key) ?? []), household]);
  }
  return {
    resolve(address) {
      const listed = rooms.get(address.room) ?? [];
      if (address.room === "" || listed.some((one) => isSame(one, address))) return address;
      const [only, ...more] = listed.filter((one) => mayBe(one, address));
      if (only !== undefined) return more.length > 0 ? address : only;
      const [area = "", ...others] = address.area === "" ? (areas.get(address.building) ?? []) : [];
      return area === "" || others.length > 0 ? address : { ...address, area };
    },
    byPhone: (phone) => phones.get(normalContact(phone)) ?? [],
  };
}

export const emptyAddressBook: AddressBook = addressBook([]);

function isSame(a: NormalAddress, b: NormalAddress): boolean {
  return addressParts.every((part) => a[part] === b[part]);
}

/** True if nothing that both say differs. */
function mayBe(listed: NormalAddress, told: NormalAddress): boolean {
  return addressParts.every(
    (part) => listed[part] === told[part] || listed[part] === "" || told[part] === "",
  );
}
