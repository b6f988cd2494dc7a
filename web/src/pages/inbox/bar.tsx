import type { ReactNode, RefObject } from "react";
import type { Project } from "../../parts/directory.ts";
import { ProjectChoice } from "../../parts/project-choice.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { Filters } from "./filters.ts";
import { SavedViews } from "./saved-views.tsx";
import { type ViewName, viewNames, viewWords } from "./views.ts";

export type DialogName = "help" | "palette" | "assign" | "classify";

const words = {
  search: { zh: "查找编号、房号、姓名、内容", en: "Find number, room, name or words" },
  views: { zh: "视图", en: "Views" },
  all: { zh: "全选", en: "Choose all" },
  nothing: { zh: "取消选择", en: "Choose none" },
  assign: { zh: "批量指派", en: "Assign" },
  classify: { zh: "批量分类", en: "Classify" },
};

interface TopBarProps {
  readonly project: Project | undefined;
  readonly projects: readonly Project[];
  readonly choose: (id: string) => void;
  readonly filters: Filters;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  /** Enter in the search box: to the first that it finds. */
  readonly toFirst: (typed: string) => void;
}

/** Whose complaints, and what one looks for. */
export function TopBar({ project, projects, choose, filters, searchBox, toFirst }: TopBarProps) {
  const say = useSay();
  return (
    <div className="inbox-top">
      {projects.length > 1 ? (
        <ProjectChoice project={project} projects={projects} choose={choose} />
      ) : (
        <strong className="project-name">{project?.name}</strong>
      )}
      <input
        ref={searchBox}
        type="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        defaultValue={filters.search.get("q") ?? ""}
        onChange={(event) => filters.setTyped(event.target.value)}
        onKeyDown={({ key, nativeEvent, currentTarget }) => {
          if (key === "Enter" && !nativeEvent.isComposing) toFirst(currentTarget.value);
        }}
      />
    </div>
  );
}

interface ViewsProps {
  readonly filters: Filters;
  readonly counts: Readonly<Record<ViewName, number>>;
}

/** The views, each with how many complaints it holds. */
export function Views({ filters, counts }: ViewsProps) {
  const say = useSay();
  return (
    <nav className="chips views" aria-label={say(words.views)}>
      {viewNames.map((name) => (
        <button
          key={name}
          type="button"
          className="plain"
          aria-current={name === filters.view}
          onClick={() => filters.setView(name)}
        >
          {say.label(viewWords[name])}{" "}
          <b className={name === "late" && counts.late > 0 ? "late" : ""}>{counts[name]}</b>
        </button>
      ))}
    </nav>
  );
}

interface ToolsProps {
  readonly filters: Filters;
  readonly chosen: number;
  /** Chooses everything that is shown, or nothing any more. */
  readonly chooseAll: (all: boolean) => void;
  readonly children: ReactNode;
  readonly show: (dialog: DialogName) => void;
}

/** How many are shown, what is done with the chosen ones, saved views, and the keys. */
export function Tools({ filters, chosen, chooseAll, show, children }: ToolsProps) {
  const say = useSay();
  return (
    <div className="inbox-tools">
      {children}
      {chosen > 0 &&
        (["assign", "classify"] as const).map((command) => (
          <button key={command} type="button" className="plain" onClick={() => show(command)}>
            {say(words[command])} {chosen}
          </button>
        ))}
      <button type="button" className="plain" onClick={() => chooseAll(chosen === 0)}>
        {say(chosen === 0 ? words.all : words.nothing)}
      </button>
      <SavedViews search={filters.search.toString()} open={filters.open} />
      <button type="button" className="plain keys-help" onClick={() => show("help")}>
        {say(uiWords.help)} ?
      </button>
    </div>
  );
}
