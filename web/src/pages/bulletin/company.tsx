import { useState } from "react";
import { companyFunctionList, companyFunctions } from "../../../../lib/domain/submissions/company-texts.ts";
import { useDraft } from "../../parts/draft.ts";
import { LongText } from "../../parts/long-text.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { RestoredNote } from "../../parts/restored-note.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import {
  type CompanyTexts,
  type CompanyTextsBody,
  type Preview,
  useCompanyTexts,
  useWriteCompany,
} from "./query.ts";

const words = {
  title: { zh: "总部内容", en: "Headquarters' words" },
  year: { zh: "年度", en: "Year" },
  number: { zh: "期号", en: "Number" },
  heading: { zh: "通报标题", en: "Title of the bulletin" },
  issue: { zh: "物业月报期号", en: "Number of the monthly" },
  hot: { zh: "热点项目的情况与建议", en: "Hot projects: state and advice" },
  hotNote: {
    zh: "已按投诉预填，改后以您的文字为准",
    en: "Filled in from the complaints; your words stand instead",
  },
  noHot: { zh: "本期没有公司直接受理的热点项目。", en: "There is no hot project in this period." },
  own: { zh: "公司各职能工作", en: "Work of the company by function" },
  save: { zh: "保存", en: "Save" },
  saved: { zh: "已保存，预览已更新", en: "Saved; the preview is up to date" },
};

interface Form {
  readonly year: string;
  readonly number: string;
  readonly title: string;
  readonly issue: string;
  readonly hot: Readonly<Record<string, string>>;
  readonly sections: CompanyTexts["sections"];
}

interface CompanyProps {
  readonly month: string;
  readonly preview: Preview | undefined;
}

/** Number, title, own paragraphs and advice, and the five functions of the monthly (D7, D14), before the bulletin is issued. */
export function Company({ month, preview }: CompanyProps) {
  const say = useSay();
  const { data, error } = useCompanyTexts(month);
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {error !== null && <Trouble error={error} />}
      {data === undefined ? (
        error === null && <p className="waiting">{say(uiWords.loading)}</p>
      ) : (
        <CompanyForm month={month} texts={data} preview={preview} />
      )}
    </section>
  );
}

function CompanyForm({ month, texts, preview }: CompanyProps & { readonly texts: CompanyTexts }) {
  const say = useSay();
  const draft = useDraft<Form>(`company-texts.${month}`, formOf(texts));
  const write = useWriteCompany(month);
  const [saved, setSaved] = useState(false);
  const form = draft.value;
  const set = (changes: Partial<Form>) => {
    setSaved(false);
    draft.set({ ...form, ...changes });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(bodyOf(form, texts, preview), {
          onSuccess: () => {
            draft.forget();
            setSaved(true);
          },
        });
      }}
    >
      <RestoredNote draft={draft} />
      <Numbers form={form} set={set} preview={preview} />
      <h3>{say(words.hot)}</h3>
      <small>{say(preview?.hot.length === 0 ? words.noHot : words.hotNote)}</small>
      {preview?.hot.map(({ projectId, name, received, text }) => (
        <label key={projectId} className="field">
          <span className="label">
            {name} <small>{received}</small>
          </span>
          <LongText
            longest={2000}
            value={form.hot[projectId] ?? text}
            set={(typed) => set({ hot: { ...form.hot, [projectId]: typed } })}
          />
        </label>
      ))}
      <h3>{say(words.own)}</h3>
      {companyFunctionList.map((name) => (
        <label key={name} className="field">
          <span className="label">{say(companyFunctions[name])}</span>
          <LongText
            longest={2000}
            value={form.sections[name] ?? ""}
            set={(typed) => set({ sections: { ...form.sections, [name]: typed } })}
          />
        </label>
      ))}
      {write.error !== null && <Trouble error={write.error} />}
      <div className="row-buttons">
        <button type="submit" disabled={write.isPending}>
          {say(write.isPending ? uiWords.sending : words.save)}
        </button>
        <span role="status" className="good">
          {saved && `✓ ${say(words.saved)}`}
        </span>
      </div>
    </form>
  );
}

interface NumbersProps {
  readonly form: Form;
  readonly set: (changes: Partial<Form>) => void;
  readonly preview: Preview | undefined;
}

function Numbers({ form, set, preview }: NumbersProps) {
  const say = useSay();
  const whole = (name: "year" | "number" | "issue", placeholder: number | undefined) => (
    <label className="field">
      <span className="label">{say(words[name])}</span>
      <input
        inputMode="numeric"
        pattern="\d{1,4}"
        value={form[name]}
        placeholder={placeholder === undefined ? "" : String(placeholder)}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="bulletin-numbers">
      {whole("year", preview?.year)}
      {whole("number", preview?.number)}
      {whole("issue", undefined)}
      <label className="field wide-field">
        <span className="label">{say(words.heading)}</span>
        <input
          value={form.title}
          maxLength={80}
          placeholder={preview?.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </label>
    </div>
  );
}

function formOf({ issue, bulletin, hot, sections }: CompanyTexts): Form {
  const text = (number: number | undefined) => (number === undefined ? "" : String(number));
  return {
    year: text(bulletin?.year),
    number: text(bulletin?.number),
    title: bulletin?.title ?? "",
    issue: text(issue),
    hot,
    sections,
  };
}

/** What is empty is not said; a paragraph that stands as it was filled in stays the desk's own. */
function bodyOf(
  form: Form,
  { version, hot: before }: CompanyTexts,
  preview: Preview | undefined,
): CompanyTextsBody {
  const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : undefined);
  const title = form.title.trim();
  const bulletin = {
    ...given("year", number(form.year)),
    ...given("number", number(form.number)),
    ...given("title", title === "" ? undefined : title),
  };
  const prefilled = new Map(preview?.hot.map(({ projectId, text }) => [projectId, text]));
  const hot = Object.entries(form.hot).filter(
    ([id, text]) => text.trim() !== "" && (before[id] !== undefined || prefilled.get(id) !== text),
  );
  const sections = Object.entries(form.sections).filter(([, text]) => text.trim() !== "");
  return {
    version,
    hot: Object.fromEntries(hot),
    sections: Object.fromEntries(sections),
    ...given("issue", number(form.issue)),
    ...given("bulletin", Object.keys(bulletin).length === 0 ? undefined : bulletin),
  };
}

function given<K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } {
  const said: { [P in K]?: T } = {};
  if (value !== undefined) said[name] = value;
  return said;
}
