import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { useDraft } from "../../../parts/draft.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { RestoredNote } from "../../../parts/restored-note.tsx";
import { At } from "../../../parts/time.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { Faults } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { PersonFields } from "./fields.tsx";
import { HandoverDialog } from "./handover.tsx";
import { nobodyYet, type Person, tidied } from "./model.ts";
import { words } from "./words.ts";

interface PanelProps {
  /** Absent: somebody new. */
  readonly id: string | undefined;
  readonly onNamed: (id: string) => void;
}

/** One person as a form, with who changed what before. */
export function PersonPanel({ id, onNamed }: PanelProps) {
  const say = useSay();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ["person", id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => body(api.GET("/people/{id}", { params: { path: { id: id ?? "" } }, signal })),
  });
  if (id === undefined) return <PersonForm standing={nobodyYet} version={0} onNamed={onNamed} />;
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <p className="waiting">{say(uiWords.loading)}</p>;
  return (
    <div>
      <PersonForm key={data.version} standing={data.person} version={data.version} onNamed={onNamed} />
      <Changes changes={data.changes} />
    </div>
  );
}

interface FormProps {
  readonly standing: Person;
  readonly version: number;
  readonly onNamed: (id: string) => void;
}

function PersonForm({ standing, version, onNamed }: FormProps) {
  const say = useSay();
  const send = useSendBody();
  const [handover, setHandover] = useState(false);
  const isNew = standing.id === "";
  const draft = useDraft<Person>(`person.${standing.id}.${version}`, standing);
  const saving = useSaving(
    async () => {
      await send("PUT", "/people", { ...tidied(draft.value), version });
      draft.forget();
    },
    ["people"],
    ["person"],
    ["me"],
  );
  const save = async () => {
    const { id } = draft.value;
    if ((await saving.run()) && isNew) onNamed(id);
  };
  return (
    <section className="panel" aria-label={isNew ? say(words.new) : standing.name}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>{isNew ? say(words.new) : standing.name}</h2>
        <RestoredNote draft={draft} />
        {saving.error !== undefined && <Trouble error={saving.error} />}
        <Faults error={saving.error}>
          <PersonFields person={draft.value} set={draft.set} isNew={isNew} />
        </Faults>
        <div className="row-buttons">
          <button type="submit" disabled={saving.busy || draft.value.assignments.length === 0}>
            {say(words.save)}
          </button>
          {!isNew && (
            <button type="button" className="plain" onClick={() => setHandover(true)}>
              {say(words.handover)}
            </button>
          )}
          {!isNew && <SignOut id={standing.id} />}
          {saving.done && (
            <span className="good" role="status">
              ✓ {say(words.saved)}
            </span>
          )}
        </div>
      </form>
      {handover && <HandoverDialog from={standing} onClose={() => setHandover(false)} />}
    </section>
  );
}

/** Ends every session of the person: a lost phone, or somebody who leaves at once. */
function SignOut({ id }: { readonly id: string }) {
  const say = useSay();
  const api = useApi();
  const ending = useSaving(
    () => body(api.POST("/people/{id}/sign-out", { params: { path: { id } } })),
    ["people"],
    ["person"],
  );
  return (
    <>
      <button type="button" className="plain" disabled={ending.busy} onClick={() => void ending.run()}>
        {say(words.signOut)}
      </button>
      {ending.done && <span role="status">✓ {say(words.signedOut)}</span>}
      {ending.error !== undefined && <Trouble error={ending.error} />}
    </>
  );
}

interface ChangesProps {
  readonly changes: readonly { readonly version: number; readonly at: string; readonly by: string }[];
}

function Changes({ changes }: ChangesProps) {
  const say = useSay();
  const { nameOf } = useEverybody();
  if (changes.length === 0) return undefined;
  return (
    <section className="panel" aria-label={say(words.history)}>
      <h2>{say(words.history)}</h2>
      <ol className="list">
        {changes.map(({ version, at, by }) => (
          <li key={version}>
            <At instant={at} /> · {nameOf(by)}
          </li>
        ))}
      </ol>
    </section>
  );
}
