import { useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useSessionState } from "../../app/services.ts";
import { useNames, useProject } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { useNow } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { type DialogName, Tools, TopBar, Views } from "./bar.tsx";
import { Dialogs } from "./dialogs.tsx";
import { useFilters } from "./filters.ts";
import { readSingleKeys, rememberSingleKeys, useInboxKeys } from "./keys.ts";
import { focusedRow, RowList } from "./list.tsx";
import { useOpenComplaints } from "./query.ts";
import { byUrgency, countViews, isIn, matchesText } from "./views.ts";
import "./inbox.css";

const words = {
  empty: { zh: "这个视图里没有投诉。", en: "There is no complaint in this view." },
  emptyAll: {
    zh: "没有未结投诉。来电、来访请点“登记”。",
    en: "There is no open complaint. Use Register for calls and visits.",
  },
  shown: { zh: "件", en: "complaints" },
  more: { zh: "还在载入…", en: "more are being loaded…" },
};

/** The open complaints of the chosen project: those of the view, and how many each view holds. */
function useList() {
  const state = useSessionState();
  const personId = state.kind === "signed-out" ? "" : state.personId;
  const filters = useFilters();
  const { view, typed } = filters;
  const place = useProject();
  const { rows, ...loading } = useOpenComplaints(place.project?.id);
  const now = useNow();
  const counts = useMemo(() => countViews(rows, { now, personId }), [rows, now, personId]);
  const shown = useMemo(
    () =>
      rows.filter((row) => isIn(view, row, { now, personId }) && matchesText(row, typed)).toSorted(byUrgency),
    [rows, view, typed, now, personId],
  );
  return { ...place, ...loading, filters, counts, shown, any: rows.length > 0 };
}

/** The work list of a project: what is open, by view, in the order in which it falls due. */
export function Page() {
  const say = useSay();
  const navigate = useNavigate();
  const list = useList();
  const { filters, shown, project, complete, error, loading } = list;
  const nameOf = useNames(project?.id);
  const searchBox = useRef<HTMLInputElement>(null);
  const mover = useRef<(by: 1 | -1) => void>(undefined);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, show] = useState<DialogName>();
  const [single, setSingle] = useState(readSingleKeys);
  const chosen = shown.filter(({ id }) => selected.has(id));
  document.title = `${say(uiWords.inbox)} · 接诉`;
  useInboxKeys(
    {
      move: (by) => mover.current?.(by),
      give: (command) => {
        if (command !== "reply" && chosen.length > 0) return show(command);
        const id = focusedRow();
        return id === undefined ? undefined : void navigate(`/c/${id}?do=${command}`);
      },
      select: () => setSelected(toggled(selected, focusedRow())),
      search: () => searchBox.current?.focus(),
      palette: () => show("palette"),
      help: () => show("help"),
    },
    single,
  );
  return (
    <section className="inbox" aria-label={say(uiWords.inbox)}>
      <h1 className="quiet">{say(uiWords.inbox)}</h1>
      <TopBar {...list} searchBox={searchBox} />
      <Views filters={filters} counts={list.counts} />
      <Tools filters={filters} chosen={chosen.length} show={show} />
      {error !== null && <Trouble error={error} />}
      <p className="count" role="status">
        {loading && project !== undefined ? say(uiWords.loading) : `${shown.length} ${say(words.shown)}`}
        {!complete && !loading && ` · ${say(words.more)}`}
      </p>
      {shown.length === 0 && complete && (
        <p className="panel">{say(list.any ? words.empty : words.emptyAll)}</p>
      )}
      <RowList rows={shown} nameOf={nameOf} selected={selected} onSelect={setSelected} mover={mover} />
      <Dialogs
        {...list}
        shown={dialog}
        show={show}
        chosen={chosen}
        single={single}
        setSingle={(on) => {
          rememberSingleKeys(on);
          setSingle(on);
        }}
      />
    </section>
  );
}

function toggled(selected: ReadonlySet<string>, id: string | undefined): ReadonlySet<string> {
  if (id === undefined) return selected;
  const after = new Set(selected);
  if (!after.delete(id)) after.add(id);
  return after;
}
