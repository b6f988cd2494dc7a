import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { secretFor } from "../account.ts";
import { AwsError } from "./wire.ts";

/** Who asks which service. */
export interface Caller {
  readonly keyId: string;
  readonly service: string;
  readonly presigned: boolean;
}

interface Scope {
  readonly keyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

function readScope(credential: string): Scope | undefined {
  const [keyId, date, region, service, end, ...rest] = credential.split("/");
  if (keyId === undefined || date === undefined || region === undefined || service === undefined)
    return undefined;
  return end === "aws4_request" && rest.length === 0 ? { keyId, date, region, service } : undefined;
}

/**
 * Reads who signed for which service: from the Authorization header (its signature is not checked: loopback only), or
 * from a presigned URL, whose signature and expiry are. Throws AwsError. `now` is the virtual now.
 */
export function identify(
  request: { method: string; path: string; rawQuery: string; headers: IncomingHttpHeaders },
  now: number,
): Caller {
  const query = new URLSearchParams(request.rawQuery);
  const presigned = query.get("X-Amz-Credential");
  if (presigned !== null) {
    const scope = readScope(presigned);
    if (scope === undefined) throw malformed("X-Amz-Credential is malformed");
    checkExpiry(query, now);
    checkSignature(request, query, scope);
    return { keyId: scope.keyId, service: scope.service, presigned: true };
  }
  const header = request.headers.authorization ?? "";
  const credential = /^AWS4-HMAC-SHA256\s.*\bCredential=([^,\s]+)/.exec(header)?.[1];
  const scope = credential === undefined ? undefined : readScope(credential);
  if (scope === undefined)
    throw new AwsError("AccessDenied", "the request is not signed (AWS Signature Version 4)", 403);
  return { keyId: scope.keyId, service: scope.service, presigned: false };
}

function malformed(message: string): AwsError {
  return new AwsError("AuthorizationQueryParametersError", message, 400);
}

const dateForm = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const weekSeconds = 7 * 24 * 3600;
/** AWS takes a signature from a clock that is up to 15 minutes ahead. */
const skewMs = 15 * 60 * 1000;

function checkExpiry(query: URLSearchParams, now: number): void {
  const date = query.get("X-Amz-Date") ?? "";
  if (!dateForm.test(date)) throw malformed("X-Amz-Date must be in the form YYYYMMDD'T'HHMMSS'Z'");
  const signedAt = Date.parse(date.replace(dateForm, "$1-$2-$3T$4:$5:$6Z"));
  const expires = Number(query.get("X-Amz-Expires"));
  if (!Number.isInteger(expires) || expires < 1 || expires > weekSeconds) {
    throw malformed("X-Amz-Expires must be between 1 and 604800 seconds");
  }
  if (signedAt - skewMs > now) throw new AwsError("AccessDenied", "Request is not valid yet", 403);
  if (now > signedAt + expires * 1000) throw new AwsError("AccessDenied", "Request has expired", 403);
}

function checkSignature(
  request: { method: string; path: string; rawQuery: string; headers: IncomingHttpHeaders },
  query: URLSearchParams,
  scope: Scope,
): void {
  const signedHeaders = (query.get("X-Amz-SignedHeaders") ?? "").split(";");
  const canonicalHeaders = signedHeaders.map((name) => {
    const value = request.headers[name];
    const joined = Array.isArray(value) ? value.join(",") : (value ?? "");
    return `${name}:${joined.trim().replaceAll(/\s+/g, " ")}\n`;
  });
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.rawQuery),
    canonicalHeaders.join(""),
    signedHeaders.join(";"),
    query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD",
  ].join("\n");
  const toSign = [
    "AWS4-HMAC-SHA256",
    query.get("X-Amz-Date") ?? "",
    `${scope.date}/${scope.region}/${scope.service}/aws4_request`,
    createHash("sha256").update(canonical).digest("hex"),
  ].join("\n");
  const hmac = (key: string | Buffer, value: string) => createHmac("sha256", key).update(value).digest();
  const key = [scope.date, scope.region, scope.service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${secretFor(scope.keyId)}`,
  );
  const expected = hmac(key, toSign);
  const given = Buffer.from(query.get("X-Amz-Signature") ?? "", "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AwsError(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
      403,
    );
  }
}

/** RFC 3986: unlike encodeURIComponent also `!'()*`. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(rawQuery: string): string {
  return rawQuery
    .split("&")
    .filter((part) => part !== "" && !part.startsWith("X-Amz-Signature="))
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      return `${encode(decodeURIComponent(name))}=${encode(decodeURIComponent(value.join("=")))}`;
    })
    .sort()
    .join("&");
}
