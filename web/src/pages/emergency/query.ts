import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Emergency = components["schemas"]["Emergency"];

const lookAgainMs = 15_000;

/** One emergency event; for supervisors and above. */
export function useEmergency(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["emergencies", "one", id],
    refetchInterval: lookAgainMs,
    queryFn: ({ signal }) => body(api.GET("/events/{id}", { params: { path: { id } }, signal })),
  });
}
