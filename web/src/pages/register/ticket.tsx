import { ticketKindWords } from "../../../../lib/domain/words/tickets.ts";
import { LongText } from "../../parts/long-text.tsx";
import { fromWall, toWall } from "../../parts/wall-time.ts";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { Entry } from "./query.ts";
import { TextInput } from "./text-input.tsx";

interface TicketProps {
  readonly entry: Entry;
  readonly set: (fields: Partial<Entry>) => void;
  readonly timeZone: string;
}

/** What stands on a government ticket (转办工单) beside what every complaint has; asked for here and nowhere again. */
export function Ticket({ entry, set, timeZone }: TicketProps) {
  const say = useSay();
  return (
    <fieldset className="field">
      <legend>{say({ zh: "转办工单", en: "Government ticket" })}</legend>
      <div className="two">
        <TextInput required field="system" value={entry.system} set={(system) => set({ system })} />
        <TextInput required field="ticketNo" value={entry.ticketNo} set={(ticketNo) => set({ ticketNo })} />
      </div>
      <div className="two">
        <TextInput
          required
          field="ticketUnit"
          value={entry.ticketUnit}
          set={(ticketUnit) => set({ ticketUnit })}
        />
        <Kind entry={entry} set={set} />
      </div>
      <label className="field">
        <span className="label">{say.label(fieldLabel("demand"))}</span>
        <LongText longest={2000} value={entry.demand} set={(demand) => set({ demand })} />
      </label>
      <div className="two">
        <Moment
          required
          field="ticketDueAt"
          value={entry.ticketDueAt}
          set={(ticketDueAt) => set({ ticketDueAt })}
          timeZone={timeZone}
        />
        <Moment field="signBy" value={entry.signBy} set={(signBy) => set({ signBy })} timeZone={timeZone} />
      </div>
    </fieldset>
  );
}

function Kind({ entry, set }: Omit<TicketProps, "timeZone">) {
  const say = useSay();
  return (
    <label className="field">
      <span className="label">{say(fieldLabel("ticketKind"))}</span>
      <select value={entry.ticketKind} onChange={(event) => set({ ticketKind: event.target.value })}>
        <option value="">{say.label(uiWords.unknown)}</option>
        {Object.entries(ticketKindWords).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {say.label(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface MomentProps {
  readonly field: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly timeZone: string;
  readonly required?: boolean;
}

function Moment({ field, value, set, timeZone, required = false }: MomentProps) {
  const say = useSay();
  return (
    <label className="field">
      <span className="label">{say(fieldLabel(field))}</span>
      <input
        type="datetime-local"
        required={required}
        value={value === "" ? "" : toWall(value, timeZone)}
        onChange={(event) => set(fromWall(event.target.value, timeZone) ?? "")}
      />
    </label>
  );
}
