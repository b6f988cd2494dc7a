import { useState } from "react";
import { useSay } from "../../words/words.ts";

const remembered = "jiesu.saved-views";

interface SavedView {
  readonly name: string;
  /** The address's query. */
  readonly search: string;
}

function read(): readonly SavedView[] {
  const text = localStorage.getItem(remembered);
  if (text === null) return [];
  const views: readonly SavedView[] = JSON.parse(text);
  return views;
}

interface SavedViewsProps {
  readonly search: string;
  readonly open: (search: string) => void;
}

const words = {
  save: { zh: "保存视图", en: "Save view" },
  name: { zh: "视图名称", en: "Name of the view" },
  remove: { zh: "删除视图", en: "Delete view" },
};

/** Filters that somebody wants to have again, kept in this browser. */
export function SavedViews({ search, open }: SavedViewsProps) {
  const say = useSay();
  const [views, setViews] = useState(read);
  const [name, setName] = useState("");
  const keep = (next: readonly SavedView[]) => {
    localStorage.setItem(remembered, JSON.stringify(next));
    setViews(next);
  };
  return (
    <details className="saved">
      <summary>{say(words.save)}</summary>
      <form
        className="row-buttons"
        onSubmit={(event) => {
          event.preventDefault();
          keep([...views.filter((view) => view.name !== name), { name, search }]);
          setName("");
        }}
      >
        <input
          type="text"
          required
          maxLength={40}
          aria-label={say(words.name)}
          placeholder={say(words.name)}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit">{say(words.save)}</button>
      </form>
      <div className="chips">
        {views.map((view) => (
          <span key={view.name} className="row-buttons">
            <button type="button" className="plain" onClick={() => open(view.search)}>
              {view.name}
            </button>
            <button
              type="button"
              className="plain"
              aria-label={`${say(words.remove)} ${view.name}`}
              onClick={() => keep(views.filter((other) => other !== view))}
            >
              ×
            </button>
          </span>
        ))}
      </div>
    </details>
  );
}
