import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page, Route } from "playwright-core";
import { buildWeb } from "../../infra/web/build.ts";
import { aRow } from "../../web/src/parts/open-complaints/a-row.ts";
import { openWindow, type TestBrowser } from "./browser.ts";

/**
 * The inbox of a large desk: the pages are the built ones, what the API would answer is made here, for registering thousands of
 * complaints takes longer than looking at them.
 */

const pageSize = 200;
/** As in use, over TLS: what a page may only do there (locks between tabs) is asked for when it begins. */
export const origin = "https://desk.test";
const now = Date.parse("2026-09-30T02:00:00.000Z");
const hour = 3_600_000;
const at = (milliseconds: number) => new Date(milliseconds).toISOString();

type Row = ReturnType<typeof aRow>;

/** Open complaints of every kind, in the order in which they fall due; a quarter of them about a lift. */
export function openRows(count: number): readonly Row[] {
  const rows = Array.from({ length: count }, (_, n) =>
    aRow({
      id: `id-${n}`,
      number: String(n + 1).padStart(3, "0"),
      matter: `${["电梯停运", "楼道灯不亮", "地下车库漏水", "夜间施工噪声"][n % 4]}，第 ${n} 件，请尽快处理。`,
      level: (["A", "B", "C", "D"] as const)[n % 4] ?? "C",
      classCode: "1.2.2",
      safety: n % 97 === 0,
      urges: n % 5,
      unread: n % 7 === 0 ? 1 : 0,
      location: { area: "二期", building: String(n % 40), unit: "1", room: String(100 + (n % 900)) },
      complainant: { anonymous: false, name: `住户${n % 500}` },
      missingToClose: ["investigate", "consult|instruct", "plan"],
      handlerId: n % 3 === 0 ? "me" : "other",
      handlerName: "王示例",
      departmentName: "工程部",
      clocks: ["firstReply", "result", "dailyReport"].map((name, k) => ({
        name,
        dueAt: at(now + (((n * 7919) % 400) - 100 + k * 24) * hour),
        provisional: false,
      })),
    }),
  );
  return rows.toSorted((a, b) => (a.clocks[0]?.dueAt ?? "").localeCompare(b.clocks[0]?.dueAt ?? ""));
}

/** What the API would say to the inbox; with `changing`, each look finds one more row that a colleague has changed. */
function desk(rows: readonly Row[], changing: boolean): (url: URL) => unknown {
  let changes = 0;
  return ({ pathname, searchParams }) => {
    if (pathname === "/config.json") {
      const oidc = { issuer: `${origin}/oidc`, clientId: "desk", scope: "openid", authorize: {} };
      return { stage: "bench", publicUrl: origin, now: at(now), oidc };
    }
    if (pathname === "/projects") {
      return { items: [{ id: "forest-lake", name: "森林湖", timeZone: "Asia/Shanghai", departments: [] }] };
    }
    if (pathname === "/projects/forest-lake/changes") {
      if (!searchParams.has("after")) return { stamp: "0", items: [], everything: true };
      if (changing) changes += 1;
      const row = rows[changes * 37];
      const items = !changing || row === undefined ? [] : [{ ...row, version: 2, urges: 9 }];
      return { stamp: String(changes), items, everything: false };
    }
    if (pathname === "/complaints") {
      if (searchParams.has("q")) return { items: [] };
      const from = Number(searchParams.get("cursor") ?? 0);
      const next = from + pageSize;
      return { items: rows.slice(from, next), ...(next < rows.length ? { cursor: String(next) } : {}) };
    }
    if (pathname.startsWith("/people/")) {
      return {
        person: { id: "me", name: "朱示例", assignments: [{ post: "manager", projectId: "forest-lake" }] },
      };
    }
    return { items: [], count: 0, waiting: 0 };
  };
}

async function serve(route: Route, folder: string, answerTo: (url: URL) => unknown): Promise<void> {
  const url = new URL(route.request().url());
  const isPage = url.pathname === "/" || url.pathname.startsWith("/c/");
  if (isPage || url.pathname.startsWith("/assets/")) {
    const file = isPage ? "index.html" : url.pathname.slice(1);
    const contentType = file.endsWith(".css")
      ? "text/css"
      : file.endsWith(".js")
        ? "text/javascript"
        : "text/html";
    return route.fulfill({ body: await readFile(join(folder, file)), contentType });
  }
  return route.fulfill({ json: answerTo(url), headers: { "x-server-time": at(now) } });
}

/** The inbox in a window, every row loaded. `script` runs before the page's own. */
export async function openLargeInbox(
  browser: TestBrowser,
  rows: readonly Row[],
  { changing = false, script = "" }: { readonly changing?: boolean; readonly script?: string } = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly loadedMs: number }> {
  const folder = await buildWeb();
  const { context, page } = await openWindow(browser, origin);
  const answerTo = desk(rows, changing);
  await context.route("**/*", (route) => serve(route, folder, answerTo));
  const tokens = { personId: "me", accessToken: "t", expiresAt: Date.now() + 48 * hour + now };
  await page.addInitScript(`sessionStorage.setItem("jiesu.tokens", '${JSON.stringify(tokens)}'); ${script}`);
  const began = performance.now();
  await page.goto(origin);
  await shownCount(page, rows.length, 120_000);
  return { context, page, loadedMs: Math.round(performance.now() - began) };
}

/** Waits until the list says that it shows so many. */
export async function shownCount(page: Page, count: number, timeout = 10_000): Promise<void> {
  const said = new RegExp(`^${count} 件$`);
  await page.getByRole("status").filter({ hasText: said }).waitFor({ timeout });
}
