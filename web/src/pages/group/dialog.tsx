import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { commandWords } from "../../../../lib/domain/words/commands.ts";
import { missingWords } from "../../../../lib/domain/words/duties.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { hasArrivedBefore } from "../../api/arrived.ts";
import { answered } from "../../api/client.ts";
import { useSend } from "../../app/services.ts";
import { Field } from "../../parts/command/fields.tsx";
import { type Held, heldKey } from "../../parts/command/held.tsx";
import { isHeld } from "../../parts/command/hold.ts";
import {
  belongsToAct,
  commandSchema,
  isList,
  isRequired,
  sentOf,
  type Values,
} from "../../parts/command/schema.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useDraft } from "../../parts/draft.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { MemberPicker } from "./members.tsx";
import {
  commandRequest,
  type Group,
  type GroupCommand,
  type GroupCommandResult,
  heldRequest,
} from "./query.ts";

interface GroupDialogProps {
  readonly group: Group;
  readonly command: GroupCommand;
  readonly timeZone: string;
  /** What is filled in already, unless a draft is there. */
  readonly initial?: Values | undefined;
  readonly onClose: () => void;
}

const nothing: Values = {};
const words = {
  called: {
    zh: "打给了哪几户（评分只属于这几户）",
    en: "Which households were called (the grade is theirs)",
  },
  told: { zh: "告知了哪几户（不选为全部）", en: "Which households were told (none chosen: all)" },
};
const outcomes = {
  done: { zh: "完成", en: "done" },
  already: { zh: "此前已完成", en: "done before" },
  refused: { zh: "未完成", en: "refused" },
};

/** One command for all members; each answers for itself. */
export function GroupDialog({ group, command, timeZone, initial, onClose }: GroupDialogProps) {
  const say = useSay();
  const send = useSend();
  const queries = useQueryClient();
  const draft = useDraft<Values>(`group.${group.id}.${command}`, initial ?? nothing);
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
  const { complaintIds, version: _, ...properties } = schema.data?.properties ?? {};
  const fields = Object.entries(properties).filter(([name]) =>
    belongsToAct(schema.data ?? {}, name, draft.value),
  );
  const chosen = draft.value["complaintIds"];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState({ sending: true });
    try {
      const given = [group, command, sentOf(schema.data ?? {}, draft.value), draft.idempotencyKey] as const;
      if (isHeld(command)) {
        // The draft of what can still be called back stays until that has left; what came of it for each member is told then.
        await answered<Held>(send(heldRequest(...given)));
        await queries.invalidateQueries({ queryKey: heldKey });
        onClose();
        return;
      }
      const result = await answered<GroupCommandResult>(send(commandRequest(...given)));
      draft.forget();
      setState({ sending: false, result });
      await queries.invalidateQueries({ queryKey: ["group", group.id] });
    } catch (error) {
      if (hasArrivedBefore(error)) draft.renew();
      setState({ sending: false, error });
    }
  };

  return (
    <Dialog title={say.label(wordsFor(commandWords, command))} onClose={onClose}>
      {state.error !== undefined && <Trouble error={state.error} />}
      {state.result === undefined ? (
        <form onSubmit={(event) => void submit(event)}>
          {complaintIds !== undefined && (
            <MemberPicker
              members={group.members.filter(({ status }) => status !== "closed")}
              legend={say(command === "follow-up" ? words.called : words.told)}
              chosen={chosen !== undefined && isList(chosen) ? chosen.map(String) : []}
              set={(ids) => draft.update((before) => ({ ...before, complaintIds: ids }))}
            />
          )}
          {fields.map(([name, field]) => (
            <Field
              key={name}
              path={name}
              name={name}
              command={command}
              schema={field}
              required={isRequired(schema.data ?? {}, name, draft.value)}
              value={draft.value[name]}
              set={(value) => draft.update((before) => ({ ...before, [name]: value }))}
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
