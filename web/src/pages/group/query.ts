import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Group = components["schemas"]["Group"];
export type GroupCommand = Group["allowed"][number];
export type GroupCommandResult = components["schemas"]["GroupCommandResult"];

type Given = readonly [
  group: Pick<Group, "id" | "version">,
  command: GroupCommand,
  values: object,
  idempotencyKey: string,
];

/** A command for the group as it was seen. */
export function commandRequest(...given: Given): Request {
  return request("commands", ...given);
}

/** The same, to be called back for ten seconds. */
export function heldRequest(...given: Given): Request {
  return request("held-commands", ...given);
}

function request(kind: string, ...[{ id, version }, command, values, idempotencyKey]: Given): Request {
  return new Request(`/groups/${encodeURIComponent(id)}/${kind}/${command}`, {
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
