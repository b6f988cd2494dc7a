import type { Ref } from "react";
import { channelWords } from "../../../../lib/domain/words/channels.ts";
import { complainantKindWords } from "../../../../lib/domain/words/complaint.ts";
import { ClassField } from "../../parts/command/class-field.tsx";
import { fromWall, toWall } from "../../parts/wall-time.ts";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { Entry } from "./query.ts";
import { TextInput } from "./text-input.tsx";
import { Ticket } from "./ticket.tsx";

const channels = ["phone", "visit", "oral", "wechat", "sms", "letter", "government"] as const;

const words = {
  channel: { zh: "来源", en: "Source" },
  agitated: { zh: "情绪激动", en: "Agitated" },
  calm: {
    zh: "情绪激动：请到安静处就座，先让客户把话说完，不争辩不推诿；必要时请主管或经理出面。",
    en: "Agitated: offer a quiet seat, let the customer finish, neither argue nor pass on; call a supervisor if needed.",
  },
};

export interface PartProps {
  readonly entry: Entry;
  readonly set: (fields: Partial<Entry>) => void;
}

const homeFields = ["area", "building", "unit", "room"] as const;

/** Who it is and where they live: the number comes first, the caller is already talking. */
export function Person({ entry, set, first }: PartProps & { readonly first: Ref<HTMLInputElement> }) {
  return (
    <>
      <div className="two">
        <TextInput
          field="phone"
          value={entry.phone}
          set={(phone) => set({ phone })}
          type="tel"
          autoFocus
          inputRef={first}
        />
        <TextInput field="name" value={entry.name} set={(name) => set({ name })} />
      </div>
      <div className="four">
        {homeFields.map((field) => (
          <TextInput
            key={field}
            field={field}
            value={entry[field]}
            set={(value) => set({ [field]: value })}
          />
        ))}
      </div>
    </>
  );
}

/** The class, where it came in, until when a reply is asked for. */
export function Circumstances({
  entry,
  set,
  projectId,
  timeZone,
}: PartProps & { readonly projectId: string; readonly timeZone: string }) {
  const say = useSay();
  const wanted = entry.requestedReplyAt;
  return (
    <>
      <ClassField
        path="classCode"
        name="classCode"
        command=""
        schema={{}}
        required={false}
        value={entry.classCode}
        set={(value) => set({ classCode: typeof value === "string" ? value : "" })}
        projectId={projectId}
        timeZone={timeZone}
        faults={new Map()}
      />
      <fieldset className="field">
        <legend>{say(words.channel)}</legend>
        <div className="chips">
          {channels.map((channel) => (
            <label key={channel} className="check">
              <input
                type="radio"
                name="channel"
                checked={entry.channel === channel}
                onChange={() => set({ channel })}
              />
              {say.label(channelWords[channel])}
            </label>
          ))}
        </div>
      </fieldset>
      {entry.channel === "government" && <Ticket entry={entry} set={set} timeZone={timeZone} />}
      <div className="two">
        <label className="field">
          <span className="label">{say(fieldLabel("requestedReplyAt"))}</span>
          <input
            type="datetime-local"
            value={wanted === "" ? "" : toWall(wanted, timeZone)}
            onChange={(event) => set({ requestedReplyAt: fromWall(event.target.value, timeZone) ?? "" })}
          />
        </label>
        <Kind entry={entry} set={set} />
      </div>
    </>
  );
}

function Kind({ entry, set }: PartProps) {
  const say = useSay();
  return (
    <label className="field">
      <span className="label">{say(fieldLabel("kind"))}</span>
      <select value={entry.kind} onChange={(event) => set({ kind: event.target.value })}>
        <option value="">{say.label(uiWords.unknown)}</option>
        {Object.entries(complainantKindWords).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {say.label(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What changes how the desk acts: danger, temper, a name that is not given. */
export function Marks({ entry, set }: PartProps) {
  const say = useSay();
  const marks = [
    { on: entry.safety, label: say(fieldLabel("safety")), set: (safety: boolean) => set({ safety }) },
    { on: entry.agitated, label: say(words.agitated), set: (agitated: boolean) => set({ agitated }) },
    {
      on: entry.anonymous,
      label: say.label(uiWords.anonymous),
      set: (anonymous: boolean) => set({ anonymous }),
    },
  ];
  return (
    <>
      <div className="chips field">
        {marks.map((mark) => (
          <label key={mark.label} className="check">
            <input type="checkbox" checked={mark.on} onChange={(event) => mark.set(event.target.checked)} />
            {mark.label}
          </label>
        ))}
      </div>
      {entry.agitated && <p className="note">{say(words.calm)}</p>}
    </>
  );
}
