import { useDeferredValue } from "react";
import { useSearchParams } from "react-router";
import { type ViewName, viewNames } from "./views.ts";

export interface Filters {
  readonly view: ViewName;
  /** What is typed, a moment later where the list is long. */
  readonly typed: string;
  readonly search: URLSearchParams;
  readonly setView: (view: ViewName) => void;
  readonly setTyped: (typed: string) => void;
  /** Filters as an address's query, e.g. of a saved view. */
  readonly open: (search: string) => void;
}

/** The filters of the list stand in the address: it can be sent to a colleague, and a reload keeps them. */
export function useFilters(): Filters {
  const [search, setSearch] = useSearchParams();
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
  return {
    view: viewNames.find((view) => view === search.get("view")) ?? "all",
    typed: useDeferredValue(search.get("q") ?? ""),
    search,
    setView: (view) => set("view", view === "all" ? "" : view),
    setTyped: (typed) => set("q", typed),
    open: (saved) => setSearch(new URLSearchParams(saved)),
  };
}
