import { useState } from "react";
import { useSay } from "../../../words/words.ts";
import { Labelled, TextBox } from "../parts/fields.tsx";
import { amountOf, type Limit, limitOf, type Unit, units } from "./model.ts";
import { unitWords } from "./sentences.ts";

const words = {
  unit: { zh: "单位", en: "unit" },
  at: { zh: "每日几点", en: "Daily at" },
  lastStart: { zh: "几点以后开始的从次日起", en: "From the next day if begun after" },
};

interface LimitInputProps {
  readonly label: string;
  readonly limit: Limit;
  readonly set: (limit: Limit) => void;
}

/** A number and what it counts, or a time of day. */
export function LimitInput({ label, limit, set }: LimitInputProps) {
  const say = useSay();
  const counted = amountOf(limit);
  // The unit stays as it was chosen: 60 typed as minutes does not turn into an hour under the hand.
  const [unit, setUnit] = useState<Unit>(counted?.unit ?? "hours");
  const [amount, setAmount] = useState(String(counted?.amount ?? ""));
  if (limit.kind === "daily") {
    return (
      <div className="pair">
        <TextBox label={say(words.at)} type="time" value={limit.at} set={(at) => set({ ...limit, at })} />
        <TextBox
          label={say(words.lastStart)}
          type="time"
          value={limit.lastStart}
          set={(lastStart) => set({ ...limit, lastStart })}
        />
      </div>
    );
  }
  const take = (typed: string, chosen: Unit) => {
    setAmount(typed);
    setUnit(chosen);
    const whole = Number.parseInt(typed, 10);
    if (whole >= 1) set(limitOf({ amount: whole, unit: chosen }));
  };
  return (
    <Labelled label={label}>
      {(described) => (
        <span className="amount">
          <input
            {...described}
            type="number"
            inputMode="numeric"
            min={1}
            step={1}
            required
            value={amount}
            onChange={(event) => take(event.target.value, unit)}
          />
          <select
            aria-label={`${label} · ${say(words.unit)}`}
            value={unit}
            onChange={(event) => take(amount, units.find((one) => one === event.target.value) ?? unit)}
          >
            {units.map((one) => (
              <option key={one} value={one}>
                {say(unitWords[one])}
              </option>
            ))}
          </select>
        </span>
      )}
    </Labelled>
  );
}
