import { useEffect, useRef } from "react";
import { useLocation, useSearchParams } from "react-router";
import { omit } from "../../../lib/domain/present.ts";
import type { Values } from "./command/schema.ts";

/** Asked for by an address while the page is open: what was called back is shown again. */
export function useAskedAgain(show: () => void): void {
  const { key } = useLocation();
  const first = useRef(key);
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (first.current === key) return;
    first.current = key;
    latest.current();
  }, [key]);
}

/** What was typed elsewhere, as it comes along with an address. */
export function useTyped(): Values | undefined {
  const { state } = useLocation();
  const typed: Values | undefined = state?.typed;
  return typed === undefined ? undefined : omit(typed, "version");
}

/** Takes the command out of the address once it was given or put away: loading the page again opens no form. */
export function useDone(): () => void {
  const [search, setSearch] = useSearchParams();
  return () => {
    if (!search.has("do")) return;
    const others = new URLSearchParams(search);
    others.delete("do");
    setSearch(others, { replace: true });
  };
}
