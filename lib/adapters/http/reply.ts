import { attachment } from "../storage/content-disposition.ts";

/** An answer of a handler, before the headers every answer gets. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is base64 of bytes. */
  readonly binary?: true;
}

export function json(status: number, body: unknown, type = "application/json"): Reply {
  return { status, headers: { "content-type": `${type}; charset=utf-8` }, body: JSON.stringify(body) };
}

/** A redirect that clients follow with GET. */
export function found(location: string): Reply {
  return { status: 302, headers: { location }, body: "" };
}

/** A file to save. */
export function file(name: string, type: string, bytes: Uint8Array): Reply {
  return {
    status: 200,
    headers: { "content-type": type, "content-disposition": attachment(name) },
    body: Buffer.from(bytes).toString("base64"),
    binary: true,
  };
}
