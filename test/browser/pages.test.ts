import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, newDirectory, openDesk, removeDirectory } from "../e2e/desk.ts";
import { findings, overflow } from "./accessible.ts";
import { openBrowser, openWindow, sizes, type TestBrowser } from "./browser.ts";
import { journeys } from "./journeys.ts";
import { signIn } from "./person.ts";
import { makeSamples, type Samples } from "./samples.ts";

/** Wednesday before the National Day holiday: 1–7 October are holidays, Saturday the 10th is worked. */
const morning = "2026-09-30T01:00:00.000Z";
let desk: Desk;
let browser: TestBrowser;
let samples: Samples;

beforeAll(async () => {
  desk = await openDesk(await newDirectory(), morning);
  browser = await openBrowser();
  samples = await makeSamples(desk);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
  await removeDirectory(desk.directory);
});

describe("every page of the desk", () => {
  it.each(Object.entries(journeys))(
    "%s: everybody can read and use it, and its journey works",
    async (path, journey) => {
      const { context, page, complaints } = await openWindow(browser, desk.cloud.baseUrl);
      const address = journey.address(samples);
      if (path === "/signed-in") await page.goto(address);
      else await signIn(page, journey.as, address);
      await journey.ready(page);
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await findings(page)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: "light" });
      for (const size of [sizes.phone, sizes.tablet, sizes.desk]) {
        await page.setViewportSize(size);
        expect({ size, overflow: await overflow(page) }).toEqual({ size, overflow: 0 });
      }
      await journey.walk(page, desk, samples).catch(async (error: unknown) => {
        throw new Error(`${page.url()}\n${await page.locator("body").innerText()}`, { cause: error });
      });
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
