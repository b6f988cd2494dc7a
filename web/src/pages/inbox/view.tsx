import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useSessionState } from "../../app/services.ts";
import { useNames, useProject } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { useNow } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { BulkDialog } from "./bulk.tsx";
import { Help } from "./help.tsx";
import { readSingleKeys, rememberSingleKeys, useInboxKeys } from "./keys.ts";
import { focusedRow, RowList } from "./list.tsx";
import { Palette, type PaletteEntry } from "./palette.tsx";
import { useOpenComplaints } from "./query.ts";
import { SavedViews } from "./saved-views.tsx";
import { byUrgency, countViews, isIn, matchesText, type ViewName, viewNames, viewWords } from "./views.ts";
import "./inbox.css";

const words = {
  search: { zh: "查找编号、房号、姓名、内容", en: "Find number, room, name or words" },
  views: { zh: "视图", en: "Views" },
  empty: { zh: "这个视图里没有投诉。", en: "There is no complaint in this view." },
  emptyAll: {
    zh: "没有未结投诉。来电、来访请点“登记”。",
    en: "There is no open complaint. Use Register for calls and visits.",
  },
  noProject: {
    zh: "您还没有任何项目的岗位，请联系管理员。",
    en: "You hold no post in any project. Ask your administrator.",
  },
  shown: { zh: "件", en: "complaints" },
  assign: { zh: "批量指派", en: "Assign" },
  classify: { zh: "批量分类", en: "Classify" },
  more: { zh: "还在载入…", en: "more are being loaded…" },
};

type DialogName = "help" | "palette" | "assign" | "classify";

/** The work list of a project: what is open, by view, in the order in which it falls due. */
export function Page() {
  const say = useSay();
  const state = useSessionState();
  const personId = state.kind === "signed-out" ? "" : state.personId;
  const { project, projects, choose } = useProject();
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search.get("view"));
  const typed = useDeferredValue(search.get("q") ?? "");
  const { rows, complete, error, loading } = useOpenComplaints(project?.id);
  const nameOf = useNames(project?.id);
  const now = useNow();
  const searchBox = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const mover = useRef<(by: 1 | -1) => void>(undefined);
  const [dialog, setDialog] = useState<DialogName>();
  const [single, setSingle] = useState(readSingleKeys);
  const navigate = useNavigate();
  document.title = `${say(uiWords.inbox)} · 接诉`;

  const counts = useMemo(() => countViews(rows, { now, personId }), [rows, now, personId]);
  const shown = useMemo(
    () =>
      rows.filter((row) => isIn(view, row, { now, personId }) && matchesText(row, typed)).toSorted(byUrgency),
    [rows, view, typed, now, personId],
  );
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === "") after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );

  const chosen = shown.filter(({ id }) => selected.has(id));
  useInboxKeys(
    {
      move: (by) => mover.current?.(by),
      give: (command) => {
        if (command !== "reply" && chosen.length > 0) return setDialog(command);
        const id = focusedRow();
        return id === undefined ? undefined : void navigate(`/c/${id}?do=${command}`);
      },
      select: () => {
        const id = focusedRow();
        if (id === undefined) return;
        const after = new Set(selected);
        if (!after.delete(id)) after.add(id);
        setSelected(after);
      },
      search: () => searchBox.current?.focus(),
      palette: () => setDialog("palette"),
      help: () => setDialog("help"),
    },
    single,
  );
  const entries: readonly PaletteEntry[] = [
    ...viewNames.map((name) => ({
      label: `${say(uiWords.inbox)}：${say.label(viewWords[name])}`,
      run: () => set("view", name === "all" ? "" : name),
    })),
    { label: say(uiWords.register), run: () => void navigate("/new") },
    { label: say(uiWords.mine), run: () => void navigate("/m") },
    { label: say(uiWords.help), run: () => setDialog("help") },
    ...projects.map(({ id, name }) => ({ label: name, run: () => choose(id) })),
  ];

  return (
    <section className="inbox" aria-label={say(uiWords.inbox)}>
      <h1 className="quiet">{say(uiWords.inbox)}</h1>
      <div className="inbox-top">
        {projects.length > 1 && (
          <select
            aria-label={say(uiWords.project)}
            value={project?.id ?? ""}
            onChange={(event) => choose(event.target.value)}
          >
            {projects.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        {projects.length === 1 && <strong className="project-name">{project?.name}</strong>}
        <input
          ref={searchBox}
          type="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          defaultValue={search.get("q") ?? ""}
          onChange={(event) => set("q", event.target.value)}
        />
      </div>
      <nav className="chips views" aria-label={say(words.views)}>
        {viewNames.map((name) => (
          <button
            key={name}
            type="button"
            className="plain"
            aria-current={name === view}
            onClick={() => set("view", name === "all" ? "" : name)}
          >
            {say.label(viewWords[name])}{" "}
            <b className={name === "late" && counts.late > 0 ? "late" : ""}>{counts[name]}</b>
          </button>
        ))}
      </nav>
      <div className="inbox-tools">
        <button
          type="button"
          className="plain"
          disabled={chosen.length === 0}
          onClick={() => setDialog("assign")}
        >
          {say(words.assign)} {chosen.length}
        </button>
        <button
          type="button"
          className="plain"
          disabled={chosen.length === 0}
          onClick={() => setDialog("classify")}
        >
          {say(words.classify)} {chosen.length}
        </button>
        <SavedViews search={search.toString()} open={(saved) => setSearch(new URLSearchParams(saved))} />
        <button type="button" className="plain" onClick={() => setDialog("help")}>
          {say(uiWords.help)} ?
        </button>
      </div>
      {error !== null && <Trouble error={error} />}
      <p className="count" role="status">
        {loading && project !== undefined ? say(uiWords.loading) : `${shown.length} ${say(words.shown)}`}
        {!complete && !loading && ` · ${say(words.more)}`}
      </p>
      {shown.length === 0 && complete && (
        <p className="panel">{say(rows.length === 0 ? words.emptyAll : words.empty)}</p>
      )}
      <RowList rows={shown} nameOf={nameOf} selected={selected} onSelect={setSelected} mover={mover} />
      {dialog === "help" && (
        <Help
          single={single}
          setSingle={(on) => {
            rememberSingleKeys(on);
            setSingle(on);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "palette" && <Palette entries={entries} onClose={() => setDialog(undefined)} />}
      {(dialog === "assign" || dialog === "classify") && project !== undefined && (
        <BulkDialog
          command={dialog}
          rows={chosen}
          projectId={project.id}
          timeZone={project.timeZone}
          onClose={() => setDialog(undefined)}
        />
      )}
    </section>
  );
}

function viewOf(name: string | null): ViewName {
  return viewNames.find((view) => view === name) ?? "all";
}
