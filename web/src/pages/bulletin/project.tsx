import { useState } from "react";
import {
  type SectionField,
  type SectionName,
  sectionFieldNames,
  sectionFields,
  sectionList,
  sectionNames,
} from "../../../../lib/domain/submissions/sections.ts";
import { useDraft } from "../../parts/draft.ts";
import { LongText } from "../../parts/long-text.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { RestoredNote } from "../../parts/restored-note.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Contests } from "./contests.tsx";
import { type Submission, useSubmission, useWrite } from "./query.ts";
import { statusWords } from "./submissions.tsx";

const words = {
  nothing: { zh: "还没有填写。", en: "Nothing is written yet." },
  save: { zh: "保存", en: "Save" },
  confirm: { zh: "保存并确认上报", en: "Save and submit" },
  saved: { zh: "已保存", en: "Saved" },
  written: { zh: "已写", en: "written" },
};

interface ProjectPanelProps {
  readonly month: string;
  readonly projectId: string;
  readonly name: string;
  /** Its manager writes; region and headquarters read in place. */
  readonly mayWrite: boolean;
  readonly onClose?: () => void;
}

/** What one project writes for the month (D7, D8) and contests. */
export function ProjectPanel({ month, projectId, name, mayWrite, onClose }: ProjectPanelProps) {
  const say = useSay();
  const { data, error } = useSubmission(month, projectId);
  return (
    <section className="panel project-panel" aria-label={name}>
      <div className="dialog-head">
        <h2>
          {name} {data !== undefined && <span className="chip">{say(statusWords[data.status])}</span>}
        </h2>
        {onClose !== undefined && (
          <button type="button" className="plain" aria-label={say(uiWords.close)} onClick={onClose}>
            ×
          </button>
        )}
      </div>
      {error !== null && <Trouble error={error} />}
      {data === undefined ? (
        error === null && <p className="waiting">{say(uiWords.loading)}</p>
      ) : (
        <>
          {mayWrite ? <Editor month={month} submission={data} /> : <Narratives submission={data} />}
          <Contests month={month} submission={data} mayContest={mayWrite} />
        </>
      )}
    </section>
  );
}

type Texts = Submission["sections"];

function Narratives({ submission: { sections } }: { readonly submission: Submission }) {
  const say = useSay();
  const written = sectionList.filter((name) => sections[name] !== undefined);
  if (written.length === 0) return <p>{say(words.nothing)}</p>;
  return (
    <>
      {written.map((name) => (
        <section key={name} className="narrative">
          <h3>{say(sectionNames[name])}</h3>
          <dl className="facts">
            {sectionFields.map((field) => {
              const text = sections[name]?.[field];
              return (
                text !== undefined && (
                  <div className="fact" key={field}>
                    <dt>{say(sectionFieldNames[field])}</dt>
                    <dd className="text">{text}</dd>
                  </div>
                )
              );
            })}
          </dl>
        </section>
      ))}
    </>
  );
}

/** D7's sections and D8's texts; kept in this browser at every keystroke until the server has them. */
function Editor({ month, submission }: { readonly month: string; readonly submission: Submission }) {
  const say = useSay();
  const draft = useDraft<Texts>(`submission.${month}.${submission.projectId}`, submission.sections);
  const write = useWrite(month, submission.projectId);
  const [saved, setSaved] = useState(false);
  const set = (name: SectionName, field: SectionField, text: string) => {
    setSaved(false);
    draft.set({ ...draft.value, [name]: { ...draft.value[name], [field]: text } });
  };
  const send = (confirm: boolean) =>
    write.mutate(
      { version: submission.version, sections: withoutEmpty(draft.value), confirm },
      {
        onSuccess: () => {
          draft.forget();
          setSaved(true);
        },
      },
    );
  return (
    <>
      <RestoredNote draft={draft} />
      {sectionList.map((name, index) => {
        const texts = draft.value[name];
        const isWritten = Object.values(texts ?? {}).some((text) => text.trim() !== "");
        return (
          <details key={name} className="narrative" open={index === 0 || undefined}>
            <summary>
              {say(sectionNames[name])} {isWritten && <small className="good">✓ {say(words.written)}</small>}
            </summary>
            <div className="narrative-fields">
              {sectionFields.map((field) => (
                <label key={field} className="field">
                  <span className="label">
                    <span className="quiet">{say(sectionNames[name])} </span>
                    {say(sectionFieldNames[field])}
                  </span>
                  <LongText
                    longest={2000}
                    value={texts?.[field] ?? ""}
                    set={(typed) => set(name, field, typed)}
                  />
                </label>
              ))}
            </div>
          </details>
        );
      })}
      {write.error !== null && <Trouble error={write.error} />}
      <div className="row-buttons">
        <button type="button" disabled={write.isPending} onClick={() => send(true)}>
          {say(words.confirm)}
        </button>
        {submission.confirmedAt === undefined && (
          <button type="button" className="plain" disabled={write.isPending} onClick={() => send(false)}>
            {say(words.save)}
          </button>
        )}
        <span role="status" className="good">
          {saved && `✓ ${say(words.saved)}`}
        </span>
      </div>
    </>
  );
}

/** An empty text is none. */
function withoutEmpty(texts: Texts): Texts {
  const kept: Texts = {};
  for (const name of sectionList) {
    const fields = Object.entries(texts[name] ?? {}).filter(([, text]) => text.trim() !== "");
    if (fields.length > 0) kept[name] = Object.fromEntries(fields);
  }
  return kept;
}
