import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Complaint = components["schemas"]["Complaint"];
export type HistoryView = components["schemas"]["History"];
export type ClockDetail = components["schemas"]["Clocks"]["clocks"][number];

/** One complaint by id or number. */
export function useComplaint(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "facts"],
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}", { params: { path: { id } }, signal })),
  });
}

/** What happened, with the messages that left. `version`: read again when the complaint has moved on. */
export function useHistory(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "history"],
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}/history", { params: { path: { id } }, signal })),
  });
}

export function useClocks(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "clocks"],
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}/clocks", { params: { path: { id } }, signal })),
  });
}
