import type { InvocationFailure } from "./protocol.ts";

/** How many functions an account runs at once, as Lambda counts them: what is beyond is refused, not kept waiting. */
export class Concurrency {
  /** The account's quota; infinite: nothing is refused. */
  limit: number;
  #running = 0;

  constructor(limit = Number.POSITIVE_INFINITY) {
    this.limit = limit;
  }

  /** True if one more may run; it counts until `give`. */
  take(): boolean {
    if (this.#running >= this.limit) return false;
    this.#running += 1;
    return true;
  }

  give(): void {
    this.#running -= 1;
  }
}

/** Lambda's answer to whoever calls beyond it; the function has not begun, so no try of it is used up. */
export const throttled: InvocationFailure = {
  errorType: "TooManyRequestsException",
  errorMessage: "the account's concurrency is used up",
  trace: [],
};

export function isThrottled(failure: InvocationFailure): boolean {
  return failure.errorType === throttled.errorType;
}
