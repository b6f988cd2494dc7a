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
      const index = items.findIndex(({ id, decided }) => id === request.id && decided === undefined);
      if (index >= 0) items[index] = request;
      return index >= 0;
    },
    list: async () => ({ items: items.toSorted((a, b) => b.id.localeCompare(a.id)) }),
  };
}
