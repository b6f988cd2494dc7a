import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { hasArrivedBefore } from "../../api/arrived.ts";
import { answered } from "../../api/client.ts";
import { Refused } from "../../api/problem.ts";
import type { components } from "../../api/schema.ts";
import { useSend } from "../../app/services.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Field } from "../command/fields.tsx";
import { commandSchema, type FieldSchema, filled, type Values } from "../command/schema.ts";
import { Dialog } from "../dialog.tsx";
import type { Project } from "../directory.ts";
import { useDraft } from "../draft.ts";
import { Trouble } from "../refusal.tsx";
import { RestoredNote } from "../restored-note.tsx";

export type EmergencyResult = components["schemas"]["EmergencyResult"];

interface EmergencyFormProps {
  readonly title: string;
  readonly kind: "register" | "report";
  /** The address that takes it. */
  readonly path: string;
  /** What is sent beside what is typed: project or version. */
  readonly beside: Values;
  /** Fields that somebody has filled in already. */
  readonly initial?: Values;
  readonly project: Project;
  readonly onClose: () => void;
  readonly onDone: (result: EmergencyResult) => void;
}

const nothing: Values = {};

/** A form of emergency events, made from the route's own schema; typed text is kept until the server has it. */
export function EmergencyForm(props: EmergencyFormProps) {
  const { title, kind, onClose } = props;
  const schema = useQuery({
    queryKey: ["command-schema", `event:${kind}`],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => commandSchema(`event:${kind}`),
  });
  return (
    <Dialog title={title} onClose={onClose}>
      {schema.isError && <Trouble error={schema.error} />}
      {schema.data !== undefined && <Form {...props} schema={schema.data} />}
    </Dialog>
  );
}

function Form(props: EmergencyFormProps & { readonly schema: FieldSchema }) {
  const { kind, path, beside, initial = nothing, project, schema, onClose, onDone } = props;
  const say = useSay();
  const send = useSend();
  const draft = useDraft<Values>(`emergency.${path}`, initial);
  const [state, setState] = useState<{ readonly sending: boolean; readonly error?: unknown }>({
    sending: false,
  });
  const faults = new Map(
    (state.error instanceof Refused ? (state.error.problem.errors ?? []) : []).map((fault) => [
      fault.path,
      fault.message,
    ]),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState({ sending: true });
    try {
      const request = new Request(path, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": draft.idempotencyKey },
        body: JSON.stringify({ ...filled(draft.value), ...beside }),
      });
      const result = await answered<EmergencyResult>(send(request));
      draft.forget();
      onDone(result);
    } catch (error) {
      if (hasArrivedBefore(error)) draft.renew();
      setState({ sending: false, error });
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <RestoredNote draft={draft} />
      {state.error !== undefined && <Trouble error={state.error} />}
      {Object.entries(schema.properties ?? {})
        .filter(([name]) => !(name in beside))
        .map(([name, field]) => (
          <Field
            key={name}
            path={name}
            name={name}
            command={`event:${kind}`}
            schema={field}
            required={(schema.required ?? []).includes(name)}
            value={draft.value[name]}
            set={(value) => draft.update((before) => ({ ...before, [name]: value }))}
            projectId={project.id}
            timeZone={project.timeZone}
            faults={faults}
          />
        ))}
      <div className="row-buttons">
        <button type="submit" disabled={state.sending}>
          {say(state.sending ? uiWords.sending : uiWords.send)}
        </button>
        <button type="button" className="plain" onClick={onClose}>
          {say(uiWords.cancel)}
        </button>
      </div>
    </form>
  );
}
