import { objectNeeds } from "../access.ts";
import {
  AwsError,
  type AwsService,
  type CrossOrigin,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../http/wire.ts";
import { readUpload } from "./body.ts";
import { crossOriginHeaders, preflight } from "./cross-origin.ts";
import { readListing, writeListing } from "./listing.ts";
import { lockedUntilHeader, type ObjectHead, type S3Store, type StoredObject } from "./object-store.ts";
import { element, xmlHeader } from "./xml.ts";

/** What the protocol asks of a store. */
export type ServedObjects = Pick<S3Store, "find" | "head" | "remove" | "page" | "store" | "crossOriginRules">;

/** Headers kept with an object and given back with it. */
const keptHeaders = [
  "content-type",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "expires",
] as const;

/** Until when an object may not be changed; kept with it as they are. */
const lockHeaders = ["x-amz-object-lock-mode", lockedUntilHeader] as const;

/** Sub-resources: a request with one of these in its query is another operation than the plain one. */
const subresources = [
  "acl",
  "tagging",
  "uploads",
  "uploadId",
  "delete",
  "versions",
  "location",
  "policy",
  "cors",
].concat([
  "versioning",
  "lifecycle",
  "notification",
  "encryption",
  "attributes",
  "torrent",
  "retention",
  "legal-hold",
]);

/** S3 in path style. */
export class S3Service implements AwsService {
  readonly accessDenied = "AccessDenied";
  readonly #store: ServedObjects;

  constructor(store: ServedObjects) {
    this.#store = store;
  }

  plan(request: WireRequest): Plan {
    const [bucket, key] = locate(request.path);
    const operation = operationOf(request, bucket, key);
    const needs = objectNeeds(operation, bucket, key, {
      locks: request.headers[lockHeaders[0]] !== undefined,
      bypasses: request.headers["x-amz-bypass-governance-retention"] === "true",
      version: request.query.has("versionId"),
      missing: reads(operation) && this.#store.head(bucket, key) === undefined,
    });
    return { operation, needs, perform: () => this.#perform(operation, bucket, key, request) };
  }

  /** A page of another origin asks whether it may, or wants to see the answer. */
  crossOrigin({ method, path, headers }: WireRequest): CrossOrigin {
    const rules = this.#store.crossOriginRules(locate(path)[0]);
    return method === "OPTIONS"
      ? { answer: preflight(rules, headers) }
      : { headers: crossOriginHeaders(rules, method, headers) };
  }

  refuse(error: AwsError, request: WireRequest): WireAnswer {
    const body = element("Error", [
      element("Code", error.code),
      element("Message", error.message),
      element("Resource", request.path),
    ]);
    return { status: error.status, headers: { "content-type": "application/xml" }, body: xmlHeader + body };
  }

  #perform(operation: Operation, bucket: string, key: string, request: WireRequest): WireAnswer {
    switch (operation) {
      case "PutObject":
        return this.#put(bucket, key, request);
      case "GetObject":
        return found(this.#store.find(bucket, key), request);
      case "HeadObject": {
        const head = this.#store.head(bucket, key);
        if (head === undefined) throw noSuchKey();
        return {
          status: 200,
          headers: { ...describe(head, request), "content-length": String(head.size) },
          body: "",
        };
      }
      case "DeleteObject":
        this.#store.remove(bucket, key, {
          evenLocked: request.headers["x-amz-bypass-governance-retention"] === "true",
        });
        return { status: 204, headers: {}, body: "" };
      case "ListObjectsV2": {
        const listing = readListing(request.query);
        // One more than asked for tells whether there is a next page.
        const page = this.#store.page(bucket, { ...listing, limit: listing.maxKeys + 1 });
        return {
          status: 200,
          headers: { "content-type": "application/xml" },
          body: xmlHeader + writeListing(bucket, listing, page),
        };
      }
    }
  }

  #put(bucket: string, key: string, request: WireRequest): WireAnswer {
    const { headers } = request;
    if (headers["if-match"] !== undefined) throw notImplemented("s3", "PutObject with If-Match");
    const onlyNew = headers["if-none-match"];
    if (onlyNew !== undefined && onlyNew !== "*")
      throw notImplemented("s3", "PutObject with If-None-Match of an ETag");
    const metadata: Record<string, string> = {};
    for (const [name, value] of Object.entries(headers)) {
      if (name.startsWith("x-amz-meta-") && typeof value === "string") {
        metadata[name.slice("x-amz-meta-".length)] = value;
      }
    }
    const kept: Record<string, string> = { "content-type": "application/octet-stream" };
    for (const name of [...keptHeaders, ...lockHeaders]) {
      const value = headers[name];
      if (typeof value === "string") kept[name] = value;
    }
    // aws-chunked belongs to the transfer, not to the object.
    const encoding = (kept["content-encoding"] ?? "").replace(/^aws-chunked,?\s*/, "");
    if (encoding === "") delete kept["content-encoding"];
    else kept["content-encoding"] = encoding;
    const { etag, crc32 } = this.#store.store(bucket, key, {
      body: readUpload(request.body, headers),
      headers: kept,
      metadata,
      onlyNew: onlyNew === "*",
    });
    return { status: 200, headers: { etag: `"${etag}"`, "x-amz-checksum-crc32": crc32 }, body: "" };
  }
}

