import { useCallback, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useSessionState } from "../../app/services.ts";
import { useProject } from "../../parts/directory.ts";
import { byUrgency } from "../../parts/open-complaints/pressing.ts";
import { useOpenComplaints } from "../../parts/open-complaints/query.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { InZone, useNow } from "../../parts/time.tsx";
import { endOfDay } from "../../parts/wall-time.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { type DialogName, Tools, TopBar, Views } from "./bar.tsx";
import { type Cursor, useToFirst } from "./cursor.ts";
import { Dialogs } from "./dialogs.tsx";
import { useFilters } from "./filters.ts";
import { useFound } from "./found.ts";
import { readSingleKeys, rememberSingleKeys, useInboxKeys } from "./keys.ts";
import { RowList } from "./list.tsx";
import { countViews, isIn, matchesText, withFound } from "./views.ts";
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
  const context = { now, endOfToday: endOfDay(now, place.project?.timeZone ?? "UTC"), personId };
  const sorted = useMemo(() => rows.toSorted(byUrgency), [rows]);
  const counts = useMemo(() => countViews(rows, context), [rows, now, personId]);
  const found = useFound(place.project?.id, typed);
  const shown = useMemo(
    () =>
      withFound(
        sorted.filter((row) => isIn(view, row, context) && matchesText(row, typed)),
        typed === "" || view !== "all" ? [] : found,
      ),
    [sorted, view, typed, found, now, personId],
  );
  return { ...place, ...loading, filters, counts, shown, any: rows.length > 0 };
}

/** The work list of a project: what is open, by view, in the order in which it falls due. */
export function Page() {
  const say = useSay();
  const navigate = useNavigate();
  const list = useList();
  const { filters, shown, project, complete, error, loading } = list;
  const searchBox = useRef<HTMLInputElement>(null);
  const cursor = useRef<Cursor>(null);
  const toFirst = useToFirst(cursor, filters.typed);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, show] = useState<DialogName>();
  const [single, setSingle] = useState(readSingleKeys);
  const toggle = useCallback((id: string) => setSelected((before) => toggled(before, id)), []);
  const chosen = shown.filter(({ id }) => selected.has(id));
  document.title = `${say(uiWords.inbox)} · 接诉`;
  useInboxKeys(
    {
      move: (by) => cursor.current?.move(by),
      give: (command) => {
        if (command !== "reply" && chosen.length > 0) return show(command);
        const id = cursor.current?.row();
        return id === undefined ? undefined : void navigate(`/c/${id}?do=${command}`);
      },
      select: () => {
        const id = cursor.current?.row();
        if (id !== undefined) toggle(id);
      },
      search: () => searchBox.current?.focus(),
      palette: () => show("palette"),
      help: () => show("help"),
    },
    single,
  );
  return (
    <section className="inbox" aria-label={say(uiWords.inbox)}>
      <h1 className="quiet">{say(uiWords.inbox)}</h1>
      <TopBar {...list} searchBox={searchBox} toFirst={toFirst} />
      <Views filters={filters} counts={list.counts} />
      {error !== null && <Trouble error={error} />}
      <Tools
        filters={filters}
        chosen={chosen.length}
        chooseAll={(all) => setSelected(new Set(all ? shown.slice(0, mostChosen).map(({ id }) => id) : []))}
        show={show}
      >
        <p className="shown-count" role="status">
          {loading && project !== undefined ? say(uiWords.loading) : `${shown.length} ${say(words.shown)}`}
          {!complete && !loading && ` · ${say(words.more)}`}
        </p>
      </Tools>
      {shown.length === 0 && complete && (
        <p className="panel">{say(list.any ? words.empty : words.emptyAll)}</p>
      )}
      <InZone timeZone={project?.timeZone}>
        <RowList rows={shown} choice={{ selected, toggle }} cursor={cursor} />
      </InZone>
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

/** Commands are given one by one: more than an hour's patience is nobody's. */
const mostChosen = 200;

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(selected);
  if (!after.delete(id)) after.add(id);
  return after;
}
