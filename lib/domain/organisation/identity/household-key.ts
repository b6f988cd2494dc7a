import { addressParts, type NormalAddress, normalAddress, type WrittenAddress } from "./address.ts";

/**
 * `building/unit/room`, with `/area` where it is known: one household of a project, in normal form. Undefined when no room
 * is known. The area stands last, so that a building's households lie together.
 */
export function householdKey({ area, building, unit, room }: NormalAddress): string | undefined {
  if (room === "") return undefined;
  return [building, unit, room, ...(area === "" ? [] : [area])].join("/");
}

/** The address in a key in normal form; undefined for a key of another form. */
export function addressIn(key: string): NormalAddress | undefined {
  const [building = "", unit = "", room = "", area = "", ...more] = key.split("/");
  const address = { area, building, unit, room };
  const normal = normalAddress(address);
  const same =
    more.length === 0 && room !== "" && addressParts.every((part) => normal[part] === address[part]);
  return same ? address : undefined;
}

/**
 * The household of a registration: as the project's household file decided when it was written, else by the words. Keys
 * from before the normal form are put into it here, so that old and new ones meet.
 */
export function householdOf(registration: {
  readonly location: WrittenAddress;
  readonly householdKey?: string;
}): string | undefined {
  const stored = registration.householdKey;
  if (stored === undefined) return undefined;
  const decided = addressIn(stored);
  const written = normalAddress(registration.location);
  // A key without area may be an old one, which never had any.
  if (decided !== undefined && (decided.area !== "" || written.area === "")) return stored;
  return householdKey(written) ?? stored;
}

/** The building of a location, with its area where known; undefined when no building is known. */
export function buildingOf(registration: {
  readonly location: WrittenAddress;
  readonly householdKey?: string;
}): string | undefined {
  const key = householdOf(registration);
  const { area, building } =
    (key === undefined ? undefined : addressIn(key)) ?? normalAddress(registration.location);
  if (building === "") return undefined;
  return area === "" ? building : `${building}/${area}`;
}

/**
 * Where complaints of a household stand in the index: by its key without area, which finds those with area too, and as
 * this location was kept before there was a normal form.
 */
export function householdPrefixes(
  household: string,
  { building = "", unit = "", room = "" }: WrittenAddress,
  stored: string | undefined,
): readonly string[] {
  const bare = household.split("/").slice(0, 3).join("/");
  const written = [[building, unit, room].join("/"), stored ?? ""].filter((key) => !key.startsWith(bare));
  return [...new Set([bare, ...written.filter((key) => key !== "")])];
}

/** The address of an index key of any age, in normal form. */
export function addressOfKey(key: string): NormalAddress {
  const [building = "", unit = "", ...room] = key.split("/");
  return addressIn(key) ?? normalAddress({ building, unit, room: room.join("/") });
}
