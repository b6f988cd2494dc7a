import { useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";

export interface InboxKeys {
  readonly move: (by: 1 | -1) => void;
  readonly give: (command: "assign" | "reply" | "classify") => void;
  readonly select: () => void;
  readonly search: () => void;
  readonly palette: () => void;
  readonly help: () => void;
}

const remembered = "jiesu.single-keys";

/** Single keys get in the way of speech input and of some keyboards (WCAG 2.1.4): each person may switch them off. */
export function readSingleKeys(): boolean {
  return localStorage.getItem(remembered) !== "off";
}

export function rememberSingleKeys(on: boolean): void {
  localStorage.setItem(remembered, on ? "on" : "off");
}

function typing(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog") !== null) return true;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox" && target.type !== "radio";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/**
 * A key that is held down goes on through the list and does nothing else again and again. The library's own rule would also
 * leave out Ctrl+K in the search box, and every key while a row's checkbox has the focus.
 */
function ignore({ isComposing, repeat, key }: KeyboardEvent): boolean {
  return isComposing || (repeat && !/^[jk]$/i.test(key));
}

/** The keys of the list; none while something is typed or a dialog is open. */
export function useInboxKeys(keys: InboxKeys, single: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const when = (act: (keys: InboxKeys) => void) => (event: KeyboardEvent) => {
      if (typing(event) || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      act(latest.current);
    };
    const always = {
      "$mod+k": (event: KeyboardEvent) => {
        event.preventDefault();
        if (document.querySelector("dialog[open]") === null) latest.current.palette();
      },
    };
    const singles = {
      j: when(({ move }) => move(1)),
      k: when(({ move }) => move(-1)),
      a: when(({ give }) => give("assign")),
      r: when(({ give }) => give("reply")),
      c: when(({ give }) => give("classify")),
      x: when(({ select }) => select()),
      "/": when(({ search }) => search()),
      "[Shift]+?": when(({ help }) => help()),
    };
    return tinykeys(window, single ? { ...always, ...singles } : always, { ignore });
  }, [single]);
}
