import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

export interface Saving<A extends readonly unknown[]> {
  /** Sends; true if it was taken. */
  readonly run: (...args: A) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: unknown;
  /** It was taken and nothing was sent since. */
  readonly done: boolean;
  readonly reset: () => void;
}

/** Sends something once at a time, shows how it went, and fetches anew what it changed. */
export function useSaving<A extends readonly unknown[]>(
  send: (...args: A) => Promise<unknown>,
  ...changed: readonly QueryKey[]
): Saving<A> {
  const queries = useQueryClient();
  const running = useRef(false);
  const [state, setState] = useState<{ busy: boolean; error?: unknown; done: boolean }>({
    busy: false,
    done: false,
  });
  const run = async (...args: A) => {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, done: false });
    try {
      await send(...args);
      await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })));
      setState({ busy: false, done: true });
      return true;
    } catch (error) {
      setState({ busy: false, done: false, error });
      return false;
    } finally {
      running.current = false;
    }
  };
  return {
    run,
    busy: state.busy,
    error: state.error,
    done: state.done,
    reset: () => setState({ busy: false, done: false }),
  };
}
