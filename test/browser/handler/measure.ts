/**
 * `npm run bench:handler`: how long until the handler's page can be used on an emulated slow 4G (1.6 Mbit/s down, 0.75 up,
 * 150 ms), the first time and again, and how long a tap takes without signal. Figures for docs/handler.md.
 */
import type { Page } from "playwright-core";
import * as z from "zod";
import { newDirectory, openDesk, removeDirectory } from "../../e2e/desk.ts";
import { openBrowser, openWindow } from "../browser.ts";
import { makeJobs } from "./jobs.ts";
import { openPhone } from "./window.ts";

const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_600_000 / 8) * 0.9,
  uploadThroughput: (750_000 / 8) * 0.9,
};
const rounds = 5;

const directory = await newDirectory();
const desk = await openDesk(directory, "2026-09-30T01:00:00.000Z");
const browser = await openBrowser();
try {
  const rooms = Array.from({ length: 12 }, (_, n) => `${n + 1}01`);
  const jobs = await makeJobs(desk, rooms);
  // The functions are warm, as they are at work.
  const phone = await openPhone(browser, desk);
  const storage = await phone.context.storageState();
  report("首次打开 first open, slow 4G", await each(() => firstOpen(storage)));
  report("再次打开 opened again, slow 4G", await each(() => again(phone.page, slow4G)));
  report(
    "无信号打开 opened without signal",
    await each(() => again(phone.page, { ...slow4G, offline: true })),
  );
  await phone.context.setOffline(true);
  const taps: number[] = [];
  for (const { id } of jobs) {
    await phone.page.goto(`/m/c/${id}`);
    await phone.page.getByRole("button", { name: "接单", exact: true }).waitFor();
    taps.push(await tap(phone.page, "接单", ".entry"));
    taps.push(await tap(phone.page, "备注", "dialog textarea"));
    await phone.page.locator("textarea").fill("到了");
    taps.push(await tap(phone.page, "提交", ".entry:nth-child(2)"));
  }
  report("一次点按 a tap without signal", taps);
} finally {
  await browser.close();
  await desk.close();
  await removeDirectory(directory);
}
process.exit();

async function each(measure: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < rounds; n += 1) all.push(await measure());
  return all;
}

/** A phone that is signed in and has never been here: nothing cached, no worker. */
async function firstOpen(
  storage: Awaited<ReturnType<Awaited<ReturnType<typeof openPhone>>["context"]["storageState"]>>,
) {
  const { context } = await openWindow(browser, desk.cloud.baseUrl, "phone");
  await context.close();
  const fresh = await browser.browser.newContext({
    baseURL: desk.cloud.baseUrl,
    storageState: storage,
    viewport: { width: 360, height: 740 },
    locale: "zh-CN",
  });
  await fresh.clock.setFixedTime(desk.cloud.engine.now());
  const page = await fresh.newPage();
  const taken = await again(page, slow4G);
  await fresh.close();
  return taken;
}

/** Milliseconds until the jobs stand there and can be tapped. */
async function again(page: Page, network: typeof slow4G): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", network);
  const began = performance.now();
  await page.goto("/m", { waitUntil: "commit" });
  await page.locator(".job").first().waitFor();
  const taken = performance.now() - began;
  await session.send("Network.emulateNetworkConditions", {
    ...slow4G,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await session.detach();
  return taken;
}

/** Milliseconds from the tap until what it brings is painted, by the page's own clock. */
async function tap(page: Page, button: string, brings: string): Promise<number> {
  return z.number().parse(
    await page.evaluate(`new Promise((done) => {
      const button = [...document.querySelectorAll("button")].find((one) => one.textContent === ${JSON.stringify(button)});
      const began = performance.now();
      const seen = () => {
        if (document.querySelector(${JSON.stringify(brings)}) === null) return;
        watch.disconnect();
        requestAnimationFrame(() => done(performance.now() - began));
      };
      const watch = new MutationObserver(seen);
      watch.observe(document.body, { childList: true, subtree: true });
      button.click();
      seen();
    })`),
  );
}

function report(what: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  process.stdout.write(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms (${sorted.length})\n`);
}
