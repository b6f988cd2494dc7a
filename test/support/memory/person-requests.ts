import type { PersonRequestStore } from "../../../lib/app/ports/person-requests.ts";
import type { PersonDataRequest } from "../../../lib/domain/person-data/request.ts";

/** Requests about the own data over a list that tests can look into. */
export function memoryPersonRequests(items: PersonDataRequest[]): PersonRequestStore {
  return {
    put: async (request) => {
      if (!items.some(({ id }) => id === request.id)) items.push(request);
    },
    find: async (id) => items.find((item) => item.id === id),
    decide: async (request) => {
      const index = items.findIndex(
        ({ id, decided, version }) => id === request.id && decided === undefined && version === undefined,
      );
      if (index >= 0) items[index] = request;
      return index >= 0;
    },
    replace: async (before, after) => {
      const index = items.findIndex(({ id, version }) => id === before.id && version === before.version);
      if (index >= 0) items[index] = after;
      return index >= 0;
    },
    remove: async (gone) => {
      const index = items.findIndex(({ id }) => id === gone);
      if (index >= 0) items.splice(index, 1);
    },
    ofComplaint: async (complaintId) => items.filter((item) => item.complaintId === complaintId),
    list: async () => ({ items: items.toSorted((a, b) => b.id.localeCompare(a.id)) }),
  };
}
