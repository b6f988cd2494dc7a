import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Complaint = components["schemas"]["Complaint"];
export type HistoryView = components["schemas"]["History"];
export type ClockDetail = components["schemas"]["Clocks"]["clocks"][number];

const lookAgainMs = 2500;

/** One complaint by id or number. */
export function useComplaint(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "facts"],
    // A colleague's change is seen while one looks; a page in the background asks nothing.
    refetchInterval: lookAgainMs,
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}", { params: { path: { id } }, signal })),
  });
}

/** What happened, with the messages that left; read again when the complaint has moved on. */
export function useHistory({ id, version }: Pick<Complaint, "id" | "version">) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "history", version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}/history", { params: { path: { id } }, signal })),
  });
}

export function useClocks({ id, version }: Pick<Complaint, "id" | "version">) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "clocks", version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}/clocks", { params: { path: { id } }, signal })),
  });
}
