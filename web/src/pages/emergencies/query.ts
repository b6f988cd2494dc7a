import { useQuery } from "@tanstack/react-query";
import { defined } from "../../../../lib/domain/present.ts";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type EventRow = components["schemas"]["EmergencyPage"]["items"][number];

const lookAgainMs = 30_000;

/** The emergency events of a project that occurred in a month, the newest first. */
export function useEvents(projectId: string | undefined, month: string, may: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["emergencies", projectId, month],
    enabled: may && projectId !== undefined && month !== "",
    refetchInterval: lookAgainMs,
    queryFn: async ({ signal }) => {
      const found: EventRow[] = [];
      let cursor: string | undefined;
      do {
        const query = { projectId: projectId ?? "", month, ...defined({ cursor }) };
        const page = await body(api.GET("/events", { params: { query }, signal }));
        found.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return found.toReversed();
    },
  });
}
