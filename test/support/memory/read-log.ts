import type { ReadLog } from "../../../lib/app/ports/read-log.ts";
import { type DataRead, hourOf } from "../../../lib/domain/person-data/read.ts";

/** Readings over a list that tests can look into. */
export function memoryReadLog(items: DataRead[]): ReadLog {
  const newest = (of: (read: DataRead) => boolean) => ({
    items: items.filter(of).toSorted((a, b) => b.lastAt.localeCompare(a.lastAt)),
  });
  return {
    record: async (read, at) => {
      const index = items.findIndex(
        (one) =>
          one.complaintId === read.complaintId &&
          one.by === read.by &&
          one.way === read.way &&
          one.reason === read.reason &&
          hourOf(one.firstAt) === hourOf(at),
      );
      const found = items[index];
      if (found === undefined) items.push({ ...read, firstAt: at, lastAt: at, times: 1 });
      else items[index] = { ...found, lastAt: at, times: found.times + 1 };
      return found === undefined;
    },
    ofComplaint: async (id) => newest(({ complaintId }) => complaintId === id),
    ofPerson: async (id) => newest(({ by }) => by === id),
  };
}
