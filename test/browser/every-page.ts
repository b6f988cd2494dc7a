/**
 * `npm run screenshots:all -- <folder>`: every page of staff and handlers at 360, 768 and 1,440 px in light and dark, whole
 * length, to be looked at one by one; and sheets with several narrow ones side by side. Nothing of it is kept in the repository.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { newDirectory, openDesk, removeDirectory } from "../e2e/desk.ts";
import { openBrowser, openWindow, sizes, type TestBrowser } from "./browser.ts";
import { makeJobs } from "./handler/jobs.ts";
import { openPhone } from "./handler/window.ts";
import { journeys } from "./journeys.ts";
import { signIn } from "./person.ts";
import { makeSamples } from "./samples.ts";

const morning = "2026-09-30T01:00:00.000Z";
/** Of the same day: pages of a month open with the one that runs. */
const evening = "2026-09-30T15:30:00.000Z";
const schemes = ["light", "dark"] as const;
/** How much of a long page is looked at. */
const longest = 3200;
/** Narrow pictures on one sheet. */
const together = 4;

const [given, only = ""] = process.argv.slice(2);
if (given === undefined) throw new TypeError("npm run screenshots:all -- <folder> [part of an address]");
const folder = resolve(given);
const directory = await newDirectory();
const desk = await openDesk(directory, morning);
const browser = await openBrowser();
const narrow: Record<(typeof schemes)[number], string[]> = { light: [], dark: [] };
try {
  await mkdir(folder, { recursive: true });
  const samples = await makeSamples(desk);
  const jobs = await makeJobs(desk, ["101", "201"]);
  await desk.to(evening);
  for (const [path, journey] of Object.entries(journeys)) {
    if (!path.includes(only)) continue;
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    const address = journey.address(samples);
    if (journey.as === null) await page.goto(address);
    else await signIn(page, journey.as, address);
    // A page that is not what it should be is worth looking at all the more.
    await journey.ready(page).catch((error: unknown) => process.stderr.write(`${path}: ${String(error)}\n`));
    await photographed(page, nameOf(path));
    await context.close();
  }
  if ("/m".includes(only) || only.startsWith("/m/")) {
    const { context, page } = await openPhone(browser, desk);
    for (const address of ["/m", `/m/c/${jobs[0]?.id}`, "/m/out"]) {
      await page.goto(address);
      await page.getByRole("main").waitFor();
      await photographed(page, nameOf(address.replace(/c\/.+/, "c")));
    }
    await context.close();
  }
  for (const scheme of schemes) await sheets(browser, scheme, narrow[scheme]);
} finally {
  await browser.close();
  await desk.close();
  await removeDirectory(directory);
}
process.exit(0);

function nameOf(path: string): string {
  return path.replaceAll(/[{}]/g, "").replaceAll("/", "-").slice(1) || "inbox";
}

/** One page at every width in both schemes. */
async function photographed(page: Page, name: string): Promise<void> {
  for (const [size, { width, height }] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForLoadState("networkidle");
      const path = join(folder, `${name}-${size}-${scheme}.png`);
      const whole = Number(await page.evaluate("document.documentElement.scrollHeight"));
      await page.screenshot({
        path,
        fullPage: true,
        clip: { x: 0, y: 0, width, height: Math.min(longest, Math.max(height, whole)) },
      });
      if (size === "phone") narrow[scheme].push(path);
    }
  }
}

/** Narrow pictures side by side, so that a person sees four at once. */
async function sheets({ browser: chromium }: TestBrowser, scheme: string, pictures: readonly string[]) {
  for (let from = 0; from < pictures.length; from += together) {
    const row = pictures.slice(from, from + together);
    const html = join(folder, `sheet-${scheme}-${from / together}.html`);
    const images = row.map((one) => `<img src="${pathToFileURL(one).href}" width="360">`).join("");
    await writeFile(html, `<body style="margin:0;display:flex;gap:8px;align-items:start">${images}</body>`);
    const page = await chromium.newPage({ viewport: { width: 368 * together, height: 740 } });
    await page.goto(pathToFileURL(html).href);
    await page.screenshot({ path: html.replace(".html", ".png"), fullPage: true });
    await page.close();
  }
}
