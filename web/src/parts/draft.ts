import { useCallback, useEffect, useRef, useState } from "react";
import { useSessionState } from "../app/services.ts";
import { livingTabs, tabId } from "./tab.ts";

const prefix = "jiesu.draft.";
/** Between what is typed and the tab that it is typed in. */
const ofTab = "@";

interface Stored<T> {
  readonly value: T;
  /** Goes along with the request: sent again after a crash it is the same command. */
  readonly key: string;
  /** When it was typed, epoch milliseconds; absent in drafts of earlier releases. */
  readonly at?: number;
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
  /** Changes what stands now, not what stood when the form was drawn: a file may arrive between two keystrokes. */
  readonly update: (change: (before: T) => T) => void;
  /** True if this text was typed earlier and never sent. */
  readonly restored: boolean;
  readonly idempotencyKey: string;
  /** What was sent under the key before stands already: what is typed now is another command. */
  readonly renew: () => void;
  /** It has been sent, or is not wanted. */
  readonly forget: () => void;
}

/**
 * What somebody types, kept in this browser at every keystroke until it has been sent: each person's own, and each tab's.
 * What a closed tab has left is taken over by the next that opens the same form.
 */
export function useDraft<T>(name: string, empty: T): Draft<T> {
  const state = useSessionState();
  const person = state.kind === "signed-out" ? "" : state.personId;
  const shared = `${prefix}${person}.${name}`;
  const place = `${shared}${ofTab}${tabId()}`;
  const [stored, setStored] = useState(() => read<T>(place));
  const [restored, setRestored] = useState(stored !== undefined);
  const fresh = useRef(crypto.randomUUID());
  const key = stored?.key ?? fresh.current;
  const latest = useRef(stored?.value ?? empty);
  latest.current = stored?.value ?? empty;
  const keep = useCallback(
    (entry: Stored<T>) => {
      latest.current = entry.value;
      localStorage.setItem(place, JSON.stringify({ ...entry, at: Date.now() }));
      setStored(entry);
    },
    [place],
  );
  const set = useCallback((value: T) => keep({ value, key }), [keep, key]);
  const update = useCallback((change: (before: T) => T) => set(change(latest.current)), [set]);
  const renew = useCallback(() => {
    fresh.current = crypto.randomUUID();
    const standing = read<T>(place);
    if (standing !== undefined) keep({ value: standing.value, key: fresh.current });
  }, [keep, place]);
  const forget = useCallback(() => {
    localStorage.removeItem(place);
    fresh.current = crypto.randomUUID();
    setStored(undefined);
    setRestored(false);
  }, [place]);
  useEffect(() => {
    let gone = false;
    const adopt = async () => {
      if (!(await adoptInto(shared, place)) || gone) return;
      setStored(read<T>(place));
      setRestored(true);
    };
    adopt().catch((error: unknown) => reportError(error));
    return () => {
      gone = true;
    };
  }, [shared, place]);
  return { value: stored?.value ?? empty, set, update, restored, idempotencyKey: key, renew, forget };
}

/** What was sent under this key has been taken: no tab keeps a draft of it. */
export function forgetDraft(key: string): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(prefix) && read(name)?.key === key) localStorage.removeItem(name);
  }
}

/** `default`: what somebody has begun and left may tell of residents, so it stays so long in this browser (docs/privacy.md). */
const keptMs = 14 * 24 * 3_600_000;

/** Forgets everybody's drafts that nobody has touched for so long (`now`: epoch ms); those of earlier releases are from now. */
export function forgetOldDrafts(now: number): void {
  for (const name of Object.keys(localStorage)) {
    const stored = name.startsWith(prefix) ? read<unknown>(name) : undefined;
    if (stored === undefined) continue;
    if (stored.at === undefined) localStorage.setItem(name, JSON.stringify({ ...stored, at: now }));
    else if (stored.at < now - keptMs) localStorage.removeItem(name);
  }
}

/** Moves the newest draft of a tab that is gone here, unless something stands here; true if it did. One tab at a time. */
async function adoptInto(shared: string, place: string): Promise<boolean> {
  if (draftsOf(shared).length === 0 || localStorage.getItem(place) !== null) return false;
  return navigator.locks.request("jiesu.adopt", async () => {
    const living = await livingTabs();
    const [orphan] = draftsOf(shared)
      .filter((name) => !living.has(name.slice(shared.length + ofTab.length)))
      .toSorted((a, b) => (read(b)?.at ?? 0) - (read(a)?.at ?? 0));
    const text = orphan === undefined ? null : localStorage.getItem(orphan);
    if (orphan === undefined || text === null || localStorage.getItem(place) !== null) return false;
    localStorage.setItem(place, text);
    localStorage.removeItem(orphan);
    return true;
  });
}

/** The drafts of one form in every tab; `shared` alone is one of an earlier release. */
function draftsOf(shared: string): readonly string[] {
  return Object.keys(localStorage).filter((name) => name === shared || name.startsWith(`${shared}${ofTab}`));
}
