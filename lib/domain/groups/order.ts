import type { Instant } from "../time/instant.ts";

interface Received {
  readonly id: string;
  readonly receivedAt: Instant;
}

/** Two of one instant have an order too, so that one of them repeats the other and never each the other. */
export function comesBefore(a: Received, b: Received): boolean {
  return a.receivedAt === b.receivedAt ? a.id < b.id : a.receivedAt < b.receivedAt;
}
