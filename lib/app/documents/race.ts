/** What one attempt came to: done, or lost to somebody who wrote first, with what stands now. */
export type Attempt<R, S> = { readonly done: R } | { readonly lostTo: S };

/** A lost race is decided again on what stands then; this many in a row mean that something is wrong. */
const MAX_RACES = 25;

/** Tries until one attempt is not lost; after 25 lost ones it gives back what stands. */
export async function race<R, S>(
  first: S,
  attempt: (standing: S) => Promise<Attempt<R, S>>,
): Promise<Attempt<R, S>> {
  let standing = first;
  for (let races = 0; races < MAX_RACES; races += 1) {
    const result = await attempt(standing);
    if ("done" in result) return result;
    standing = result.lostTo;
  }
  return { lostTo: standing };
}

/** The same where losing for ever is an error that a queue or a person hears of; `what` opens its sentence. */
export async function raced<R, S>(
  what: string,
  first: S,
  attempt: (standing: S) => Promise<Attempt<R, S>>,
): Promise<R> {
  const result = await race(first, attempt);
  if ("done" in result) return result.done;
  throw new Error(`${what}: changed ${MAX_RACES} times meanwhile`);
}
