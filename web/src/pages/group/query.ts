import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Group = components["schemas"]["Group"];
export type GroupCommand = Group["allowed"][number];
export type GroupCommandResult = components["schemas"]["GroupCommandResult"];

/** A command for the group as it was seen. */
export function commandRequest(
  { id, version }: Pick<Group, "id" | "version">,
  command: GroupCommand,
  values: object,
  idempotencyKey: string,
): Request {
  return new Request(`/groups/${encodeURIComponent(id)}/commands/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
    body: JSON.stringify({ ...values, version }),
  });
}

export function useGroup(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["group", id, "facts"],
    queryFn: ({ signal }) => body(api.GET("/groups/{id}", { params: { path: { id } }, signal })),
  });
}

export function useGroupHistory(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["group", id, "history"],
    queryFn: ({ signal }) => body(api.GET("/groups/{id}/history", { params: { path: { id } }, signal })),
  });
}