type Operation = "PutObject" | "GetObject" | "HeadObject" | "DeleteObject" | "ListObjectsV2";

function locate(path: string): [bucket: string, key: string] {
  const [bucket = "", ...key] = path.slice(1).split("/");
  try {
    return [decodeURIComponent(bucket), key.map(decodeURIComponent).join("/")];
  } catch (error) {
    if (error instanceof URIError) throw new AwsError("InvalidURI", "Couldn't parse the specified URI.", 400);
    throw error;
  }
}

function operationOf({ method, query, headers }: WireRequest, bucket: string, key: string): Operation {
  const other = subresources.find((name) => query.has(name));
  const named =
    query.get("x-id") ??
    `${method} ${key === "" ? "bucket" : "object"}${other === undefined ? "" : ` ?${other}`}`;
  if (bucket === "" || other !== undefined || headers["x-amz-copy-source"] !== undefined) {
    throw notImplemented("s3", named);
  }
  if (key === "") {
    if (method === "GET" && query.get("list-type") === "2") return "ListObjectsV2";
    throw notImplemented("s3", named);
  }
  switch (method) {
    case "PUT":
      return "PutObject";
    case "GET":
      return "GetObject";
    case "HEAD":
      return "HeadObject";
    case "DELETE":
      return "DeleteObject";
    default:
      throw notImplemented("s3", named);
  }
}

function reads(operation: Operation): boolean {
  return operation === "GetObject" || operation === "HeadObject";
}

function noSuchKey(): AwsError {
  return new AwsError("NoSuchKey", "The specified key does not exist.", 404);
}

/** `response-content-disposition` and its like override a header of the answer. */
function describe(head: ObjectHead, { query, headers }: WireRequest): Record<string, string> {
  const described: Record<string, string> = {
    ...head.headers,
    etag: `"${head.etag}"`,
    "last-modified": new Date(head.lastModified).toUTCString(),
    "accept-ranges": "bytes",
  };
  for (const [name, value] of Object.entries(head.metadata)) described[`x-amz-meta-${name}`] = value;
  for (const name of keptHeaders) {
    const wanted = query.get(`response-${name}`);
    if (wanted !== null) described[name] = wanted;
  }
  if (headers["x-amz-checksum-mode"] === "ENABLED" && headers.range === undefined) {
    described["x-amz-checksum-crc32"] = head.crc32;
  }
  return described;
}

function found(object: StoredObject | undefined, request: WireRequest): WireAnswer {
  if (object === undefined) throw noSuchKey();
  const headers = describe(object, request);
  const range = readRange(request.headers.range, object.size);
  if (range === undefined) return { status: 200, headers, body: object.body };
  const [first, last] = range;
  return {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${first}-${last}/${object.size}` },
    body: object.body.subarray(first, last + 1),
  };
}

/** First and last byte of `bytes=a-b`, `bytes=a-` or `bytes=-n`; other forms are ignored, as HTTP allows. */
function readRange(header: string | undefined, size: number): [number, number] | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (match === null || match[0] === "bytes=-") return undefined;
  const [, from = "", to = ""] = match;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (first >= size || first > last) {
    throw new AwsError("InvalidRange", "The requested range is not satisfiable", 416);
  }
  return [first, last];
}
