import { afterAll, beforeAll, expect, it } from "vitest";
import { buildWeb } from "../../infra/web/build.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { openLargeInbox, openRows } from "./large-inbox.ts";

/** A day of 2,000 complaints in the list. */
const rows = openRows(2000);
let browser: TestBrowser;

beforeAll(async () => {
  await buildWeb();
  browser = await openBrowser();
}, 180_000);
afterAll(() => browser.close());

it("keys that come faster than the page is drawn act on the row that they have moved to, on the screen or beyond", async () => {
  const { context, page } = await openLargeInbox(browser, rows);
  const list = page.getByRole("list").filter({ has: page.locator("a[data-row]") });
  const order = async () =>
    (await list.locator("a[data-row]").allTextContents()).map((number) => number.trim());
  const first = (await order())[0];
  // Sent by the browser in one go: no key waits for what the one before has drawn.
  const pressed = "jx".repeat(60);
  await page.evaluate(`{
    for (const key of ${JSON.stringify(pressed.split(""))})
      document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key, code: "Key" + key.toUpperCase(), bubbles: true, cancelable: true }),
      );
  }`);
  await page.getByRole("button", { name: "批量指派 60" }).waitFor();
  await expect.poll(() => page.evaluate("document.activeElement?.dataset.row ?? ''")).not.toBe("");
  const focused = await page.evaluate("document.activeElement.closest('li').dataset.index");
  expect(focused).toBe("59");
  // The focus is not lost where one scrolls away from its row, and the next key goes on from there.
  await page.mouse.wheel(0, 40_000);
  await expect.poll(() => page.evaluate("window.scrollY")).toBeGreaterThan(30_000);
  expect(await page.evaluate("document.activeElement.closest('li').dataset.index")).toBe("59");
  await page.keyboard.press("j");
  await expect.poll(() => page.evaluate("document.activeElement.closest('li').dataset.index")).toBe("60");
  await expect.poll(() => page.evaluate("window.scrollY")).toBeLessThan(10_000);
  // Each of the sixty once, from the first one on.
  await page.evaluate("window.scrollTo(0, 0)");
  await expect.poll(async () => (await order())[0]).toBe(first);
  expect(await list.locator("li").first().locator(".selected").count()).toBe(1);
  await context.close();
});

it("a window over the list begins where one types, and the focus goes back to the row it came from", async () => {
  const { context, page } = await openLargeInbox(browser, rows);
  const focusedRow = () => page.evaluate("document.activeElement?.dataset.row ?? ''");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const row = await focusedRow();
  expect(row).not.toBe("");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await focusedRow()).toBe(row);
  // The palette opens out of the search box too, and takes what is typed.
  await page.keyboard.press("/");
  await page.keyboard.press("Control+k");
  await page.getByLabel("输入名称或拼音首字母").waitFor();
  await page.keyboard.type("ycs");
  await page.getByRole("button", { name: "收件箱：已超时" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/view=late/);
  // A row's checkbox that was clicked does not swallow the keys.
  await page.getByRole("checkbox").first().click();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByRole("button", { name: "批量指派 2" }).waitFor();
  await page.keyboard.press("a");
  await page.getByRole("dialog").waitFor();
  await expect.poll(() => page.evaluate("document.activeElement?.tagName")).toBe("SELECT");
  // Single keys can be switched off; Ctrl+K stays.
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("?");
  await page.getByLabel("启用单键快捷键").uncheck();
  await page.keyboard.press("Escape");
  const before = await focusedRow();
  await page.keyboard.press("j");
  await page.keyboard.press("Control+k");
  await page.getByLabel("输入名称或拼音首字母").waitFor();
  await page.keyboard.press("Escape");
  expect(await focusedRow()).toBe(before);
  await context.close();
});

it("what is searched for is opened by keys alone, however soon Enter comes after the last letter", async () => {
  const { context, page } = await openLargeInbox(browser, rows);
  await page.keyboard.press("/");
  await page.keyboard.insertText("第 1234 件");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate("document.activeElement?.dataset.row ?? ''")).toBe("id-1234");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/c/id-1234");
  await context.close();
});
