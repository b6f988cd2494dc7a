/**
 * Loads with the first who asks; whoever asks later gets the same. What failed is tried again by the next caller: a container that
 * could not reach the table for a moment must not fail every event of its life.
 */
export function whenAsked<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    if (loaded !== undefined) return loaded;
    const started = load();
    loaded = started;
    started.catch(() => {
      loaded = undefined;
    });
    return started;
  };
}

/** Loads at once, so that a cold start is over before the first event; else as `whenAsked`. */
export function loading<T>(load: () => Promise<T>): () => Promise<T> {
  const loaded = whenAsked(load);
  // Whoever comes first hears of a failure.
  loaded().catch(() => undefined);
  return loaded;
}
