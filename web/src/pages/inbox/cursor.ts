import {
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import type { Row } from "../../parts/open-complaints/row.ts";

/** The row that keys act on: known from the moment a key has chosen it, drawn or not. */
export interface Cursor {
  readonly move: (by: 1 | -1) => void;
  /** The id of the row; undefined while the person is elsewhere on the page. */
  readonly row: () => string | undefined;
}

export interface Place {
  readonly id: string;
  /** Where it stood: the row that takes the place of one that has left the list comes next. */
  readonly index: number;
}

/** Where a step leads from a place: to a row of the list, or nowhere in an empty one. */
export function stepped(
  rows: readonly { readonly id: string }[],
  from: Place | undefined,
  by: 1 | -1,
): Place | undefined {
  const index = Math.min(Math.max(from === undefined ? 0 : wanted(rows, from, by), 0), rows.length - 1);
  const row = rows[index];
  return row === undefined ? undefined : { id: row.id, index };
}

function wanted(rows: readonly { readonly id: string }[], from: Place, by: 1 | -1): number {
  const known = indexOf(rows, from);
  if (known !== undefined) return known + by;
  return by === 1 ? from.index : from.index - 1;
}

/** Where a row stands now: where it stood, as a rule, and 20,000 are not looked through for each key. */
export function indexOf(rows: readonly { readonly id: string }[], { id, index }: Place): number | undefined {
  if (rows[index]?.id === id) return index;
  const found = rows.findIndex((row) => row.id === id);
  return found < 0 ? undefined : found;
}

/** The row of an element inside the list. */
function placeOf(element: Element | null): Place | undefined {
  const entry = element?.closest("li[data-index]");
  const link = entry?.querySelector("a[data-row]");
  if (!(entry instanceof HTMLElement) || !(link instanceof HTMLElement)) return undefined;
  return { id: link.dataset["row"] ?? "", index: Number(entry.dataset["index"]) };
}

/**
 * Keeps the row that keys act on, and lets the focus follow when that row is drawn. `place` tells the list which row to keep
 * drawn wherever one scrolls: a focus is not lost with its row.
 */
export function useCursor(
  place: RefObject<Place | undefined>,
  rows: readonly Row[],
  cursor: RefObject<Cursor | null> | undefined,
  scrollTo: (index: number) => void,
): void {
  const awaited = useRef(false);
  const draw = useReducer((times: number) => times + 1, 0)[1];
  useImperativeHandle(cursor, () => ({
    move: (by) => {
      const next = stepped(rows, place.current, by);
      if (next === undefined) return;
      place.current = next;
      awaited.current = true;
      scrollTo(next.index);
      draw();
    },
    row: () => {
      const at = place.current;
      // A row that has left the list meanwhile is nobody's to act on.
      return at !== undefined && indexOf(rows, at) !== undefined ? at.id : undefined;
    },
  }));
  useLayoutEffect(() => {
    const link =
      awaited.current && document.querySelector(`a[data-row="${CSS.escape(place.current?.id ?? "")}"]`);
    if (!(link instanceof HTMLElement)) return;
    awaited.current = false;
    // The list scrolls by itself.
    link.focus({ preventScroll: true });
  });
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      // Whoever is on the way to a row that is not drawn yet is there already.
      if (!awaited.current) place.current = target instanceof Element ? placeOf(target) : undefined;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [place]);
}

/** Goes to the first row that a search finds, once the list is the one of what was typed: a long list comes a moment later. */
export function useToFirst(cursor: RefObject<Cursor | null>, typed: string): (typed: string) => void {
  const [entered, enter] = useState<string>();
  useEffect(() => {
    if (entered !== typed) return;
    enter(undefined);
    cursor.current?.move(1);
  }, [entered, typed, cursor]);
  return enter;
}
