import type { Page } from "playwright-core";

/** Everything that a browser has kept of our pages as one text: databases, storage, and the worker's files. */
export async function onDisk(page: Page): Promise<string> {
  const text = await page.evaluate(`(async () => {
    const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const asked = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const shown = (value) => JSON.stringify(value, (_, one) =>
      one instanceof ArrayBuffer ? [...new Uint8Array(one)].map((byte) => String.fromCharCode(byte)).join("") : one);
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store);
        parts.push(name + "/" + store + ": " + shown(await asked(all.getAllKeys())) + shown(await asked(all.getAll())));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        parts.push(name + " " + request.url + ": " + (await (await cache.match(request)).text()));
    }
    return parts.join("\\n");
  })()`);
  return String(text);
}
