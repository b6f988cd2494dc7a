import { type Page, type PageRequest, UnknownCursor } from "../../../lib/app/ports/page.ts";

/** What a store gives back has been through JSON, as with the real one. */
export function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/** Pages as the table gives them: an opaque cursor, and none after the last. */
export function paged<T>(all: readonly T[], { limit, cursor }: PageRequest): Page<T> {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new UnknownCursor(cursor);
  const from = cursor === undefined ? 0 : Number(cursor);
  const items = all.slice(from, from + limit);
  return from + limit < all.length ? { items, cursor: String(from + limit) } : { items };
}
