import type { ObjectStore } from "../../app/ports/storage.ts";
import { once } from "../../domain/once.ts";

/** A bucket whose client is loaded when something is first asked of it: most calls of most functions never do. */
export function storeLater(load: () => Promise<ObjectStore>): ObjectStore {
  const store = once(load);
  return {
    put: async (...given) => (await store()).put(...given),
    add: async (...given) => (await store()).add(...given),
    get: async (...given) => (await store()).get(...given),
    remove: async (...given) => (await store()).remove(...given),
    listOlderThan: async (...given) => (await store()).listOlderThan(...given),
    presignPut: async (...given) => (await store()).presignPut(...given),
    presign: async (...given) => (await store()).presign(...given),
  };
}
