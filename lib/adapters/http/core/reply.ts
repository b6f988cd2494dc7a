import type { AnyGiven, FileGiven, JsonGiven, LinkGiven } from "../../../contracts/core/route.ts";
import { attachment } from "../../storage/content-disposition.ts";

/** An answer before the headers every answer gets. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is base64 of bytes. */
  readonly binary?: true;
}

/** JSON with a status. */
export function json<const Status extends number, Body>(status: Status, body: Body): JsonGiven<Status, Body> {
  return { status, json: body };
}

/** A redirect that clients follow with GET. */
export function found(location: string): LinkGiven {
  return { status: 302, location };
}

/** A file to save. */
export function file(name: string, type: string, bytes: Uint8Array): FileGiven {
  return { status: 200, file: { name, type, bytes } };
}

/** A handler's answer as it goes out. */
export function replyOf(given: AnyGiven): Reply {
  if ("json" in given) return jsonReply(given.status, given.json);
  if ("location" in given) {
    const { status, location, cookie } = given;
    const headers = { location, ...(cookie === undefined ? {} : { "set-cookie": cookie }) };
    return { status, headers, body: "" };
  }
  if ("html" in given) return { status: given.status, headers: given.headers, body: given.html };
  if ("asset" in given) {
    const { headers, bytes } = given.asset;
    return { status: given.status, headers, body: Buffer.from(bytes).toString("base64"), binary: true };
  }
  const { name, type, bytes } = given.file;
  return {
    status: given.status,
    headers: { "content-type": type, "content-disposition": attachment(name) },
    body: Buffer.from(bytes).toString("base64"),
    binary: true,
  };
}

export function jsonReply(status: number, body: unknown, type = "application/json"): Reply {
  return { status, headers: { "content-type": `${type}; charset=utf-8` }, body: JSON.stringify(body) };
}
