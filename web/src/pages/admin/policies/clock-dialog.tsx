import { useState } from "react";
import { Dialog } from "../../../parts/dialog.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import { LimitInput } from "./limit-input.tsx";
import { type ClockRule, type Draft, type LimitRule, type Variant, variants, withClock } from "./model.ts";
import { ladderName } from "./names.ts";
import { clockName, variantWords } from "./sentences.ts";

const words = {
  like: { zh: "与一般相同", en: "as the ordinary ones" },
  own: { zh: "另定时限", en: "limits of their own" },
  first: { zh: "时限", en: "Limit" },
  later: { zh: "第二时限", en: "Second limit" },
  add: { zh: "加第二时限", en: "Add a second limit" },
  remove: { zh: "去掉第二时限", en: "Take the second limit away" },
  clause: { zh: "依据（制度条文或公司规定）", en: "Source (a regulation, or the company's own rule)" },
  ladder: { zh: "提醒和督办阶梯", en: "Ladder of reminders and escalations" },
  same: { zh: "与一般相同", en: "as the ordinary one" },
  take: { zh: "采用", en: "Take over" },
  given: { zh: "由人设定", en: "set by people" },
};
const ownRule = "公司规定";
const mostLimits = 2;

interface ClockDialogProps {
  readonly name: string;
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** The limits and ladders of one clock. */
export function ClockDialog({ name, draft, set, onClose }: ClockDialogProps) {
  const say = useSay();
  const [rule, setRule] = useState(draft.clocks[name]);
  if (rule === undefined) return undefined;
  const ladders = Object.keys(draft.ladders).map((value) => ({ value, label: say.label(ladderName(value)) }));
  return (
    <Dialog title={say.label(clockName(name))} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set(withClock(draft, name, rule));
          onClose();
        }}
      >
        {variants.map((variant) => (
          <VariantLimits key={variant} variant={variant} rule={rule} set={setRule} />
        ))}
        <div className="pair">
          <SelectBox
            label={say(words.ladder)}
            value={rule.ladder}
            set={(ladder) => setRule({ ...rule, ladder })}
            choices={ladders}
          />
          <SelectBox
            label={`${say(words.ladder)} · ${say(variantWords.urgentLimits)}`}
            optional
            empty={say(words.same)}
            value={rule.urgentLadder ?? ""}
            set={(urgentLadder) => setRule(withUrgentLadder(rule, urgentLadder))}
            choices={ladders}
          />
        </div>
        <div className="row-buttons">
          <button type="submit">{say(words.take)}</button>
          <button type="button" className="plain" onClick={onClose}>
            {say(uiWords.cancel)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function withUrgentLadder(rule: ClockRule, urgentLadder: string): ClockRule {
  const { urgentLadder: _, ...more } = rule;
  return urgentLadder === "" ? more : { ...more, urgentLadder };
}

interface VariantProps {
  readonly variant: Variant;
  readonly rule: ClockRule;
  readonly set: (rule: ClockRule) => void;
}

function VariantLimits({ variant, rule, set }: VariantProps) {
  const say = useSay();
  const limits = rule[variant];
  const put = (entered: LimitRule[]) => set({ ...rule, [variant]: entered });
  return (
    <fieldset className="field">
      <legend>{say.label(variantWords[variant])}</legend>
      {variant !== "limits" && (
        <label className="check">
          <input
            type="checkbox"
            checked={limits !== undefined}
            onChange={(event) =>
              set(event.target.checked ? { ...rule, [variant]: rule.limits } : without(rule, variant))
            }
          />
          {say(words.own)}
        </label>
      )}
      {limits?.map((entry, index) => (
        <LimitFields
          // Two limits at most, told apart by their place.
          key={index}
          label={say(index === 0 ? words.first : words.later)}
          entry={entry}
          set={(entered) => put(limits.with(index, entered))}
        />
      ))}
      {limits !== undefined && limits[0]?.limit.kind !== "given" && limits[0]?.limit.kind !== "daily" && (
        <SecondLimit limits={limits} put={put} />
      )}
    </fieldset>
  );
}

function without(rule: ClockRule, variant: Variant): ClockRule {
  const { urgentLimits, graveLimits, ...more } = rule;
  return {
    ...more,
    ...(variant !== "urgentLimits" && urgentLimits !== undefined ? { urgentLimits } : {}),
    ...(variant !== "graveLimits" && graveLimits !== undefined ? { graveLimits } : {}),
  };
}

function SecondLimit({
  limits,
  put,
}: {
  readonly limits: LimitRule[];
  readonly put: (limits: LimitRule[]) => void;
}) {
  const say = useSay();
  const isFull = limits.length >= mostLimits;
  const change = () =>
    put(
      isFull
        ? limits.slice(0, 1)
        : [...limits, { limit: { kind: "working-days", days: 5 }, clause: ownRule }],
    );
  return (
    <button type="button" className="plain" onClick={change}>
      {say(isFull ? words.remove : words.add)}
    </button>
  );
}

interface LimitFieldsProps {
  readonly label: string;
  readonly entry: LimitRule;
  readonly set: (entry: LimitRule) => void;
}

function LimitFields({ label, entry, set }: LimitFieldsProps) {
  const say = useSay();
  if (entry.limit.kind === "given") return <p>{say(words.given)}</p>;
  return (
    <div className="limit">
      {/* A number that somebody changes is the company's own, no longer the regulation's. */}
      <LimitInput label={label} limit={entry.limit} set={(limit) => set({ limit, clause: ownRule })} />
      <TextBox
        label={say(words.clause)}
        value={entry.clause}
        set={(clause) => set({ ...entry, clause })}
        maxLength={100}
      />
    </div>
  );
}
