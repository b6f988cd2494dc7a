import type { BrowserContext, Page } from "playwright-core";
import type { Desk } from "../../e2e/desk.ts";
import { openWindow, patienceMs, type TestBrowser } from "../browser.ts";
import { signIn } from "../person.ts";
import { handler } from "./jobs.ts";

export interface PhoneWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complains about. */
  readonly complaints: string[];
}

/** The handler's phone, signed in; its clock shows the desk's time and more by so many milliseconds. */
export async function openPhone(browser: TestBrowser, desk: Desk, aheadMs = 0): Promise<PhoneWindow> {
  const phone = await openWindow(browser, desk.cloud.baseUrl, "phone");
  await phone.context.clock.setFixedTime(desk.cloud.engine.now() + aheadMs);
  await signIn(phone.page, handler, "/m");
  await phone.page.locator("main[aria-busy=false] .job").first().waitFor();
  // From here on it opens without signal.
  await kept(phone);
  return phone;
}

/** Whether its worker has the page; asked from here, because the page's own policy lets nothing be evaluated in it. */
export async function keptByWorker(page: Page): Promise<boolean> {
  return (await page.evaluate("navigator.serviceWorker.controller !== null")) === true;
}

async function kept({ page, complaints }: PhoneWindow): Promise<void> {
  const until = performance.now() + patienceMs;
  while (!(await keptByWorker(page))) {
    if (performance.now() > until)
      throw new Error(`the worker does not keep the page: ${complaints.join("\n")}`);
    await page.waitForTimeout(50);
  }
}
