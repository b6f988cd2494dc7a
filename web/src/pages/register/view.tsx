import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { defined } from "../../../../lib/domain/present.ts";
import { hasArrivedBefore } from "../../api/arrived.ts";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";
import { useFurtherFiles } from "../../parts/command/give.ts";
import { batchesOf } from "../../parts/command/parts-of.ts";
import { useProject } from "../../parts/directory.ts";
import { useDisclose } from "../../parts/disclose.ts";
import { type Draft, useDraft } from "../../parts/draft.ts";
import { LongText } from "../../parts/long-text.tsx";
import { lookForChanges } from "../../parts/open-complaints/query.ts";
import { ProjectChoice } from "../../parts/project-choice.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { RestoredNote } from "../../parts/restored-note.tsx";
import { InZone } from "../../parts/time.tsx";
import { FilesField } from "../../parts/uploads/files-field.tsx";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Earlier } from "./earlier.tsx";
import { Circumstances, Marks, Person } from "./form.tsx";
import { Hints } from "./hints.tsx";
import { deskBody, type Entry, emptyEntry, type Row, useEarlier } from "./query.ts";
import { TextInput } from "./text-input.tsx";
import "./register.css";

const words = {
  saved: { zh: "已登记", en: "Registered" },
  open: { zh: "打开", en: "Open" },
  box: { zh: "投诉箱开箱登记", en: "Slips from the complaint box" },
  save: { zh: "登记", en: "Register" },
};

interface State {
  readonly sending: boolean;
  readonly error?: unknown;
  readonly saved?: Pick<components["schemas"]["Registered"], "id" | "number">;
}

/** Registers what was typed; the draft stays until the server has it. */
function useRegister(draft: Draft<Entry>, projectId: string | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  const furtherFiles = useFurtherFiles();
  const [state, setState] = useState<State>({ sending: false });
  const [waits, setWaits] = useState(false);
  const send = async (to: string): Promise<void> => {
    try {
      const saved = await body(
        api.POST("/complaints", {
          params: { header: { "Idempotency-Key": draft.idempotencyKey } },
          body: deskBody({ ...emptyEntry, ...draft.value }, to),
        }),
      );
      const [, ...rest] = batchesOf({ ...emptyEntry, ...draft.value }.attachments);
      await furtherFiles(saved.id, rest, draft.idempotencyKey);
      draft.forget();
      setState({ sending: false, saved });
      await lookForChanges(queries);
    } catch (error) {
      if (hasArrivedBefore(error)) draft.renew();
      setState({ sending: false, error });
    }
  };
  const register = async (): Promise<void> => {
    setState({ sending: true });
    if (projectId === undefined) setWaits(true);
    else await send(projectId);
  };
  // Saved before the list of projects had come: it goes as soon as that is there.
  useEffect(() => {
    if (!waits || projectId === undefined) return;
    setWaits(false);
    void send(projectId);
  }, [waits, projectId]);
  return { state, register };
}

const emptyHome = { area: "", building: "", unit: "", room: "" };

/** The home of the last complaint: one tap instead of five fields. The list shows it masked, so it is asked for, and that is on record. */
function useTakeHome(set: (fields: Partial<Entry>) => void) {
  const disclose = useDisclose();
  return async ({ id }: Row) => {
    const { location, name } = await disclose(id, "register");
    set({ ...emptyHome, ...location, ...defined({ name }) });
  };
}

/** The front desk writes down what a caller or visitor says; beside it stands what the home has complained of before. */
export function Page() {
  const say = useSay();
  const { project, projects, choose } = useProject();
  const draft = useDraft<Entry>("register", emptyEntry);
  const { state, register } = useRegister(draft, project?.id);
  // A draft from before tickets were asked for lacks their fields.
  const entry = { ...emptyEntry, ...draft.value };
  const first = useRef<HTMLInputElement>(null);
  const earlier = useEarlier(project?.id, entry);
  document.title = `${say(uiWords.register)} · 接诉`;
  const set = (fields: Partial<Entry>) => draft.update((before) => ({ ...emptyEntry, ...before, ...fields }));
  const takeHome = useTakeHome(set);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void register().then(() => first.current?.focus());
  };
  return (
    <div className="register">
      <form
        className="panel"
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) event.currentTarget.requestSubmit();
        }}
      >
        <h1>{say(uiWords.register)}</h1>
        <Link to="/new/box">{say(words.box)}</Link>
        <Said state={state} />
        <RestoredNote draft={draft} />
        {projects.length > 1 && <ProjectChoice project={project} projects={projects} choose={choose} />}
        <Person entry={entry} set={set} first={first} />
        <label className="field">
          <span className="label">{say(fieldLabel("matter"))}</span>
          <LongText required longest={4000} value={entry.matter} set={(matter) => set({ matter })} />
        </label>
        <Hints
          matter={entry.matter}
          classCode={entry.classCode}
          choose={(classCode) => set({ classCode })}
          safety={entry.safety}
          setSafety={(safety) => set({ safety })}
        />
        <Circumstances
          entry={entry}
          set={set}
          projectId={project?.id ?? ""}
          timeZone={project?.timeZone ?? "Asia/Shanghai"}
        />
        {/* A letter is kept: its photo here, where the paper lies below (D13). */}
        <FilesField value={entry.attachments} set={(attachments) => set({ attachments })} />
        {entry.channel === "letter" && (
          <TextInput field="originalAt" value={entry.originalAt} set={(originalAt) => set({ originalAt })} />
        )}
        <Marks entry={entry} set={set} />
        <div className="row-buttons">
          <button type="submit" disabled={state.sending}>
            {say(state.sending ? uiWords.sending : words.save)}
          </button>
          <small>Ctrl+Enter</small>
        </div>
      </form>
      <InZone timeZone={project?.timeZone}>
        <Earlier rows={earlier.data} onHome={takeHome} matter={entry.matter} />
      </InZone>
    </div>
  );
}

/** What came of the last one. */
function Said({ state: { saved, error } }: { readonly state: State }) {
  const say = useSay();
  return (
    <>
      {saved !== undefined && (
        <p className="note good" role="status">
          ✓ {say(words.saved)} <b>{saved.number}</b> <Link to={`/c/${saved.id}`}>{say(words.open)}</Link>
        </p>
      )}
      {error !== undefined && <Trouble error={error} />}
    </>
  );
}
