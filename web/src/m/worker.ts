import { keepTrying } from "./keep-trying.ts";

type Listener = (takeOver: () => void) => void;

const listeners = new Set<Listener>();
let waiting: ServiceWorker | undefined;

/**
 * Lets the page open without signal. While the signal is weak a file of it may not come, and then nothing is kept: it is tried again. A new
 * release waits until the person asks for it: a page that is open stays as it is.
 */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const wasControlled = navigator.serviceWorker.controller !== null;
  const registration = await keepTrying(installed, signalOr);
  const look = () => {
    // The first one ever is no news.
    if (registration.waiting !== null && wasControlled) tell(registration.waiting);
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  look();
  const { active } = await navigator.serviceWorker.ready;
  // A page that was on its way when the worker began is not among those that it took.
  if (navigator.serviceWorker.controller === null) active?.postMessage("keep-me", {});
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
  });
}

/** Registers the worker; undefined where it, or a file that it keeps, did not come. Other failures are thrown. */
async function installed(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker
    .register("/m/sw.js", { scope: "/m" })
    .catch((error: unknown) => {
      // A file that did not come is a TypeError; a browser that refuses says SecurityError.
      if (error instanceof TypeError) return undefined;
      throw error;
    });
  const coming = registration?.installing ?? null;
  if (registration === undefined || coming === null) return registration;
  const arrived = await new Promise<boolean>((resolve) => {
    const look = () => {
      if (coming.state !== "installing") resolve(coming.state !== "redundant");
    };
    coming.addEventListener("statechange", look);
    look();
  });
  // One that was there before goes on keeping the page.
  return arrived || registration.active !== null ? registration : undefined;
}

function signalOr(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
    addEventListener("online", () => resolve(), { once: true });
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
