import type { Fleeting, FleetingStore } from "../../../lib/app/ports/errands.ts";
import { stored } from "./stored.ts";

/** What is soon forgotten, in memory, with the same conditions as the table's. */
export function memoryFleeting<T extends Fleeting>(): FleetingStore<T> {
  const items = new Map<string, T>();
  return {
    insert: async (one) => {
      if (items.has(one.id)) throw new Error(`${one.id} stands already`);
      items.set(one.id, stored(one));
    },
    find: async (id) => {
      const one = items.get(id);
      return one === undefined ? undefined : stored(one);
    },
    replace: async (one, expectedRevision) => {
      if (items.get(one.id)?.revision !== expectedRevision) return false;
      items.set(one.id, stored(one));
      return true;
    },
  };
}
