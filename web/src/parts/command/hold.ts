import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { heldCommandNames } from "../../../../lib/domain/complaint/held.ts";
import { answered } from "../../api/client.ts";
import { useSend } from "../../app/services.ts";
import { type GivenCommand, useFurtherFiles } from "./give.ts";
import { type Held, heldKey } from "./held.tsx";
import { partsOf } from "./parts-of.ts";

/** These reach the customer and cannot be taken back: they wait ten seconds on the server. */
export function isHeld(command: string): boolean {
  return heldCommandNames.some((name) => name === command);
}

/** Gives a command that can be called back for a moment. Throws Refused, Unreachable or Unexpected. */
export function useHold(): (given: GivenCommand) => Promise<void> {
  const send = useSend();
  const queries = useQueryClient();
  const notes = useFurtherFiles();
  return useCallback(
    async ({ complaintId, command, version, idempotencyKey, ...given }) => {
      const { values, rest } = partsOf(given.values);
      // More files than one command takes go ahead as notes, each of which is a version.
      await notes(complaintId, rest, idempotencyKey);
      await answered<Held>(
        send(
          new Request(`/complaints/${encodeURIComponent(complaintId)}/held-commands/${command}`, {
            method: "POST",
            headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
            body: JSON.stringify({ ...values, version: version + rest.length }),
          }),
        ),
      );
      await queries.invalidateQueries({ queryKey: heldKey });
    },
    [send, queries, notes],
  );
}
