/** Seconds between tries, growing; from then on the last. */
const pauses = [5, 15, 60, 300];

/** Tries until it has come about. `wait` ends after so many seconds, or earlier when trying again is worth while. */
export async function keepTrying<T>(
  attempt: () => Promise<T | undefined>,
  wait: (seconds: number) => Promise<void>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
    await wait(pauses[Math.min(tries, pauses.length - 1)] ?? 0);
  }
}
