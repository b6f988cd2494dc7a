import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { quarantineWords } from "../../../../../lib/domain/words/quarantine.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { useProjects } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox } from "../parts/fields.tsx";
import { useSaving } from "../parts/saving.ts";
import { SenderDecision } from "./sender.tsx";

type Mail = components["schemas"]["QuarantinedMail"];
type Said = NonNullable<components["schemas"]["QuarantinedLetter"]["letter"]>;

const words = {
  from: { zh: "发件人", en: "From" },
  to: { zh: "收件人", en: "To" },
  date: { zh: "信上日期", en: "Dated" },
  arrived: { zh: "收到", en: "Arrived" },
  why: { zh: "隔离原因", en: "Why it lies here" },
  guessed: { zh: "解析时的疑点", en: "What had to be guessed" },
  gone: {
    zh: "原始邮件已过保存期，只剩这些信息；仍可转为投诉。",
    en: "The raw mail is past its time of keeping; only this is left. It can still become a complaint.",
  },
  textOnly: {
    zh: "只显示文字：不载入图片、链接和脚本。",
    en: "Text only: no picture, link or script of it is loaded.",
  },
  empty: { zh: "（信中没有文字）", en: "(no words in it)" },
  quoted: { zh: "引用的往来邮件", en: "What it quotes" },
  cut: { zh: "内容过长，此处只显示开头。", en: "It is long; only its beginning is shown." },
  files: { zh: "附件（转为投诉后可下载）", en: "Files (to download once it is a complaint)" },
  project: { zh: "属于哪个项目", en: "Whose complaint" },
  accept: { zh: "转为投诉", en: "Make it a complaint" },
  dismiss: { zh: "不是投诉", en: "No complaint" },
  accepted: { zh: "已转为投诉", en: "It is a complaint now" },
  coming: { zh: "正在登记，编号稍后显示。", en: "Being registered; the number follows in a moment." },
  dismissed: {
    zh: "已认定不是投诉；需要时仍可转为投诉。",
    en: "Found to be no complaint; it can still be made one.",
  },
  noSubject: { zh: "（无主题）", en: "(no subject)" },
};
/** Until a mail that was accepted has its number. */
const lookAgainMs = 2000;

/** One mail, as text, and what can be done with it. */
export function Letter({ id }: { readonly id: string }) {
  const say = useSay();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ["quarantine", "letter", id],
    queryFn: ({ signal }) => body(api.GET("/quarantine/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isComing(state.data?.mail) ? lookAgainMs : false),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <p className="waiting">{say(uiWords.loading)}</p>;
  const { mail, letter } = data;
  return (
    <section className="panel" aria-label={mail.subject ?? say(words.noSubject)}>
      <h2>{mail.subject ?? say(words.noSubject)}</h2>
      <Head mail={mail} letter={letter} />
      {letter === undefined ? <p className="note soon">{say(words.gone)}</p> : <Said letter={letter} />}
      <Decision mail={mail} />
      {mail.from !== undefined && <SenderDecision from={mail.from} projectIds={mail.projectIds ?? []} />}
    </section>
  );
}

function isComing(mail: Mail | undefined): boolean {
  return mail?.accepted !== undefined && mail.accepted.complaintId === undefined;
}

function Head({ mail, letter }: { readonly mail: Mail; readonly letter: Said | undefined }) {
  const say = useSay();
  const from = [letter?.fromName, mail.from].filter((part) => part !== undefined).join(" · ");
  return (
    <dl className="facts">
      <dt>{say(words.from)}</dt>
      <dd>{from === "" ? "—" : from}</dd>
      {letter !== undefined && (
        <>
          <dt>{say(words.to)}</dt>
          <dd>{letter.to.join(", ")}</dd>
        </>
      )}
      <dt>{say(words.arrived)}</dt>
      <dd>
        <At instant={mail.at} />
      </dd>
      <dt>{say(words.why)}</dt>
      <dd>{say.label(wordsFor(quarantineWords, mail.reason))}</dd>
      {letter !== undefined && letter.defects.length > 0 && (
        <>
          <dt>{say(words.guessed)}</dt>
          <dd>
            <code>{letter.defects.join(", ")}</code>
          </dd>
        </>
      )}
    </dl>
  );
}

function Said({ letter }: { readonly letter: Said }) {
  const say = useSay();
  return (
    <>
      <p>
        <small>{say(words.textOnly)}</small>
      </p>
      {/* Focusable, so that it can be scrolled with keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter scrolls */}
      <div className="letter text" tabIndex={0} role="region" aria-label={say(words.textOnly)}>
        {letter.text.trim() === "" ? say(words.empty) : letter.text}
      </div>
      {letter.quoted.trim() !== "" && (
        <details>
          <summary>{say(words.quoted)}</summary>
          <p className="text">{letter.quoted}</p>
        </details>
      )}
      {letter.cut && <p className="note">{say(words.cut)}</p>}
      {letter.files.length > 0 && (
        <>
          <h3>{say(words.files)}</h3>
          <ul>
            {letter.files.map(({ name, contentType, size }, index) => (
              <li key={`${index} ${name}`}>
                {name ?? contentType} <small>{Math.ceil(size / 1024)} KB</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Decision({ mail }: { readonly mail: Mail }) {
  const say = useSay();
  const api = useApi();
  const { data: projects = [] } = useProjects();
  const addressed = mail.projectIds?.[0];
  const [chosen, setChosen] = useState("");
  const projectId = chosen === "" ? (addressed ?? "") : chosen;
  const path = { id: mail.id };
  const accept = useSaving(
    () => body(api.POST("/quarantine/{id}/accept", { params: { path }, body: { projectId } })),
    ["quarantine"],
  );
  const dismiss = useSaving(
    () => body(api.POST("/quarantine/{id}/dismiss", { params: { path } })),
    ["quarantine"],
  );
  if (mail.accepted !== undefined) return <Accepted mail={mail} />;
  const error = accept.error ?? dismiss.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void accept.run();
      }}
    >
      {error !== undefined && <Trouble error={error} />}
      {mail.dismissed !== undefined && <p className="note">{say(words.dismissed)}</p>}
      <SelectBox
        label={say(words.project)}
        value={projectId}
        set={setChosen}
        empty={say(uiWords.choose)}
        choices={projects.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="row-buttons">
        <button type="submit" disabled={accept.busy}>
          {say(words.accept)}
        </button>
        {mail.dismissed === undefined && (
          <button type="button" className="plain" disabled={dismiss.busy} onClick={() => void dismiss.run()}>
            {say(words.dismiss)}
          </button>
        )}
      </div>
    </form>
  );
}

function Accepted({ mail: { accepted } }: { readonly mail: Mail }) {
  const say = useSay();
  return (
    <p className="note good" role="status">
      ✓ {say(words.accepted)}{" "}
      {accepted?.complaintId === undefined ? (
        say(words.coming)
      ) : (
        <Link to={`/c/${accepted.complaintId}`}>{accepted.number}</Link>
      )}
    </p>
  );
}
