import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { commandWords } from "../../../../lib/domain/words/commands.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { hasArrivedBefore } from "../../api/arrived.ts";
import { body } from "../../api/client.ts";
import { Refused } from "../../api/problem.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Dialog } from "../dialog.tsx";
import { type Draft, useDraft } from "../draft.ts";
import { Trouble } from "../refusal.tsx";
import { RestoredNote } from "../restored-note.tsx";
import { type Change, changesBetween } from "./changes.ts";
import { ChangesSeen } from "./changes-seen.tsx";
import { Field } from "./fields.tsx";
import { type CommandName, type CommandResult, useGiveCommand } from "./give.ts";
import { isHeld, useHold } from "./hold.ts";
import { RunningClocks } from "./node-preview.tsx";
import { Phrases } from "./phrases.tsx";
import {
  belongsToAct,
  commandSchema,
  type FieldSchema,
  isRequired,
  sentOf,
  type Value,
  type Values,
} from "./schema.ts";

type Complaint = components["schemas"]["Complaint"];

export interface CommandDialogProps {
  readonly command: CommandName;
  readonly complaint: Complaint;
  readonly timeZone: string;
  /** What is filled in already, unless a draft is there. */
  readonly initial?: Values | undefined;
  readonly onClose: () => void;
  readonly onDone?: (result: CommandResult) => void;
}

/** The form of a command, made from the command's own schema; typed text is kept until the command has been given. */
export function CommandDialog(props: CommandDialogProps) {
  const say = useSay();
  const { command, complaint } = props;
  const schema = useQuery({
    queryKey: ["command-schema", command],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => commandSchema(command),
  });
  const title = `${say.label(wordsFor(commandWords, command))} · ${complaint.number}`;
  return (
    <Dialog title={title} onClose={props.onClose}>
      {schema.isError && <Trouble error={schema.error} />}
      {schema.data !== undefined && (
        <RunningClocks value={complaint.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)}>
          <CommandForm {...props} schema={schema.data} />
        </RunningClocks>
      )}
    </Dialog>
  );
}

/** The version goes along by itself; a desk has no clock of its own to tell of. */
const unasked: ReadonlySet<string> = new Set(["version", "device"]);
const nothing: Values = {};

/** Sends what was typed; after somebody else was faster, what changed is there to be looked at. */
function useSubmit(
  { command, complaint, onClose, onDone }: CommandDialogProps,
  draft: Draft<Values>,
  schema: FieldSchema,
) {
  const api = useApi();
  const give = useGiveCommand();
  const hold = useHold();
  const [seen, setSeen] = useState(complaint);
  const [changes, setChanges] = useState<readonly Change[]>();
  const [state, setState] = useState<{ readonly sending: boolean; readonly error?: unknown }>({
    sending: false,
  });

  const send = async () => {
    const given = {
      complaintId: complaint.id,
      command,
      version: seen.version,
      values: sentOf(schema, draft.value),
      idempotencyKey: draft.idempotencyKey,
    };
    // The draft of what can still be called back stays until that has left.
    if (isHeld(command)) return hold(given);
    const result = await give(given);
    draft.forget();
    onDone?.(result);
  };
  const lookAgain = async () => {
    const path = { id: complaint.id };
    const current = await body(api.GET("/complaints/{id}", { params: { path } }));
    setChanges(changesBetween(seen, current));
    setSeen(current);
  };
  const submit = async () => {
    setState({ sending: true });
    try {
      await send();
      onClose();
    } catch (error) {
      if (error instanceof Refused && error.problem.code === "stale-version") await lookAgain();
      if (hasArrivedBefore(error)) {
        draft.renew();
        await lookAgain();
      }
      setState({ sending: false, error });
    }
  };
  return { state, changes, submit };
}

function CommandForm(props: CommandDialogProps & { readonly schema: FieldSchema }) {
  const { command, complaint, schema, onClose } = props;
  const say = useSay();
  const draft = useDraft<Values>(`${complaint.id}.${command}`, props.initial ?? nothing);
  const { state, changes, submit } = useSubmit(props, draft, schema);
  const faults = faultsOf(state.error);
  // Words first, files last.
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => !unasked.has(name) && belongsToAct(schema, name, draft.value))
    .toSorted(([a], [b]) => Number(a === "attachments") - Number(b === "attachments"));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey) event.currentTarget.requestSubmit();
      }}
    >
      <RestoredNote draft={draft} />
      {changes !== undefined && <ChangesSeen changes={changes} projectId={complaint.projectId} />}
      {state.error !== undefined && <Trouble error={state.error} />}
      <Phrases
        command={command}
        onPick={(text) => draft.update((before) => ({ ...before, text: below(before["text"], text) }))}
      />
      {fields.map(([name, field]) => (
        <Field
          key={name}
          path={name}
          name={name}
          command={command}
          schema={field}
          required={isRequired(schema, name, draft.value)}
          value={draft.value[name]}
          set={(value) => draft.update((before) => ({ ...before, [name]: value }))}
          projectId={complaint.projectId}
          timeZone={props.timeZone}
          faults={faults}
          suggested={name === "classCode" ? (complaint.classCode ?? complaint.hint?.classCode) : undefined}
        />
      ))}
      <div className="row-buttons">
        {/* A command that asks for nothing is given by Enter. */}
        <button type="submit" disabled={state.sending} data-begin={fields.length === 0 || undefined}>
          {say(state.sending ? uiWords.sending : uiWords.send)}
        </button>
        <small>Ctrl+Enter</small>
        <button type="button" className="plain" onClick={onClose}>
          {say(uiWords.cancel)}
        </button>
      </div>
    </form>
  );
}

/** A phrase goes below what somebody has typed already. */
function below(typed: Value, phrase: string): string {
  return typeof typed === "string" && typed.trim() !== "" ? `${typed.trimEnd()}\n${phrase}` : phrase;
}

/** What the server said, by field. */
function faultsOf(error: unknown): ReadonlyMap<string, string> {
  const entries = error instanceof Refused ? (error.problem.errors ?? []) : [];
  return new Map(entries.map(({ path, message }) => [path, message]));
}
