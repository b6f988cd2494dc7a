import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useSessionState } from "../../app/services.ts";
import { useNames, useProject } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { useNow } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { RowList } from "./list.tsx";
import { useOpenComplaints } from "./query.ts";
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
  more: { zh: "还在载入…", en: "more are being loaded…" },
};

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
      {error !== null && <Trouble error={error} />}
      <p className="count" role="status">
        {loading && project !== undefined ? say(uiWords.loading) : `${shown.length} ${say(words.shown)}`}
        {!complete && !loading && ` · ${say(words.more)}`}
      </p>
      {shown.length === 0 && complete && (
        <p className="panel">{say(rows.length === 0 ? words.emptyAll : words.empty)}</p>
      )}
      <RowList rows={shown} nameOf={nameOf} selected={selected} onSelect={setSelected} />
    </section>
  );
}

function viewOf(name: string | null): ViewName {
  return viewNames.find((view) => view === name) ?? "all";
}
