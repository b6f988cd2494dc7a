import type { Ports } from "../../../lib/app/ports/index.ts";
import type { Quarantined } from "../../../lib/app/ports/mail.ts";

/** What was put aside, in the order in which it came. */
export function memoryQuarantine(quarantined: Quarantined[]): Ports["quarantine"] {
  return {
    put: async (item) => {
      if (!quarantined.some(({ id }) => id === item.id)) quarantined.push(item);
    },
    find: async (id) => quarantined.find((item) => item.id === id),
    accept: async (item) => {
      const index = quarantined.findIndex(({ id, accepted }) => id === item.id && accepted === undefined);
      if (index >= 0) quarantined[index] = item;
      return index >= 0;
    },
    dismiss: async (item) => {
      const index = quarantined.findIndex(({ id, accepted }) => id === item.id && accepted === undefined);
      if (index >= 0) quarantined[index] = item;
      return index >= 0;
    },
    remove: async (id) => {
      const index = quarantined.findIndex((item) => item.id === id);
      if (index >= 0) quarantined.splice(index, 1);
    },
    finish: async (item) => {
      quarantined[quarantined.findIndex(({ id }) => id === item.id)] = item;
    },
    list: async () => ({ items: quarantined }),
    since: async (at) => ({ items: quarantined.filter((item) => item.at > at).toReversed() }),
  };
}
