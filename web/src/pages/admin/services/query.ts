import { useQuery } from "@tanstack/react-query";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";

export type Service = components["schemas"]["Services"]["items"][number];

export function useServices() {
  const api = useApi();
  return useQuery({
    queryKey: ["services"],
    queryFn: async ({ signal }) => (await body(api.GET("/services", { signal }))).items,
  });
}
