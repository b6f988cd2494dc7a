import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Subscribed = components["schemas"]["Subscriptions"];
export type TakenPart = Subscribed["items"][number];

export function useSubscribed(personId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["subscriptions", personId],
    enabled: personId !== undefined,
    queryFn: ({ signal }) =>
      body(api.GET("/people/{id}/subscriptions", { params: { path: { id: personId ?? "" } }, signal })),
  });
}

/** Who takes what; for headquarters. */
export function useTakers(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["subscriptions", "takers"],
    enabled,
    queryFn: ({ signal }) => body(api.GET("/subscription-takers", { signal })),
  });
}
