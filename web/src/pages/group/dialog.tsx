import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { commandWords } from "../../../../lib/domain/words/commands.ts";
import { missingWords } from "../../../../lib/domain/words/duties.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { answered } from "../../api/client.ts";
import { useSend } from "../../app/services.ts";
import { Field } from "../../parts/command/fields.tsx";
import { commandSchema, filled, type Values } from "../../parts/command/schema.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useDraft } from "../../parts/draft.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { Group, GroupCommand, GroupCommandResult } from "./query.ts";

interface GroupDialogProps {
  readonly group: Group;
  readonly command: GroupCommand;
  readonly timeZone: string;
  readonly onClose: () => void;
}

const nothing: Values = {};
const outcomes = {
  done: { zh: "完成", en: "done" },
  already: { zh: "此前已完成", en: "done before" },
  refused: { zh: "未完成", en: "refused" },
};

/** One command for all members; each answers for itself. */
export function GroupDialog({ group, command, timeZone, onClose }: GroupDialogProps) {
  const say = useSay();
  const send = useSend();
  const queries = useQueryClient();
  const draft = useDraft<Values>(`group.${group.id}.${command}`, nothing);
  const [state, setState] = useState<{
    readonly sending: boolean;
    readonly error?: unknown;
    readonly result?: GroupCommandResult;
  }>({ sending: false });
  const schema = useQuery({
    queryKey: ["command-schema", `group:${command}`],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => commandSchema(`group:${command}`),
  });
  // The members that were called are chosen on the members' own pages.
  const fields = Object.entries(schema.data?.properties ?? {}).filter(
    ([name]) => name !== "version" && name !== "complaintIds",
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState({ sending: true });
    try {
      const request = new Request(`/groups/${encodeURIComponent(group.id)}/commands/${command}`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": draft.idempotencyKey },
        body: JSON.stringify({ ...filled(draft.value), version: group.version }),
      });
      const result = await answered<GroupCommandResult>(send(request));
      draft.forget();
      setState({ sending: false, result });
      await queries.invalidateQueries({ queryKey: ["group", group.id] });
    } catch (error) {
      setState({ sending: false, error });
    }
  };

  return (
    <Dialog title={say.label(wordsFor(commandWords, command))} onClose={onClose}>
      {state.error !== undefined && <Trouble error={state.error} />}
      {state.result === undefined ? (
        <form onSubmit={(event) => void submit(event)}>
          {fields.map(([name, field]) => (
            <Field
              key={name}
              path={name}
              name={name}
              command={command}
              schema={field}
              required={(schema.data?.required ?? []).includes(name)}
              value={draft.value[name]}
              set={(value) => draft.set({ ...draft.value, [name]: value })}
              projectId={group.projectId}
              timeZone={timeZone}
              faults={new Map()}
            />
          ))}
          <button type="submit" disabled={state.sending || schema.data === undefined}>
            {say(state.sending ? uiWords.sending : uiWords.send)}
          </button>
        </form>
      ) : (
        <ul className="outcomes">
          {state.result.results.map(({ complaintId, number, outcome, detail, missing = [] }) => (
            <li key={complaintId} className={outcome === "refused" ? "late" : "good"}>
              {outcome === "refused" ? "▲" : "✓"} {number} {say(outcomes[outcome])} {detail}{" "}
              {missing.map((name) => say(wordsFor(missingWords, name))).join("、")}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
