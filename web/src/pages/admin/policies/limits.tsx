import { useState } from "react";
import { useSay } from "../../../words/words.ts";
import { ClockDialog } from "./clock-dialog.tsx";
import { type ClockRule, type FormProps, variants } from "./model.ts";
import { ladderName } from "./names.ts";
import { clauseWords, clockName, limitsWords, pauseReasons, variantWords } from "./sentences.ts";

const words = {
  limits: { zh: "时限", en: "Limits" },
  clock: { zh: "时间节点", en: "Clock" },
  ladder: { zh: "阶梯", en: "Ladder" },
  source: { zh: "依据", en: "Source" },
  edit: { zh: "修改", en: "Change" },
  changed: { zh: "已改", en: "changed" },
  pauses: {
    zh: "暂停只有固定原因，须项目经理批准，不停登记、首次回复和转办时限：",
    en: "Pauses have fixed reasons, need the project manager's approval, and never stop registration, first reply or tickets:",
  },
};

/** What each clock runs by, in words; changed in a window of its own. */
export function Limits({ draft, set, standing }: FormProps) {
  const say = useSay();
  const [open, setOpen] = useState<string>();
  return (
    <section className="panel" aria-label={say(words.limits)}>
      <h2>{say(words.limits)}</h2>
      <ul className="list rules">
        {Object.entries(draft.clocks).map(([name, rule]) => (
          <li key={name}>
            <div>
              <strong>{say.label(clockName(name))}</strong>{" "}
              {JSON.stringify(rule) !== JSON.stringify(standing.clocks[name]) && (
                <span className="chip soon">{say(words.changed)}</span>
              )}
              <RuleInWords rule={rule} />
            </div>
            <button
              type="button"
              className="plain"
              aria-label={`${say(words.edit)} ${say(clockName(name))}`}
              onClick={() => setOpen(name)}
            >
              {say(words.edit)}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <small>
          {say(words.pauses)} {pauseReasons.map((reason) => say(reason)).join(say({ zh: "、", en: ", " }))}
          {say({ zh: "。", en: "." })}
        </small>
      </p>
      {open !== undefined && (
        <ClockDialog key={open} name={open} draft={draft} set={set} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

function RuleInWords({ rule }: { readonly rule: ClockRule }) {
  const say = useSay();
  const ladders = [rule.ladder, ...(rule.urgentLadder === undefined ? [] : [rule.urgentLadder])];
  return (
    <>
      {variants.map((variant) => {
        const limits = rule[variant];
        if (limits === undefined) return undefined;
        const clauses = [...new Set(limits.map(({ clause }) => clause))].join(", ");
        return (
          <div key={variant}>
            {variant !== "limits" && <span className="soft">{say(variantWords[variant])}：</span>}
            {say(limitsWords(limits))} <small>{say(clauseWords(clauses))}</small>
          </div>
        );
      })}
      <small>{ladders.map((name) => say.label(ladderName(name))).join(say({ zh: "；", en: "; " }))}</small>
    </>
  );
}
