import type { OutboundPost } from "../../app/ports/webhooks.ts";
import { type Guard, guardedRequest } from "./guarded-request.ts";

/** `default`: a receiver answers within ten seconds, and does its work afterwards. */
const TIMEOUT_MS = 10_000;
/** What a receiver says beside its status is not looked at. */
const ANSWER_BYTES = 65_536;

/** Posts to systems outside; the answer's status. */
export function outboundPost(guard: Guard = {}): OutboundPost {
  return async ({ url, headers, body }) => {
    const outbound = {
      method: "POST",
      url,
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: ANSWER_BYTES,
    } as const;
    return (await guardedRequest(outbound, guard)).status;
  };
}
