import { useState } from "react";
import { Trouble } from "../../../parts/refusal.tsx";
import { At, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { DifferenceList } from "./changes.tsx";
import { differences } from "./differences.ts";
import type { Edition } from "./model.ts";
import { usePolicies, usePolicyText } from "./query.ts";

const words = {
  history: { zh: "发布记录", en: "What was published" },
  none: {
    zh: "此范围还没有发布过，按上一级范围或内置政策执行。",
    en: "Nothing was published here; the wider scope or the built-in policy holds.",
  },
  effective: { zh: "生效", en: "in effect from" },
  coming: { zh: "未生效", en: "not in effect yet" },
  shows: { zh: "改了什么", en: "What it changed" },
  first: { zh: "首次发布，与公司现行政策相比：", en: "The first one, beside the company's policy in force:" },
  nothing: { zh: "没有不同。", en: "Nothing differs." },
};

/** The page's clock may be so much behind the server's. */
const tick = 60_000;

interface HistoryProps {
  readonly scope: string;
  readonly editions: readonly Edition[];
}

/** Every edition of the scope, newest first, each with what it changed. */
export function History({ scope, editions }: HistoryProps) {
  const say = useSay();
  const now = useNow();
  const { nameOf } = useEverybody();
  const own = editions.filter((edition) => edition.scope === scope).toSorted((a, b) => b.number - a.number);
  return (
    <section className="panel" aria-label={say(words.history)}>
      <h2>{say(words.history)}</h2>
      {own.length === 0 && <p>{say(words.none)}</p>}
      <ol className="list">
        {own.map((edition, index) => (
          <li key={edition.version}>
            <strong>{edition.version}</strong> · <At instant={edition.effectiveFrom} /> {say(words.effective)}{" "}
            {Date.parse(edition.effectiveFrom) > now + tick && (
              <span className="chip soon">{say(words.coming)}</span>
            )}
            <br />
            <small>
              {nameOf(edition.publishedBy)} · <At instant={edition.publishedAt} />
            </small>
            <Shown version={edition.version} before={own[index + 1]?.version} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ShownProps {
  readonly version: string;
  readonly before: string | undefined;
}

function Shown(props: ShownProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.shows)}</summary>
      {open && <Compared {...props} />}
    </details>
  );
}

function Compared({ version, before }: ShownProps) {
  const say = useSay();
  const company = usePolicies();
  const [text, earlier] = [usePolicyText(version), usePolicyText(before)];
  const error = text.error ?? earlier.error;
  if (error !== null) return <Trouble error={error} />;
  const base = before === undefined ? company.data?.inForce : earlier.data;
  if (text.data === undefined || base === undefined) return undefined;
  const changes = differences(base, text.data);
  return (
    <>
      {before === undefined && <small>{say(words.first)}</small>}
      {changes.length === 0 ? <p>{say(words.nothing)}</p> : <DifferenceList changes={changes} />}
    </>
  );
}
