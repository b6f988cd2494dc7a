import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { StaffCommandName } from "../../../../lib/domain/complaint/commands/index.ts";
import { answered, body } from "../../api/client.ts";
import { Refused } from "../../api/problem.ts";
import type { components } from "../../api/schema.ts";
import { useApi, useSend } from "../../app/services.ts";
import { useSay } from "../../words/words.ts";
import { partsOf } from "./parts-of.ts";
import { ownVersion, refreshComplaint, rememberOwn, showResult } from "./refresh.ts";
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

const further = { zh: "附件续", en: "Further files" };
/** A colleague may be faster now and then; a note does not mind what else changed. */
const attempts = 5;

/**
 * Gives a command; what it changed is fetched anew. More files than one command takes follow as notes, so that a repeat
 * after a lost answer does nothing twice. Throws Refused, Unreachable or Unexpected.
 */
export function useGiveCommand(): (given: GivenCommand) => Promise<CommandResult> {
  const post = usePost();
  const notes = useFurtherFiles();
  const queries = useQueryClient();
  return useCallback(
    async (given) => {
      const { values, rest } = partsOf(given.values);
      const version = Math.max(given.version, ownVersion(queries, given.complaintId));
      const result = await post({ ...given, version, values });
      rememberOwn(queries, given.complaintId, result);
      await notes(given.complaintId, rest, given.idempotencyKey);
      if (rest.length === 0)
        showResult(queries, given.complaintId, result, { command: given.command, values });
      // The form need not wait for it: what was given is given.
      void refreshComplaint(queries, given.complaintId);
      return result;
    },
    [post, notes, queries],
  );
}

/** The form was made from the command's own schema, and the server checks it. */
function usePost() {
  const send = useSend();
  return useCallback(
    ({ complaintId, command, version, values, idempotencyKey }: GivenCommand) =>
      answered<CommandResult>(
        send(
          new Request(`/complaints/${encodeURIComponent(complaintId)}/commands/${command}`, {
            method: "POST",
            headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
            body: JSON.stringify({ ...values, version }),
          }),
        ),
      ),
    [send],
  );
}

/** Files beyond what one command takes, each batch as a note under a key of its own. */
export function useFurtherFiles() {
  const api = useApi();
  const post = usePost();
  const say = useSay();
  return useCallback(
    async (complaintId: string, batches: readonly (readonly string[])[], key: string) => {
      for (const [index, attachments] of batches.entries()) {
        const note = { text: `${say(further)} ${index + 2}`, attachments };
        for (let attempt = 1; ; attempt += 1) {
          const { version } = await body(
            api.GET("/complaints/{id}", { params: { path: { id: complaintId } } }),
          );
          const idempotencyKey = `${key}-files-${index + 2}`;
          try {
            await post({ complaintId, command: "note", version, values: note, idempotencyKey });
            break;
          } catch (error) {
            const stale = error instanceof Refused && error.problem.code === "stale-version";
            if (!stale || attempt === attempts) throw error;
          }
        }
      }
    },
    [api, post, say],
  );
}
