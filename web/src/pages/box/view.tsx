import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { Link } from "react-router";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { serverNow } from "../../api/server-time.ts";
import { useApi } from "../../app/services.ts";
import { useProject } from "../../parts/directory.ts";
import { useDraft } from "../../parts/draft.ts";
import { useMe } from "../../parts/me.tsx";
import { lookForChanges } from "../../parts/open-complaints/query.ts";
import { ProjectChoice } from "../../parts/project-choice.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { RestoredNote } from "../../parts/restored-note.tsx";
import { fromWall, toWall } from "../../parts/wall-time.ts";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { type Say, useSay } from "../../words/words.ts";
import { SlipGrid } from "./grid.tsx";
import { isEmpty, type Opening, type PaperSlip, roundBody, withRoom } from "./model.ts";
import "./box.css";

type RoundResult = components["schemas"]["BoxRoundResult"];

const words = {
  title: { zh: "投诉箱开箱登记", en: "Slips from the complaint box" },
  how: {
    zh: "一行一张投诉单。登记时限从开箱时起算；填错的那张留下，其余照常登记。回车到下一行，可从表格粘贴。",
    en: "One line a slip. Clocks run from the opening; a slip at fault stays here, the others are registered. Enter goes down; cells can be pasted.",
  },
  box: { zh: "投诉箱", en: "Box" },
  openedAt: { zh: "开箱时间", en: "Opened at" },
  openedBy: { zh: "开箱人", en: "Opened by" },
  save: { zh: "登记", en: "Register" },
  saved: { zh: "已登记", en: "Registered" },
};

type Typed = Omit<Opening, "openedAt" | "openedBy"> & Partial<Pick<Opening, "openedAt" | "openedBy">>;
const nothing: Typed = { roundId: "", boxId: "", slips: [] };

/** The round as it is typed, opened now and by whoever types where nothing else is said. */
function useRound() {
  const me = useMe();
  const draft = useDraft<Typed>("box-round", nothing);
  const typed = draft.value;
  const opening: Opening = {
    openedAt: new Date(serverNow()).toISOString(),
    ...typed,
    // Nobody named: whoever types has opened it.
    openedBy:
      typed.openedBy === undefined || typed.openedBy.trim() === "" ? (me.data?.name ?? "") : typed.openedBy,
    slips: withRoom(typed.slips),
  };
  return { draft, opening, set: (fields: Partial<Typed>) => draft.set({ ...typed, ...fields }) };
}

interface SendState {
  readonly sending: boolean;
  readonly error?: unknown;
  readonly result?: RoundResult;
}

/** Registers what is typed; saved before projects and the own name have come, it goes as soon as they are there. */
function useRegisterRound(
  { draft, opening, set }: ReturnType<typeof useRound>,
  projectId: string | undefined,
) {
  const api = useApi();
  const queries = useQueryClient();
  const [state, setState] = useState<SendState>({ sending: false });
  const [waits, setWaits] = useState(false);
  const opener = opening.openedBy;
  const send = async (to: string): Promise<void> => {
    try {
      const result = await body(api.POST("/box-rounds", { body: roundBody(opening, to) }));
      const left = stillHere(opening.slips, result);
      if (left.length === 0) draft.forget();
      // These have not been registered: they go as a round of their own, whose numbers no other slip has.
      else set({ roundId: crypto.randomUUID(), slips: left });
      setState({ sending: false, result });
      await lookForChanges(queries);
    } catch (error) {
      setState({ sending: false, error });
    }
  };
  const register = (): void => {
    // What is sent again after a lost answer is the same round, opened at the same time.
    const roundId = opening.roundId === "" ? draft.idempotencyKey : opening.roundId;
    set({ roundId, openedAt: opening.openedAt });
    setState({ sending: true });
    setWaits(true);
  };
  useEffect(() => {
    if (!waits || projectId === undefined || opener === "") return;
    setWaits(false);
    void send(projectId);
  }, [waits, projectId, opener]);
  return { state, register };
}

/** D2: the slips that lay in a box, all of them in one go. */
export function Page() {
  const say = useSay();
  const { project, projects, choose } = useProject();
  const round = useRound();
  const { draft, opening, set } = round;
  const { state, register } = useRegisterRound(round, project?.id);
  const written = opening.slips.filter((slip) => !isEmpty(slip));
  document.title = `${say(words.title)} · 接诉`;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (written.length > 0) register();
  };

  return (
    <form
      className="panel"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey) event.currentTarget.requestSubmit();
      }}
    >
      <h1>{say(words.title)}</h1>
      <p>{say(words.how)}</p>
      {state.result !== undefined && <Registered result={state.result} />}
      {state.error !== undefined && <Trouble error={state.error} />}
      <RestoredNote draft={draft} />
      {projects.length > 1 && <ProjectChoice project={project} projects={projects} choose={choose} />}
      <Facts opening={opening} set={set} timeZone={project?.timeZone ?? "Asia/Shanghai"} />
      <SlipGrid
        slips={opening.slips}
        set={(slips) => set({ slips })}
        faults={new Map((state.result?.refused ?? []).map((one) => [one.slipId ?? "", faultOf(one, say)]))}
      />
      <div className="row-buttons">
        <button type="submit" disabled={state.sending || written.length === 0}>
          {say(state.sending ? uiWords.sending : words.save)} {written.length}
        </button>
        <small>Ctrl+Enter</small>
      </div>
    </form>
  );
}

/** The slips that were not taken stay, each with its number. */
function stillHere(slips: readonly PaperSlip[], { refused }: RoundResult): readonly PaperSlip[] {
  const ids = new Set(refused.map(({ slipId }) => slipId));
  return slips.filter(({ id }) => ids.has(id));
}

function faultOf({ detail, errors = [] }: RoundResult["refused"][number], say: Say): string {
  const told = errors.map(
    ({ path, message }) => `${say.label(fieldLabel(path.split(".").at(-1) ?? path))} ${message}`,
  );
  return told.length === 0 ? detail : told.join("；");
}

interface FactsProps {
  readonly opening: Opening;
  readonly set: (fields: Partial<Typed>) => void;
  readonly timeZone: string;
}

function Facts({ opening, set, timeZone }: FactsProps) {
  const say = useSay();
  return (
    <div className="box-facts">
      <label className="field">
        <span className="label">{say(words.box)}</span>
        <input required value={opening.boxId} onChange={({ target }) => set({ boxId: target.value })} />
      </label>
      <label className="field">
        <span className="label">{say(words.openedAt)}</span>
        <input
          type="datetime-local"
          required
          value={toWall(opening.openedAt, timeZone)}
          onChange={({ target }) => set({ openedAt: fromWall(target.value, timeZone) ?? opening.openedAt })}
        />
      </label>
      <label className="field">
        <span className="label">{say(words.openedBy)}</span>
        <input value={opening.openedBy} onChange={({ target }) => set({ openedBy: target.value })} />
      </label>
    </div>
  );
}

/** The numbers of what was registered, to be written on the paper slips. */
function Registered({ result: { accepted } }: { readonly result: RoundResult }) {
  const say = useSay();
  if (accepted.length === 0) return undefined;
  return (
    <p className="note good" role="status">
      ✓ {say(words.saved)} {accepted.length}：
      {accepted.map(({ slipId, id, number }) => (
        <span key={id}>
          {slipId} → <Link to={`/c/${id}`}>{number}</Link>{" "}
        </span>
      ))}
    </p>
  );
}
