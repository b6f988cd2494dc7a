/**
 * Keeps the handler's page so that it opens without signal. It keeps files only: what people do is kept by the page itself
 * (web/src/m/outbox), which sends it when it is open and there is signal.
 */

interface Kept {
  /** Changes with any file. */
  readonly version: string;
  readonly entry: string;
  readonly files: readonly string[];
}

declare const self: ServiceWorkerGlobalScope;

const kept: Kept = JSON.parse("__PRECACHE__");
const prefix = "jiesu-m-";
const name = prefix + kept.version;
const shell = "/m";
const pages = /^\/m(?:\/(?:c\/[^/]+|out|signed-in))?$/;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  const { data } = event;
  // Only when the person has asked for the new version: the page then loads itself again.
  if (data === "take-over") void self.skipWaiting();
  if (data === "keep-me") event.waitUntil(self.clients.claim());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && pages.test(url.pathname)) event.respondWith(fromKept(shell, request));
  else if (kept.files.includes(url.pathname)) event.respondWith(fromKept(url.pathname, request));
});

/** All files of one release, or none: a page that belongs to another release is not kept. */
async function keep(): Promise<void> {
  const cache = await caches.open(name);
  const page = await fetch(shell, { cache: "no-store" });
  if (!page.ok || !(await page.clone().text()).includes(kept.entry)) {
    throw new Error("the page and its worker are of different releases");
  }
  await cache.addAll(kept.files);
  await cache.put(shell, page);
}

/** A page of an older release that is still open has loaded everything it needs. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((one) => one.startsWith(prefix) && one !== name);
  await Promise.all(old.map((one) => caches.delete(one)));
  await self.clients.claim();
}

async function fromKept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(name);
  return (await cache.match(path)) ?? fetch(request);
}
