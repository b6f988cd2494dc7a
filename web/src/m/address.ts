import { useSyncExternalStore } from "react";

/** Where one is: the list, a job, the outbox, or back from the issuer. */
export type Place =
  | { readonly kind: "list" }
  | { readonly kind: "job"; readonly id: string }
  | { readonly kind: "outbox" }
  | { readonly kind: "signed-in" };

const listeners = new Set<() => void>();

/** Reads the page's address. */
export function placeOf(pathname: string): Place {
  const [, id] = /^\/m\/c\/([^/]+)$/.exec(pathname) ?? [];
  if (id !== undefined) return { kind: "job", id: decodeURIComponent(id) };
  if (pathname === "/m/out") return { kind: "outbox" };
  return pathname === "/m/signed-in" ? { kind: "signed-in" } : { kind: "list" };
}

export function go(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", path);
  else history.replaceState(null, "", path);
  scrollTo(0, 0);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}
