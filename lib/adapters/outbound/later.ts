import type { OutboundFetch } from "../../app/ports/webhooks.ts";
import type { Guard } from "./guarded-request.ts";

/** Fetches from a system outside; what that takes is loaded with the first fetch, for most starts of a function need none. */
export function outboundFetchLater(guard: Guard = {}): OutboundFetch {
  return async (asked) => (await import("./fetch.ts")).outboundFetch(guard)(asked);
}
