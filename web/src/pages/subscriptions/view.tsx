import { useSearchParams } from "react-router";
import { rhythmWords, treeLevelWords } from "../../../../lib/domain/words/subscriptions.ts";
import { holdsOneOf, PersonName, useMe } from "../../parts/me.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Own } from "./own.tsx";
import { useSubscribed, useTakers } from "./query.ts";
import { Recent } from "./recent.tsx";
import "./subscriptions.css";

const words = {
  title: { zh: "文件订阅", en: "Files by mail" },
  about: {
    zh: "按公司、区域、城市或项目订阅统计文件：每日（前一天）、每周（周一发上周）、每月（随通报版）。发送前再核对权限。",
    en: "Take the files of the company, a region, a city or a project by mail: daily (the day before), weekly (on Mondays), monthly (with the bulletin's edition). Rights are asked again before each mail.",
  },
  back: { zh: "回到我的订阅", en: "Back to mine" },
  takers: { zh: "各级订阅人", en: "Who takes what" },
  nobody: { zh: "还没有人订阅。", en: "Nobody takes anything yet." },
  part: { zh: "范围", en: "Part" },
  every: { zh: "频次", en: "How often" },
  person: { zh: "订阅人", en: "Who" },
  lost: { zh: "已无权，不再发送", en: "no longer theirs: nothing is sent" },
};

/** Which files one takes by mail, what was sent last; for headquarters by every level of the tree who takes what. */
export function Page() {
  const say = useSay();
  const me = useMe();
  const [search] = useSearchParams();
  const mine = me.data?.id;
  const of = search.get("person") ?? mine;
  const { data, error } = useSubscribed(of);
  document.title = `${say(words.title)} · 接诉`;
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <p className="waiting">{say(uiWords.loading)}</p>;
  return (
    <section className="subscriptions" aria-label={say(words.title)}>
      <h1>
        {say(words.title)}
        {of !== undefined && of !== mine && (
          <>
            {" · "}
            <PersonName id={of} />
          </>
        )}
      </h1>
      <p>{say(words.about)}</p>
      <Own key={data.personId} subscribed={data} />
      <Recent recent={data.recent} />
      {holdsOneOf(me.data, ["headquarters"]) && <Takers mine={mine} of={of} />}
    </section>
  );
}

interface TakersProps {
  readonly mine: string | undefined;
  readonly of: string | undefined;
}

function Takers({ mine, of }: TakersProps) {
  const say = useSay();
  const [, setSearch] = useSearchParams();
  const { data, error } = useTakers(true);
  return (
    <section className="panel" aria-label={say(words.takers)}>
      <div className="file-head">
        <h2>{say(words.takers)}</h2>
        {of !== mine && (
          <button type="button" className="plain" onClick={() => setSearch({})}>
            {say(words.back)}
          </button>
        )}
      </div>
      {error !== null && <Trouble error={error} />}
      {data?.items.length === 0 && <p>{say(words.nobody)}</p>}
      {data !== undefined && data.items.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.part)}</th>
              <th scope="col">{say(words.every)}</th>
              <th scope="col">{say(words.person)}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ personId, personName, every, level, scope, name, allowed }) => (
              <tr key={`${personId} ${every} ${level} ${scope ?? ""}`}>
                <th scope="row">
                  <small>{say(treeLevelWords[level])}</small> {name}
                </th>
                <td>{say(rhythmWords[every])}</td>
                <td>
                  <button
                    type="button"
                    className="plain"
                    onClick={() => setSearch(personId === mine ? {} : { person: personId })}
                  >
                    {personName}
                  </button>
                  {!allowed && <span className="chip late">{say(words.lost)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
