import { AwsError, notImplemented } from "../http/wire.ts";
import type { ListedStoredObject } from "./object-store.ts";
import { element } from "./xml.ts";

/** What ListObjectsV2 asks for. */
export interface Listing {
  readonly prefix: string;
  /** Only keys after this one. */
  readonly after: string;
  /** 0 to 1,000. */
  readonly maxKeys: number;
  readonly startAfter: string | undefined;
  readonly continuationToken: string | undefined;
  readonly urlEncoded: boolean;
}

const argument = (message: string) => new AwsError("InvalidArgument", message, 400);

/** Throws AwsError. */
export function readListing(query: URLSearchParams): Listing {
  if ((query.get("delimiter") ?? "") !== "") throw notImplemented("s3", "ListObjectsV2 with a delimiter");
  const maxKeys = Number(query.get("max-keys") ?? 1000);
  if (!Number.isInteger(maxKeys) || maxKeys < 0) throw argument("max-keys is not a natural number");
  const startAfter = query.get("start-after") ?? undefined;
  const continuationToken = query.get("continuation-token") ?? undefined;
  return {
    prefix: query.get("prefix") ?? "",
    after:
      continuationToken === undefined
        ? (startAfter ?? "")
        : Buffer.from(continuationToken, "base64url").toString("utf8"),
    maxKeys: Math.min(maxKeys, 1000),
    startAfter,
    continuationToken,
    urlEncoded: query.get("encoding-type") === "url",
  };
}

/** `page` may hold one object more than asked for: then the listing is truncated. */
export function writeListing(bucket: string, listing: Listing, page: readonly ListedStoredObject[]): string {
  const shown = page.slice(0, listing.maxKeys);
  const last = shown.at(-1);
  const more = page.length > listing.maxKeys && last !== undefined;
  const named = (value: string) =>
    listing.urlEncoded ? encodeURIComponent(value).replaceAll("%2F", "/") : value;
  const optional = (name: string, value: string | undefined) =>
    value === undefined ? [] : [element(name, value)];
  return element("ListBucketResult", [
    element("Name", bucket),
    element("Prefix", named(listing.prefix)),
    element("KeyCount", shown.length),
    element("MaxKeys", listing.maxKeys),
    element("IsTruncated", more),
    ...optional("EncodingType", listing.urlEncoded ? "url" : undefined),
    ...optional("StartAfter", listing.startAfter),
    ...optional("ContinuationToken", listing.continuationToken),
    ...optional("NextContinuationToken", more ? Buffer.from(last.key).toString("base64url") : undefined),
    ...shown.map(({ key, size, etag, lastModified }) =>
      element("Contents", [
        element("Key", named(key)),
        element("LastModified", new Date(lastModified).toISOString()),
        element("ETag", `"${etag}"`),
        element("Size", size),
        element("StorageClass", "STANDARD"),
      ]),
    ),
  ]);
}
