import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { readWayWords, shownReasonWords } from "../../../../../lib/domain/words/person-data.ts";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { Proof } from "../../../parts/proof.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { SelectBox } from "../parts/fields.tsx";
import { AdminPage } from "../parts/frame.tsx";
import "./audit.css";

const words = {
  number: { zh: "投诉编号", en: "Number of a complaint" },
  look: { zh: "查询", en: "Look" },
  person: { zh: "或：人员", en: "Or: a person" },
  nobody: { zh: "请选择", en: "Choose" },
  chain: { zh: "历史链核对", en: "The history, proved" },
  reads: { zh: "谁看过个人信息", en: "Who was shown personal values" },
  none: { zh: "没有记录。", en: "Nothing on record." },
  who: { zh: "人员", en: "Who" },
  complaint: { zh: "投诉", en: "Complaint" },
  way: { zh: "方式", en: "How" },
  reason: { zh: "原因", en: "What for" },
  when: { zh: "时间", en: "When" },
  times: { zh: "次数", en: "Times" },
  more: { zh: "更早的", en: "Earlier" },
} as const;

/** Who was shown what of whom, by complaint or by person; of a complaint also whether its history is whole. */
export function Page() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const number = search.get("number") ?? "";
  const person = search.get("person") ?? "";
  const { people } = useEverybody();
  return (
    <AdminPage path="/admin/audit">
      <form
        key={number}
        className="audit-asked"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get("number");
          setSearch(typeof given === "string" && given.trim() !== "" ? { number: given.trim() } : {});
        }}
      >
        <label className="field">
          <span className="label">{say(words.number)}</span>
          <input name="number" defaultValue={number} maxLength={40} />
        </label>
        <button type="submit">{say(words.look)}</button>
      </form>
      <SelectBox
        label={say(words.person)}
        optional
        empty={say(words.nobody)}
        value={person}
        set={(id) => setSearch(id === "" ? {} : { person: id })}
        choices={people.map(({ id, name }) => ({ value: id, label: `${name}（${id}）` }))}
      />
      {number !== "" && (
        <section className="panel" aria-label={say(words.chain)}>
          <h2>{say(words.chain)}</h2>
          <Proof key={number} id={number} />
        </section>
      )}
      {(number !== "" || person !== "") && <Reads number={number} person={person} />}
    </AdminPage>
  );
}

interface ReadsProps {
  readonly number: string;
  readonly person: string;
}

function Reads({ number, person }: ReadsProps) {
  const say = useSay();
  const api = useApi();
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["reads", number, person],
    initialPageParam: "",
    getNextPageParam: (last: { readonly cursor?: string }) => last.cursor,
    queryFn: ({ signal, pageParam }) =>
      body(
        api.GET("/audit/reads", {
          params: {
            query: {
              ...(number === "" ? { person } : { number }),
              ...(pageParam === "" ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="panel" aria-label={say(words.reads)}>
      <h2>{say(words.reads)}</h2>
      {error !== null && <Trouble error={error} />}
      {data !== undefined && items.length === 0 && <p>{say(words.none)}</p>}
      {items.length > 0 && (
        <div className="wide" role="region" aria-label={say(words.when)} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {(["who", "complaint", "way", "reason", "when", "times"] as const).map((column) => (
                  <th key={column} scope="col">
                    {say(words[column])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((read) => (
                <tr key={`${read.number} ${read.by} ${read.way} ${read.firstAt}`}>
                  <th scope="row">{read.name ?? read.by}</th>
                  <td>{read.number}</td>
                  <td>{say(readWayWords[read.way])}</td>
                  <td>{read.reason === undefined ? "–" : say(shownReasonWords[read.reason])}</td>
                  <td>
                    <At instant={read.lastAt} />
                  </td>
                  <td>{read.times}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <button type="button" className="plain" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {say(isFetching ? uiWords.loading : words.more)}
        </button>
      )}
    </section>
  );
}
