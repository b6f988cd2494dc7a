import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { commandWords } from "../../../../lib/domain/words/commands.ts";
import { Field } from "../../parts/command/fields.tsx";
import { useGiveCommand } from "../../parts/command/give.ts";
import { commandSchema, filled, type Values } from "../../parts/command/schema.ts";
import { Dialog } from "../../parts/dialog.tsx";
import type { Row } from "../../parts/open-complaints/row.ts";
import { useTrouble } from "../../parts/refusal.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";

interface BulkProps {
  readonly command: "assign" | "classify";
  readonly rows: readonly Row[];
  readonly projectId: string;
  readonly timeZone: string;
  readonly onClose: () => void;
}

interface Outcome {
  readonly number: string;
  readonly done: boolean;
  readonly said: string;
}

/** One form for many complaints; each is decided by itself, and each answers for itself. */
export function BulkDialog({ command, rows, projectId, timeZone, onClose }: BulkProps) {
  const say = useSay();
  const give = useGiveCommand();
  const trouble = useTrouble();
  const [values, setValues] = useState<Values>({});
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [running, setRunning] = useState(false);
  // A form that is sent again after a lost network gives the same commands.
  const [keys] = useState(() => new Map(rows.map(({ id }) => [id, crypto.randomUUID()])));
  const schema = useQuery({
    queryKey: ["command-schema", command],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => commandSchema(command),
  });
  const fields = Object.entries(schema.data?.properties ?? {}).filter(([name]) => name !== "version");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRunning(true);
    const results: Outcome[] = [];
    for (const { id, number, version } of rows) {
      const given = {
        complaintId: id,
        command,
        version,
        values: filled(values),
        idempotencyKey: keys.get(id) ?? id,
      };
      const outcome = await give(given).then(
        () => ({ number, done: true, said: say({ zh: "完成", en: "done" }) }),
        (error: unknown) => ({ number, done: false, said: trouble(error) }),
      );
      results.push(outcome);
      setOutcomes([...results]);
    }
    setRunning(false);
  };

  const title = `${say.label(commandWords[command])} · ${rows.length} ${say({ zh: "件", en: "complaints" })}`;
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {fields.map(([name, field]) => (
          <Field
            key={name}
            path={name}
            name={name}
            command={command}
            schema={field}
            required={(schema.data?.required ?? []).includes(name)}
            value={values[name]}
            set={(value) => setValues({ ...values, [name]: value })}
            projectId={projectId}
            timeZone={timeZone}
            faults={new Map()}
          />
        ))}
        <div className="row-buttons">
          <button type="submit" disabled={running}>
            {running ? `${outcomes.length} / ${rows.length}` : say(uiWords.send)}
          </button>
          <button type="button" className="plain" onClick={onClose}>
            {say(uiWords.close)}
          </button>
        </div>
        <ul className="outcomes" aria-live="polite">
          {outcomes.map(({ number, done, said }) => (
            <li key={number} className={done ? "good" : "late"}>
              {done ? "✓" : "▲"} {number} {said}
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}
