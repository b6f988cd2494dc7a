import { useCallback, useEffect, useRef, useState } from "react";
import { useSessionState } from "../app/services.ts";

const prefix = "jiesu.draft.";

interface Stored<T> {
  readonly value: T;
  /** Goes along with the request: sent again after a crash it is the same command. */
  readonly key: string;
}

function read<T>(name: string): Stored<T> | undefined {
  const text = localStorage.getItem(name);
  if (text === null) return undefined;
  const stored: Stored<T> = JSON.parse(text);
  return stored;
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** True if this text was typed earlier and never sent. */
  readonly restored: boolean;
  readonly idempotencyKey: string;
  /** It has been sent, or is not wanted. */
  readonly forget: () => void;
}

/** What somebody types, kept in this browser at every keystroke until it has been sent; each person's own. */
export function useDraft<T>(name: string, empty: T): Draft<T> {
  const state = useSessionState();
  const person = state.kind === "signed-out" ? "" : state.personId;
  const place = `${prefix}${person}.${name}`;
  const [stored, setStored] = useState(() => read<T>(place));
  const [restored, setRestored] = useState(stored !== undefined);
  const fresh = useRef(crypto.randomUUID());
  const key = stored?.key ?? fresh.current;
  const set = useCallback(
    (value: T) => {
      const entry = { value, key };
      localStorage.setItem(place, JSON.stringify(entry));
      setStored(entry);
    },
    [place, key],
  );
  const forget = useCallback(() => {
    localStorage.removeItem(place);
    fresh.current = crypto.randomUUID();
    setStored(undefined);
    setRestored(false);
  }, [place]);
  // Another tab may have sent it meanwhile.
  useEffect(() => {
    const changed = (event: StorageEvent) => {
      if (event.key === place) setStored(read<T>(place));
    };
    window.addEventListener("storage", changed);
    return () => window.removeEventListener("storage", changed);
  }, [place]);
  return { value: stored?.value ?? empty, set, restored, idempotencyKey: key, forget };
}
