import { useState } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { type Rhythm, rhythms } from "../../../../lib/domain/subscriptions/subscription.ts";
import { rhythmWords, treeLevelWords } from "../../../../lib/domain/words/subscriptions.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { useSay } from "../../words/words.ts";
import { useSendBody } from "../admin/parts/put.ts";
import { useSaving } from "../admin/parts/saving.ts";
import type { Subscribed, TakenPart } from "./query.ts";

const words = {
  list: { zh: "订阅的文件", en: "Files that come by mail" },
  none: { zh: "还没有订阅。", en: "Nothing is taken yet." },
  part: { zh: "范围", en: "Part" },
  every: { zh: "频次", en: "How often" },
  add: { zh: "订阅", en: "Take it" },
  remove: { zh: "取消", en: "Stop" },
  lost: { zh: "已无权，不再发送", en: "no longer yours: nothing is sent" },
  cannot: { zh: "您的岗位没有可订阅的范围。", en: "No part of the tree is wholly yours to take." },
  twice: { zh: "已在列表中", en: "It is in the list already" },
};

/** What one takes: each change stands at once. */
export function Own({ subscribed }: { readonly subscribed: Subscribed }) {
  const say = useSay();
  const send = useSendBody();
  const { personId, version, items, choices } = subscribed;
  const saving = useSaving(
    (wanted: readonly TakenPart[]) =>
      send("PUT", `/people/${encodeURIComponent(personId)}/subscriptions`, {
        version,
        items: wanted.map(({ every, level, scope }) => ({
          every,
          level,
          ...defined({ scope }),
        })),
      }),
    ["subscriptions"],
  );
  // What is no longer one's own would be refused with the rest.
  const kept = items.filter(({ allowed }) => allowed);
  return (
    <section className="panel" aria-label={say(words.list)}>
      <h2>{say(words.list)}</h2>
      {items.length === 0 && <p>{say(words.none)}</p>}
      <ul className="subscribed">
        {items.map((item) => (
          <li key={keyOf(item)}>
            <span>
              <b>{say(rhythmWords[item.every])}</b> · {say(treeLevelWords[item.level])} {item.name}
              {!item.allowed && <span className="chip late">{say(words.lost)}</span>}
            </span>
            <button
              type="button"
              className="plain"
              disabled={saving.busy}
              onClick={() => void saving.run(kept.filter((one) => keyOf(one) !== keyOf(item)))}
            >
              {say(words.remove)}
              <span className="quiet">
                {" "}
                {say(rhythmWords[item.every])} {item.name}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 ? (
        <p>{say(words.cannot)}</p>
      ) : (
        <Add
          choices={choices}
          busy={saving.busy}
          taken={items}
          add={(item) => void saving.run([...kept, item])}
        />
      )}
      {saving.error !== undefined && <Trouble error={saving.error} />}
    </section>
  );
}

interface AddProps {
  readonly choices: Subscribed["choices"];
  readonly taken: readonly TakenPart[];
  readonly busy: boolean;
  readonly add: (item: TakenPart) => void;
}

function Add({ choices, taken, busy, add }: AddProps) {
  const say = useSay();
  const [at, setAt] = useState(0);
  const [every, setEvery] = useState<Rhythm>("week");
  const part = choices[at];
  const item: TakenPart | undefined = part === undefined ? undefined : { ...part, every, allowed: true };
  const isTaken = item !== undefined && taken.some((one) => keyOf(one) === keyOf(item));
  return (
    <form
      className="subscribe"
      onSubmit={(event) => {
        event.preventDefault();
        if (item !== undefined && !isTaken) add(item);
      }}
    >
      <label className="field">
        <span className="label">{say(words.part)}</span>
        <select value={at} onChange={(event) => setAt(Number(event.target.value))}>
          {choices.map(({ level, scope, name }, index) => (
            <option key={`${level} ${scope ?? ""}`} value={index}>
              {say(treeLevelWords[level])} · {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="field">
        <legend>{say(words.every)}</legend>
        {rhythms.map((rhythm) => (
          <label key={rhythm}>
            <input type="radio" name="every" checked={every === rhythm} onChange={() => setEvery(rhythm)} />
            {say(rhythmWords[rhythm])}
          </label>
        ))}
      </fieldset>
      <button type="submit" disabled={busy || isTaken}>
        {say(words.add)}
      </button>
      {isTaken && <small>{say(words.twice)}</small>}
    </form>
  );
}

function keyOf({ every, level, scope = "" }: Pick<TakenPart, "every" | "level" | "scope">): string {
  return `${every} ${level} ${scope}`;
}
