import { useQuery } from "@tanstack/react-query";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";

export const everybodyKey = ["people", "everybody"] as const;

/** The people of every project within reach. */
export function useEverybody() {
  const api = useApi();
  const query = useQuery({
    queryKey: everybodyKey,
    queryFn: async ({ signal }) => (await body(api.GET("/people", { signal }))).items,
  });
  const people = query.data ?? [];
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return { people, nameOf, error: query.error, isPending: query.isPending };
}
