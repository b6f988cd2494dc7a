import type { Ports } from "../../../lib/app/ports/index.ts";

/** Running numbers and counts of hits, each from 1. */
export function memoryCounters(): Ports["counters"] {
  const counters = new Map<string, number>();
  return {
    next: async (prefix) => {
      const next = (counters.get(prefix) ?? 0) + 1;
      counters.set(prefix, next);
      return next;
    },
    raise: async (prefix, to) => {
      if ((counters.get(prefix) ?? 0) < to) counters.set(prefix, to);
    },
    last: async (prefix) => counters.get(prefix) ?? 0,
    hit: async (name) => {
      const hits = (counters.get(name) ?? 0) + 1;
      counters.set(name, hits);
      return hits;
    },
  };
}
