/** An answer of a handler, before the headers every answer gets. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(status: number, body: unknown, type = "application/json"): Reply {
  return { status, headers: { "content-type": `${type}; charset=utf-8` }, body: JSON.stringify(body) };
}

/** A redirect that clients follow with GET. */
export function found(location: string): Reply {
  return { status: 302, headers: { location }, body: "" };
}
