import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { StaffCommandName } from "../../../../lib/domain/complaint/commands/index.ts";
import { answered } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useSend } from "../../app/services.ts";
import { lookForChanges } from "../open-complaints/query.ts";
import type { Values } from "./schema.ts";

export type CommandName = StaffCommandName;
export type CommandResult = components["schemas"]["CommandResult"];

export interface GivenCommand {
  readonly complaintId: string;
  readonly command: CommandName;
  readonly version: number;
  readonly values: Values;
  readonly idempotencyKey: string;
}

/** Gives a command; what it changed is fetched anew. Throws Refused, Unreachable or Unexpected. */
export function useGiveCommand(): (given: GivenCommand) => Promise<CommandResult> {
  const send = useSend();
  const queries = useQueryClient();
  return useCallback(
    async ({ complaintId, command, version, values, idempotencyKey }) => {
      // The form was made from the command's own schema, and the server checks it.
      const result = await answered<CommandResult>(
        send(
          new Request(`/complaints/${encodeURIComponent(complaintId)}/commands/${command}`, {
            method: "POST",
            headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
            body: JSON.stringify({ ...values, version }),
          }),
        ),
      );
      await refreshComplaint(queries, complaintId);
      return result;
    },
    [send, queries],
  );
}

/** Everything on the screen that shows this complaint. */
export async function refreshComplaint(queries: QueryClient, complaintId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["complaint", complaintId] }),
    lookForChanges(queries),
  ]);
}
