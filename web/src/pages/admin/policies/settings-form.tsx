import { useState } from "react";
import { type Words } from "../../../../../lib/domain/words/words.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import type { Draft, FormProps } from "./model.ts";
import { type NumberSetting, type Setting, settingGroups } from "./settings.ts";
import { ordersOf, waysOf, waysWords, whomWords, withWays } from "./ways.ts";

const words = {
  ways: { zh: "通知方式", en: "How people are told" },
  waysAbout: {
    zh: "没有开通的方式自动跳过；前一种无人确认时再用下一种。",
    en: "A way that is not set up is passed over; the next one is taken where nobody acknowledges.",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Everything of a policy that is a single value. */
export function Settings({ draft, set }: FormProps) {
  const say = useSay();
  return (
    <>
      {settingGroups.map(({ name, about, settings }) => (
        <section key={name.en} className="panel" aria-label={say(name)}>
          <h2>{say(name)}</h2>
          <p>
            <small>{say(about)}</small>
          </p>
          <div className="pair">
            {settings.map((setting) => (
              <SettingField key={setting.name.en} setting={setting} draft={draft} set={set} />
            ))}
          </div>
        </section>
      ))}
      <section className="panel" aria-label={say(words.ways)}>
        <h2>{say(words.ways)}</h2>
        <p>
          <small>{say(words.waysAbout)}</small>
        </p>
        <Ways draft={draft} set={set} />
      </section>
    </>
  );
}

interface SettingProps<S extends Setting> {
  readonly setting: S;
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
}

function SettingField({ setting, draft, set }: SettingProps<Setting>) {
  const say = useSay();
  switch (setting.kind) {
    case "number":
      return <NumberField setting={setting} draft={draft} set={set} />;
    case "time":
      return (
        <TextBox
          label={say.label(setting.name)}
          type="time"
          value={setting.get(draft)}
          set={(value) => value !== "" && set(setting.set(draft, value))}
        />
      );
    case "choice":
      return (
        <SelectBox
          label={say.label(setting.name)}
          value={setting.get(draft)}
          set={(value) => set(setting.set(draft, value))}
          choices={Object.entries(setting.choices).map(([value, name]) => ({ value, label: say(name) }))}
        />
      );
  }
}

/** What is typed stands as typed; the policy takes what is a number within the bounds. */
function NumberField({ setting, draft, set }: SettingProps<NumberSetting>) {
  const say = useSay();
  const standing = setting.get(draft);
  const [typed, setTyped] = useState<string>();
  return (
    <TextBox
      label={say.label(setting.name)}
      type="number"
      min={setting.min}
      max={setting.max}
      value={typed ?? String(standing)}
      set={(text) => {
        const value = Number(text);
        const isGood = text !== "" && Number.isInteger(value) && value >= setting.min && value <= setting.max;
        setTyped(isGood ? undefined : text);
        if (isGood) set(setting.set(draft, value));
      }}
    />
  );
}

function Ways({ draft, set }: Omit<FormProps, "standing">) {
  const say = useSay();
  return (
    <div className="pair">
      {(["staff", "customer"] as const).map((whom) => (
        <SelectBox
          key={whom}
          label={say.label(whomWords[whom])}
          value={waysOf(draft)[whom].join(" ")}
          set={(value) => {
            const order = ordersOf(whom).find((one) => one.join(" ") === value);
            if (order !== undefined) set(withWays(draft, whom, [...order]));
          }}
          choices={ordersOf(whom).map((order) => ({ value: order.join(" "), label: say(waysWords(order)) }))}
        />
      ))}
    </div>
  );
}
