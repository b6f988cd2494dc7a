import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { retentionWords } from "../../../../../lib/domain/words/person-data.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { holdsOneOf, useMe } from "../../../parts/me.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";

const words = {
  title: { zh: "保存期限", en: "Kept how long" },
  kind: { zh: "记录", en: "Records" },
  days: { zh: "天", en: "Days" },
  by: { zh: "由谁清除", en: "Removed by" },
  night: { zh: "每夜清除（政策）", en: "the nightly run, by policy" },
  store: { zh: "存储到期", en: "the store itself" },
  change: { zh: "在政策中修改", en: "Change it in the policy" },
  next: { zh: "下次清除", en: "Next run" },
  nights: { zh: "最近几夜清除了", en: "What the last nights removed" },
  none: { zh: "还没有执行过。", en: "It has not run yet." },
  broken: { zh: "▲ 未完成，下一夜接着办", en: "▲ broke off; the next night goes on" },
  nothing: { zh: "没有到期的", en: "nothing was over its time" },
};

/** What headquarters keep how long, what the last nights removed, and when the next run is. */
export function Retention() {
  const me = useMe();
  return holdsOneOf(me.data, ["headquarters"]) ? <Kept /> : null;
}

function Kept() {
  const say = useSay();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ["retention"],
    queryFn: ({ signal }) => body(api.GET("/person-data/retention", { signal })),
  });
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {error !== null && <Trouble error={error} />}
      {data !== undefined && (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.kind)}</th>
                <th scope="col">{say(words.days)}</th>
                <th scope="col">{say(words.by)}</th>
              </tr>
            </thead>
            <tbody>
              {data.kinds.map(({ kind, days, by }) => (
                <tr key={kind}>
                  <th scope="row">{say.label(wordsFor(retentionWords, kind))}</th>
                  <td>{days}</td>
                  <td>{say(words[by])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <Link to="/admin/policies">{say(words.change)}</Link> · {say(words.next)}{" "}
            <At instant={data.nextAt} />
          </p>
          <h3>{say(words.nights)}</h3>
          {data.nights.length === 0 && <p>{say(words.none)}</p>}
          <ul className="list">
            {data.nights.map(({ date, removed, finishedAt }) => {
              const counts = Object.entries(removed).filter(([, count]) => count > 0);
              return (
                <li key={date}>
                  <strong>{date}</strong>{" "}
                  {counts.length === 0
                    ? say(words.nothing)
                    : counts
                        .map(([kind, count]) => `${say.label(wordsFor(retentionWords, kind))} ${count}`)
                        .join(" · ")}
                  {finishedAt === undefined && <span className="late"> {say(words.broken)}</span>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
