/**
 * Loads at once, so that a cold start is over before the first event; whoever asks gets the same again. What failed is tried again by
 * the next caller: a container that could not reach the table for a moment must not fail every event of its life.
 */
export function loading<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  const start = () => {
    const started = load();
    loaded = started;
    started.catch(() => {
      loaded = undefined;
    });
    return started;
  };
  void start();
  return () => loaded ?? start();
}
