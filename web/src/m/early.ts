/**
 * Asks for the jobs while the application is still on its way: a first opening on a weak network need not wait for one after
 * the other. A file of its own, half a kilobyte, that runs before everything else; `asked.ts` hands over the answers. It imports nothing,
 * so that it is one request, and says the keys of phone-session.ts, boot.tsx and words.ts again (a journey watches that its answers are used).
 */

/** A token with less than this left is renewed first, by the application. */
const renewBeforeMs = 60_000;
/** So many projects at once; the application asks for the others. */
const most = 5;

/** Nothing is asked where the worker has the page: then the phone knows its jobs already. */
function begin(): void {
  if (navigator.serviceWorker?.controller) return;
  const kept = localStorage.getItem("jiesu.m.tokens");
  if (kept === null) return;
  const { personId, accessToken, expiresAt } = JSON.parse(kept);
  const skewMs = Number(localStorage.getItem("jiesu.m.skew") ?? 0) || 0;
  if (!(expiresAt - renewBeforeMs > Date.now() + skewMs)) return;
  const asked = new Map<string, Promise<Response>>();
  const language = localStorage.getItem("jiesu.language") === "en" ? "en" : "zh";
  const headers = { authorization: `Bearer ${accessToken}`, "accept-language": language };
  const ask = (path: string): Promise<Response> => fetch(path, { headers });
  const keep = (path: string, answer: Promise<Response>): void => {
    // Whoever takes it hears that it failed; nobody else need.
    answer.catch(() => undefined);
    asked.set(path, answer);
  };
  // Given out only once what follows from it has been asked too.
  const projects = ask("/projects").then(async (answer) => {
    const told: { items?: readonly { id: string }[] } = await answer.clone().json();
    for (const { id } of (told.items ?? []).slice(0, most)) {
      const query = new URLSearchParams({ projectId: id, handler: personId, limit: "200" });
      keep(`/complaints?${query}`, ask(`/complaints?${query}`));
    }
    return answer;
  });
  keep("/projects", projects);
  const [, job] = /^\/m\/c\/([^/]+)$/.exec(location.pathname) ?? [];
  if (job !== undefined) keep(`/complaints/${job}`, ask(`/complaints/${job}`));
  Object.assign(globalThis, { jiesuAsked: asked });
}

try {
  begin();
} catch {
  // What cannot be asked early is asked by the application.
}
