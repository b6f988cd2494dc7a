import type { Answered, Sent } from "./http.ts";

type Ask = (line: string, sent?: Sent) => Promise<Answered>;

/** A phone without script: it opens addresses, follows redirects, presses a form's button with what was filled in. */
export interface PlainPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const accept = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

export function plainBrowser(ask: Ask) {
  const open = async (url: string, method = "GET", sent: Sent = {}): Promise<PlainPage> => {
    const { pathname, searchParams } = new URL(url, "https://desk.example");
    const { status, text, headers } = await ask(`${method} ${pathname}`, {
      ...sent,
      query: Object.fromEntries(searchParams),
      headers: { accept, ...sent.headers },
    });
    const location = headers["location"];
    if (status === 302 && location !== undefined) return open(location);
    return { url, status, text, headers };
  };
  const send = (page: PlainPage, fields: Readonly<Record<string, string>>) =>
    open(actionOf(page), "POST", {
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  const sendFiles = async (
    page: PlainPage,
    fields: Readonly<Record<string, string>>,
    files: readonly File[],
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of files) form.append("photos", file);
    const request = new Request("https://desk.example", { method: "POST", body: form });
    return open(actionOf(page), "POST", {
      body: new Uint8Array(await request.arrayBuffer()),
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    });
  };
  return { open, send, sendFiles, follow: (page: PlainPage, label: string) => open(linkOf(page, label)) };
}

/** Where the page's last form goes. */
function actionOf({ text, url }: PlainPage): string {
  const actions = [...text.matchAll(/<form method="post"(?: action="([^"]*)")?/g)].map(
    ([, action]) => action,
  );
  if (actions.length === 0) throw new Error(`no form on ${url}: ${text}`);
  return unescaped(actions.at(-1) ?? url);
}

export function linkOf({ text, url }: PlainPage, label: string): string {
  for (const [, href = "", words = ""] of text.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/g)) {
    if (words.replace(/<[^>]*>/g, "") === label) return unescaped(href);
  }
  throw new Error(`no link ${label} on ${url}: ${text}`);
}

function unescaped(text: string): string {
  return text.replaceAll("&amp;", "&");
}
