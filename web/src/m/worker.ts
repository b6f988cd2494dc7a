type Listener = (takeOver: () => void) => void;

const listeners = new Set<Listener>();
let waiting: ServiceWorker | undefined;

/** Lets the page open without signal. A new release waits until the person asks for it: a page that is open stays as it is. */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const wasControlled = navigator.serviceWorker.controller !== null;
  const registration = await navigator.serviceWorker.register("/m/sw.js", { scope: "/m" });
  const look = () => {
    // The first one ever is no news.
    if (registration.waiting !== null && wasControlled) tell(registration.waiting);
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  look();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
  });
}

/** Calls when a new release has been fetched; returns how to stop listening. */
export function onNewVersion(listener: Listener): () => void {
  listeners.add(listener);
  if (waiting !== undefined) listener(takeOver);
  return () => listeners.delete(listener);
}

function tell(worker: ServiceWorker): void {
  waiting = worker;
  for (const listener of listeners) listener(takeOver);
}

function takeOver(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting?.postMessage("take-over", {});
}
