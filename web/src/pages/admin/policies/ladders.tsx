import { useState } from "react";
import { useSay } from "../../../words/words.ts";
import { type FormProps, type Rung, withRung } from "./model.ts";
import { ladderName } from "./names.ts";
import { RungDialog } from "./rung-dialog.tsx";
import { rungWords } from "./sentences.ts";

const words = {
  ladders: { zh: "提醒和督办阶梯", en: "Ladders of reminders and escalations" },
  about: {
    zh: "名称相同的一级在各阶梯中是同一级，一处修改处处生效。岗位空缺时升到上一级岗位。",
    en: "A rung of the same name is the same in every ladder. Where a post is vacant the next higher one is told.",
  },
  edit: { zh: "修改", en: "Change" },
  remove: { zh: "去掉", en: "Remove" },
  add: { zh: "加一级", en: "Add a rung" },
};

interface Open {
  readonly ladder: string;
  readonly rung?: Rung;
}

/** Who is told when, ladder by ladder. */
export function Ladders({ draft, set }: FormProps) {
  const say = useSay();
  const [open, setOpen] = useState<Open>();
  return (
    <section className="panel" aria-label={say(words.ladders)}>
      <h2>{say(words.ladders)}</h2>
      <p>
        <small>{say(words.about)}</small>
      </p>
      {Object.entries(draft.ladders).map(([ladder, rungs]) => (
        <details key={ladder}>
          <summary>
            {say.label(ladderName(ladder))} <small>{rungs.length}</small>
          </summary>
          <ol className="list rules">
            {rungs.map((rung) => (
              <li key={rung.id}>
                <span>{say(rungWords(rung))}</span>
                <span className="row-buttons">
                  <button
                    type="button"
                    className="plain"
                    aria-label={`${say(words.edit)} ${say(rungWords(rung))}`}
                    onClick={() => setOpen({ ladder, rung })}
                  >
                    {say(words.edit)}
                  </button>
                  {rungs.length > 1 && (
                    <button
                      type="button"
                      className="plain"
                      aria-label={`${say(words.remove)} ${say(rungWords(rung))}`}
                      onClick={() => set(withRung(draft, ladder, rung.id, undefined))}
                    >
                      {say(words.remove)}
                    </button>
                  )}
                </span>
              </li>
            ))}
          </ol>
          <button type="button" className="plain" onClick={() => setOpen({ ladder })}>
            ＋ {say(words.add)}
          </button>
        </details>
      ))}
      {open !== undefined && (
        <RungDialog {...open} draft={draft} set={set} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}
