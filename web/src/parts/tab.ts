const storageKey = "jiesu.tab";
const lockName = (id: string) => `jiesu.tab.${id}`;

let own = "";

/** This tab's own name: kept over a reload, and never shared with a tab that was made as its copy. */
export function tabId(): string {
  return own;
}

/** Takes a name for this tab and holds it as long as the tab lives. Before anything is drawn. */
export async function claimTab(): Promise<void> {
  const kept = sessionStorage.getItem(storageKey);
  own = kept !== null && (await held(kept)) ? kept : crypto.randomUUID();
  if (own !== kept) await held(own);
  sessionStorage.setItem(storageKey, own);
}

/** True once this tab holds the name; false while another one does. */
function held(id: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockName(id), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Until the tab is closed, or the browser breaks.
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .catch(reject);
  });
}

/** Names of the tabs that live. */
export async function livingTabs(): Promise<ReadonlySet<string>> {
  const { held: locks = [] } = await navigator.locks.query();
  const prefix = lockName("");
  return new Set(
    locks.flatMap(({ name = "" }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  );
}
