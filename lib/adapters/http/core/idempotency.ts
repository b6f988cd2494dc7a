import { RefusedRequest } from "./refusal.ts";
import type { ApiRequest } from "./request.ts";

const visible = /^[\x21-\x7e]{1,200}$/;

/** The header Idempotency-Key, if it is there. Throws idempotency-key-required for one that cannot be a key. */
export function idempotencyKey(request: ApiRequest): string | undefined {
  const key = request.header("idempotency-key")?.trim();
  if (key !== undefined && !visible.test(key)) throw new RefusedRequest("idempotency-key-required");
  return key;
}

/** The header Idempotency-Key. Throws idempotency-key-required without it. */
export function requiredIdempotencyKey(request: ApiRequest): string {
  const key = idempotencyKey(request);
  if (key === undefined) throw new RefusedRequest("idempotency-key-required");
  return key;
}
