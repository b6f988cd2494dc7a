import { normalAddress, type WrittenAddress } from "../../domain/organisation/identity/address.ts";
import {
  type AddressBook,
  addressBook,
  emptyAddressBook,
} from "../../domain/organisation/identity/address-book.ts";
import { householdKey } from "../../domain/organisation/identity/household-key.ts";
import type { Ports } from "../ports/index.ts";
import type { HouseholdStore } from "../ports/organisation.ts";

type Kept = { readonly importId: string; readonly book: AddressBook };

/** The rows of an import never change: each is read once by a running function. */
const kept = new WeakMap<HouseholdStore, Map<string, Kept>>();

/** The address book of a project's household file; an empty one where there is no file. */
export async function addressBookOf(
  { households }: Pick<Ports, "households">,
  projectId: string,
): Promise<AddressBook> {
  const list = await households.list(projectId);
  if (list === undefined) return emptyAddressBook;
  const books = kept.get(households) ?? new Map<string, Kept>();
  kept.set(households, books);
  const known = books.get(projectId);
  if (known?.importId === list.importId) return known.book;
  const book = addressBook(await households.households(projectId, list.importId));
  books.set(projectId, { importId: list.importId, book });
  return book;
}

/** The household that a location means (docs/organisation.md); undefined when no room is known. */
export async function householdKeyIn(
  ports: Pick<Ports, "households">,
  projectId: string,
  location: WrittenAddress,
): Promise<string | undefined> {
  if (normalAddress(location).room === "") return undefined;
  return householdKeyOf(await addressBookOf(ports, projectId), location);
}

/** The same by a book that was read before. */
export function householdKeyOf(book: AddressBook, location: WrittenAddress): string | undefined {
  const address = normalAddress(location);
  return address.room === "" ? undefined : householdKey(book.resolve(address));
}
