/** The server's time: the clock of a phone may be wrong by a day, and the local cloud's is its own. */
let skewMs = 0;
const listeners = new Set<() => void>();

/** Called whenever the difference to this machine's clock turns out to be another. */
export function subscribeToServerTime(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over the server's time as an answer told it; small differences are the network's. */
export function learnServerTime(iso: string | null): void {
  const told = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(told)) return;
  const skew = told - Date.now();
  if (Math.abs(skew - skewMs) <= 1500) return;
  skewMs = skew;
  for (const listener of listeners) listener();
}

/** Epoch milliseconds by the server's clock. */
export function serverNow(): number {
  return Date.now() + skewMs;
}

/** Seconds by which the server's clock is ahead of this machine's. */
export function serverSkewSeconds(): number {
  return Math.round(skewMs / 1000);
}

/** Milliseconds by which the server's clock is ahead of this machine's. */
export function serverSkewMs(): number {
  return skewMs;
}
