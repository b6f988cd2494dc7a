import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { Link } from "react-router";
import { channelWords } from "../../../../lib/domain/words/channels.ts";
import { complainantKindWords } from "../../../../lib/domain/words/complaint.ts";
import { body } from "../../api/client.ts";
import { useApi } from "../../app/services.ts";
import { ClassField } from "../../parts/command/class-field.tsx";
import { useProject } from "../../parts/directory.ts";
import { useDraft } from "../../parts/draft.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { fromWall, toWall } from "../../parts/wall-time.ts";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Earlier } from "./earlier.tsx";
import { Hints } from "./hints.tsx";
import { deskBody, type Entry, emptyEntry, type Row, useEarlier } from "./query.ts";
import "./register.css";

const channels = ["phone", "visit", "oral", "wechat", "sms", "letter"] as const;

const words = {
  saved: { zh: "已登记", en: "Registered" },
  open: { zh: "打开", en: "Open" },
  save: { zh: "登记", en: "Register" },
  channel: { zh: "来源", en: "Source" },
  calm: {
    zh: "情绪激动：请到安静处就座，先让客户把话说完，不争辩不推诿；必要时请主管或经理出面。",
    en: "Agitated: offer a quiet seat, let the customer finish, neither argue nor pass on; call a supervisor if needed.",
  },
};

/** The front desk writes down what a caller or visitor says; beside it stands what the home has complained of before. */
export function Page() {
  const say = useSay();
  const api = useApi();
  const queries = useQueryClient();
  const { project, projects, choose } = useProject();
  const draft = useDraft<Entry>("register", emptyEntry);
  const entry = draft.value;
  const first = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<{
    readonly sending: boolean;
    readonly error?: unknown;
    readonly saved?: { readonly id: string; readonly number: string };
  }>({ sending: false });
  const earlier = useEarlier(project?.id, entry);
  const timeZone = project?.timeZone ?? "Asia/Shanghai";
  document.title = `${say(uiWords.register)} · 接诉`;
  const set = (fields: Partial<Entry>) => draft.set({ ...entry, ...fields });

  /** The home of the last complaint: one tap instead of five fields. */
  const takeHome = ({ complainant, location }: Row) =>
    set({ ...emptyHome, ...location, name: complainant.name ?? entry.name });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (project === undefined) return;
    setState({ sending: true });
    try {
      const saved = await body(
        api.POST("/complaints", {
          params: { header: { "Idempotency-Key": draft.idempotencyKey } },
          body: deskBody(entry, project.id),
        }),
      );
      draft.forget();
      setState({ sending: false, saved });
      first.current?.focus();
      await queries.invalidateQueries({ queryKey: ["open"] });
    } catch (error) {
      setState({ sending: false, error });
    }
  };

  return (
    <div className="register">
      <form
        className="panel"
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) event.currentTarget.requestSubmit();
        }}
      >
        <h1>{say(uiWords.register)}</h1>
        {state.saved !== undefined && (
          <p className="note good" role="status">
            ✓ {say(words.saved)} <b>{state.saved.number}</b>{" "}
            <Link to={`/c/${state.saved.id}`}>{say(words.open)}</Link>
          </p>
        )}
        {state.error !== undefined && <Trouble error={state.error} />}
        {draft.restored && (
          <p className="note soon">
            {say(uiWords.draftRestored)}{" "}
            <button type="button" className="plain" onClick={draft.forget}>
              {say(uiWords.discardDraft)}
            </button>
          </p>
        )}
        {projects.length > 1 && (
          <label className="field">
            <span className="label">{say(uiWords.project)}</span>
            <select value={project?.id ?? ""} onChange={(event) => choose(event.target.value)}>
              {projects.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="two">
          <Text
            field="phone"
            value={entry.phone}
            set={(phone) => set({ phone })}
            type="tel"
            autoFocus
            inputRef={first}
          />
          <Text field="name" value={entry.name} set={(name) => set({ name })} />
        </div>
        <div className="four">
          <Text field="area" value={entry.area} set={(area) => set({ area })} />
          <Text field="building" value={entry.building} set={(building) => set({ building })} />
          <Text field="unit" value={entry.unit} set={(unit) => set({ unit })} />
          <Text field="room" value={entry.room} set={(room) => set({ room })} />
        </div>
        <label className="field">
          <span className="label">{say(fieldLabel("matter"))}</span>
          <textarea
            required
            maxLength={4000}
            value={entry.matter}
            onChange={(event) => set({ matter: event.target.value })}
          />
        </label>
        <Hints
          matter={entry.matter}
          classCode={entry.classCode}
          choose={(classCode) => set({ classCode })}
          safety={entry.safety}
          setSafety={(safety) => set({ safety })}
        />
        <ClassField
          path="classCode"
          name="classCode"
          command=""
          schema={{}}
          required={false}
          value={entry.classCode}
          set={(value) => set({ classCode: typeof value === "string" ? value : "" })}
          projectId={project?.id ?? ""}
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
        <div className="two">
          <label className="field">
            <span className="label">{say(fieldLabel("requestedReplyAt"))}</span>
            <input
              type="datetime-local"
              value={entry.requestedReplyAt === "" ? "" : toWall(entry.requestedReplyAt, timeZone)}
              onChange={(event) => set({ requestedReplyAt: fromWall(event.target.value, timeZone) ?? "" })}
            />
          </label>
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
        </div>
        <div className="chips field">
          <Check label={say(fieldLabel("safety"))} on={entry.safety} set={(safety) => set({ safety })} />
          <Check
            label={say({ zh: "情绪激动", en: "Agitated" })}
            on={entry.agitated}
            set={(agitated) => set({ agitated })}
          />
          <Check
            label={say.label(uiWords.anonymous)}
            on={entry.anonymous}
            set={(anonymous) => set({ anonymous })}
          />
        </div>
        {entry.agitated && <p className="note">{say(words.calm)}</p>}
        <div className="row-buttons">
          <button type="submit" disabled={state.sending}>
            {say(state.sending ? uiWords.sending : words.save)}
          </button>
          <small>Ctrl+Enter</small>
        </div>
      </form>
      <Earlier rows={earlier.data} onHome={takeHome} matter={entry.matter} />
    </div>
  );
}

const emptyHome = { area: "", building: "", unit: "", room: "" };

interface TextProps {
  readonly field: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly type?: "text" | "tel";
  readonly autoFocus?: boolean;
  readonly inputRef?: React.Ref<HTMLInputElement>;
}

function Text({ field, value, set, type = "text", autoFocus = false, inputRef }: TextProps) {
  const say = useSay();
  return (
    <label className="field">
      <span className="label">{say.label(fieldLabel(field))}</span>
      <input
        ref={inputRef}
        type={type}
        maxLength={100}
        // The caller is already talking.
        autoFocus={autoFocus}
        autoComplete="off"
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}

function Check({
  label,
  on,
  set,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  );
}
