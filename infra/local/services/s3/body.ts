import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { AwsError, notImplemented } from "../http/wire.ts";
import { crc32Base64 } from "./object-store.ts";

/** An object's body as sent, with the checksums that came beside it. */
export interface UploadedBody {
  readonly body: Buffer;
  /** `x-amz-checksum-*` from headers or trailers. */
  readonly checksums: Readonly<Record<string, string>>;
}

function incomplete(): AwsError {
  return new AwsError("IncompleteBody", "The request body terminated unexpectedly", 400);
}

/**
 * Unpacks `aws-chunked` (SDKs send streams so, checksums behind the body) and checks length and checksums. Chunk
 * signatures are not checked. Throws AwsError: IncompleteBody, BadDigest.
 */
export function readUpload(raw: Buffer, headers: IncomingHttpHeaders): Buffer {
  const chunked = String(headers["x-amz-content-sha256"] ?? "").startsWith("STREAMING-");
  const { body, checksums } = chunked ? unchunk(raw) : { body: raw, checksums: {} };
  const decoded = headers["x-amz-decoded-content-length"];
  if (decoded !== undefined && Number(decoded) !== body.length) throw incomplete();
  const given: Record<string, string> = { ...checksums };
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith("x-amz-checksum-") && typeof value === "string") given[name] = value;
  }
  checkDigests(body, given, headers["content-md5"]?.toString());
  return body;
}

function unchunk(raw: Buffer): UploadedBody {
  const chunks: Buffer[] = [];
  let at = 0;
  const line = () => {
    const end = raw.indexOf("\r\n", at);
    if (end < 0) throw incomplete();
    const content = raw.toString("latin1", at, end);
    at = end + 2;
    return content;
  };
  for (;;) {
    // `SIZE` or `SIZE;chunk-signature=…`, hexadecimal.
    const size = Number.parseInt(line().split(";")[0] ?? "", 16);
    if (Number.isNaN(size) || at + size > raw.length) throw incomplete();
    if (size === 0) break;
    chunks.push(raw.subarray(at, at + size));
    at += size + 2;
  }
  const checksums: Record<string, string> = {};
  while (at < raw.length) {
    const trailer = line();
    const colon = trailer.indexOf(":");
    if (colon > 0) checksums[trailer.slice(0, colon).toLowerCase()] = trailer.slice(colon + 1).trim();
  }
  return { body: Buffer.concat(chunks), checksums };
}

const digest = (algorithm: string) => (body: Buffer) => createHash(algorithm).update(body).digest("base64");

const algorithms: Readonly<Record<string, (body: Buffer) => string>> = {
  "x-amz-checksum-crc32": crc32Base64,
  "x-amz-checksum-sha1": digest("sha1"),
  "x-amz-checksum-sha256": digest("sha256"),
};
/** Headers of the same family that carry no digest. */
const noDigest = new Set(["x-amz-checksum-algorithm", "x-amz-checksum-mode", "x-amz-checksum-type"]);

function checkDigests(
  body: Buffer,
  checksums: Readonly<Record<string, string>>,
  md5: string | undefined,
): void {
  for (const [name, value] of Object.entries(checksums)) {
    if (!name.startsWith("x-amz-checksum-") || noDigest.has(name)) continue;
    const algorithm = algorithms[name];
    if (algorithm === undefined) throw notImplemented("s3", `checksum ${name}`);
    if (algorithm(body) !== value) {
      throw new AwsError(
        "BadDigest",
        `The ${name} you specified did not match the calculated checksum.`,
        400,
      );
    }
  }
  if (md5 !== undefined && digest("md5")(body) !== md5) {
    throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.", 400);
  }
}
