/**
 * Pauses of the inbox with 20,000 open complaints in a real browser: `npm run bench:inbox`. The pages are the built ones;
 * what the API would answer is made here, for registering so many takes longer than looking at them.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Route } from "playwright-core";
import * as z from "zod";
import { buildWeb } from "../../infra/web/build.ts";
import { aRow } from "../../web/src/parts/open-complaints/a-row.ts";
import { openBrowser, openWindow } from "../browser/browser.ts";

const OPEN = 20_000;
const PAGE = 200;
/** As in use, over TLS: what a page may only do there (locks between tabs) is asked for when it begins. */
const origin = "https://desk.test";
const now = Date.parse("2026-09-30T02:00:00.000Z");
const hour = 3_600_000;
const at = (milliseconds: number) => new Date(milliseconds).toISOString();

const rows = Array.from({ length: OPEN }, (_, n) =>
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
).toSorted((a, b) => (a.clocks[0]?.dueAt ?? "").localeCompare(b.clocks[0]?.dueAt ?? ""));

let changes = 0;

/** What the API would say to the inbox. */
function answerTo(url: URL): unknown {
  const { pathname, searchParams } = url;
  if (pathname === "/config.json") {
    const oidc = { issuer: `${origin}/oidc`, clientId: "desk", scope: "openid", authorize: {} };
    return { stage: "bench", publicUrl: origin, now: at(now), oidc };
  }
  if (pathname === "/projects") {
    return { items: [{ id: "forest-lake", name: "森林湖", timeZone: "Asia/Shanghai", departments: [] }] };
  }
  if (pathname === "/projects/forest-lake/changes") {
    if (!searchParams.has("after")) return { stamp: "0", items: [], everything: true };
    changes += 1;
    const row = rows[changes * 37];
    const items = row === undefined ? [] : [{ ...row, version: 2, urges: 9 }];
    return { stamp: String(changes), items, everything: false };
  }
  if (pathname === "/complaints") {
    const from = Number(searchParams.get("cursor") ?? 0);
    const next = from + PAGE;
    return { items: rows.slice(from, next), ...(next < OPEN ? { cursor: String(next) } : {}) };
  }
  if (pathname.startsWith("/people/")) {
    return {
      person: { id: "me", name: "朱示例", assignments: [{ post: "manager", projectId: "forest-lake" }] },
    };
  }
  return { items: [], count: 0, waiting: 0 };
}

async function serve(route: Route, folder: string): Promise<void> {
  const url = new URL(route.request().url());
  if (url.pathname === "/" || url.pathname.startsWith("/assets/")) {
    const file = url.pathname === "/" ? "index.html" : url.pathname.slice(1);
    const contentType = file.endsWith(".css")
      ? "text/css"
      : file.endsWith(".js")
        ? "text/javascript"
        : "text/html";
    return route.fulfill({ body: await readFile(join(folder, file)), contentType });
  }
  return route.fulfill({ json: answerTo(url), headers: { "x-server-time": at(now) } });
}

/** Tasks of 50 ms and more are pauses (the browser's own measure); their lengths in milliseconds. */
const watch = `
  globalThis.pauses = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.pauses.push(Math.round(duration));
  }).observe({ type: "longtask" });
`;

/** Pauses while something is done, and the processor's milliseconds it took: these tell of a busy machine nothing. */
async function measured(page: Page, work: () => Promise<void>) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  await page.evaluate("void (globalThis.pauses.length = 0)");
  const before = await spent();
  await work();
  // Entries come a task later.
  await page.waitForTimeout(300);
  const processor = Math.round((await spent()) - before);
  await session.detach();
  return { pauses: z.array(z.number()).parse(await page.evaluate("globalThis.pauses")), processor };
}

const folder = await buildWeb();
const browser = await openBrowser();
try {
  const { context, page } = await openWindow(browser, origin);
  await context.route("**/*", (route) => serve(route, folder));
  const tokens = { personId: "me", accessToken: "t", expiresAt: Date.now() + 48 * hour + now };
  await page.addInitScript(`sessionStorage.setItem("jiesu.tokens", '${JSON.stringify(tokens)}'); ${watch}`);
  const began = performance.now();
  await page.goto(origin);
  await page
    .getByRole("status")
    .filter({ hasText: /^20000 件$/ })
    .waitFor({ timeout: 120_000 });
  const loaded = Math.round(performance.now() - began);
  const steps = {
    "scroll 300 screens": async () => {
      for (let n = 0; n < 300; n += 1) await page.mouse.wheel(0, 900);
    },
    "type 电梯停运 into the search": async () => {
      for (const character of "电梯停运") {
        await page.getByRole("searchbox").press("End");
        await page.keyboard.insertText(character);
      }
      await page
        .getByRole("status")
        .filter({ hasText: /^5000 件$/ })
        .waitFor();
    },
    "every view": async () => {
      await page.getByRole("searchbox").fill("");
      for (const view of ["已超时", "今日到期", "A·B", "我的", "全部"]) {
        await page.getByRole("button", { name: new RegExp(`^${view}`) }).click();
        await page.waitForTimeout(100);
      }
    },
    "ten seconds of changes": () => page.waitForTimeout(10_000),
  };
  console.log(`20,000 open complaints were there after ${loaded} ms`);
  for (const [name, work] of Object.entries(steps)) {
    const { pauses, processor } = await measured(page, work);
    const longest = Math.max(0, ...pauses);
    console.log(
      `${name}: ${pauses.length} pauses over 50 ms, the longest ${longest} ms; ${processor} ms of work`,
    );
  }
} finally {
  await browser.close();
}
