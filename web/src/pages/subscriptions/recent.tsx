import { rhythmWords } from "../../../../lib/domain/words/subscriptions.ts";
import { At } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import type { Subscribed } from "./query.ts";

const words = {
  title: { zh: "最近发送的文件", en: "Sent last" },
  none: { zh: "还没有发送过。", en: "Nothing was sent yet." },
  made: { zh: "生成于", en: "made" },
  edition: { zh: "第 {n} 版", en: "edition {n}" },
  missing: { zh: "未计入", en: "not counted" },
};

/** What was sent last, to be saved again where a mail carried links only. */
export function Recent({ recent }: { readonly recent: Subscribed["recent"] }) {
  const say = useSay();
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {recent.length === 0 && <p>{say(words.none)}</p>}
      <ul className="subscribed">
        {recent.map(({ every, name, month, from, to, edition, madeAt, missing, files }) => (
          <li key={`${every} ${name} ${from ?? month} ${madeAt}`}>
            <span>
              <b>{say(rhythmWords[every])}</b> · {name} ·{" "}
              {from === undefined ? month : from === to ? from : `${from} – ${to ?? ""}`}
              {edition !== undefined && ` · ${say(words.edition).replace("{n}", String(edition))}`}{" "}
              <small>
                {say(words.made)} <At instant={madeAt} />
              </small>
              {missing.length > 0 && (
                <small>
                  {" "}
                  {say(words.missing)}：{missing.join("、")}
                </small>
              )}
            </span>
            <span className="subscribed-files">
              {files.map(({ title, size, url }) => (
                <a key={title} href={url} download>
                  {title} <small>{Math.ceil(size / 1024)} KB</small>
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
