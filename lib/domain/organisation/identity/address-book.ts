import type { Household } from "../organisation.ts";
import { addressParts, type NormalAddress, normalAddress } from "./address.ts";
import { normalContact } from "./contact.ts";

/** A project's household file, asked where the words leave a part open. */
export interface AddressBook {
  /** The one household of the file that an address can mean; the address itself where there is none or more than one. */
  readonly resolve: (address: NormalAddress) => NormalAddress;
  /** The households that the file has this phone number for. */
  readonly byPhone: (phone: string) => readonly Household[];
}

/** The address book of a household file; the order of its rows does not matter. */
export function addressBook(households: readonly Household[]): AddressBook {
  const rooms = new Map<string, NormalAddress[]>();
  const phones = new Map<string, Household[]>();
  for (const household of households) {
    const address = normalAddress(household);
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
      return only === undefined || more.length > 0 ? address : only;
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
