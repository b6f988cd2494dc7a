import type { OutboundFetch } from "../../app/ports/webhooks.ts";
import { type Guard, guardedRequest } from "./guarded-request.ts";

/** `default`: a recording of an hour comes within half a minute. */
const TIMEOUT_MS = 30_000;

/** Fetches from a system outside: what it answered, as far as `maxBytes`. */
export function outboundFetch(guard: Guard = {}): OutboundFetch {
  return async ({ url, maxBytes }) => {
    const { status, body, tooLong } = await guardedRequest(
      { method: "GET", url, timeoutMs: TIMEOUT_MS, maxBytes },
      guard,
    );
    return { status, body, tooLong };
  };
}
