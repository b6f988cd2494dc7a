/**
 * Pauses of the inbox with 20,000 open complaints in a real browser: `npm run bench:inbox`. A pause is a task that holds the
 * page's thread for more than 50 ms; it is measured in the processor's time, which a busy machine does not lengthen.
 */
import type { Page } from "playwright-core";
import { openBrowser } from "../browser/browser.ts";
import { openLargeInbox, openRows, shownCount } from "../browser/large-inbox.ts";
import { longTasksDuring } from "./long-tasks.ts";

const OPEN = 20_000;
const PAUSE = 50;

const steps = (page: Page) => ({
  "load all of them": async () => {
    await page.reload();
    await shownCount(page, OPEN, 60_000);
  },
  "scroll 300 screens": async () => {
    for (let n = 0; n < 300; n += 1) await page.mouse.wheel(0, 900);
    await page.waitForTimeout(500);
  },
  "100 rows down by J": async () => {
    await page.locator("body").press("j");
    for (let n = 0; n < 100; n += 1) await page.keyboard.press("j");
  },
  "type 电梯停运 into the search": async () => {
    for (const character of "电梯停运") {
      await page.getByRole("searchbox").press("End");
      await page.keyboard.insertText(character);
    }
    await shownCount(page, OPEN / 4);
  },
  "every view": async () => {
    await page.getByRole("searchbox").fill("");
    for (const view of ["已超时", "今日到期", "A·B", "我的", "全部"]) {
      await page.getByRole("button", { name: new RegExp(`^${view}`) }).click();
      await page.waitForTimeout(100);
    }
  },
  "ten seconds of changes": () => page.waitForTimeout(10_000),
});

/** A measure that finds nothing measures nothing: a task made long on purpose must be seen. */
async function findsWhatIsLong(page: Page): Promise<void> {
  // So many steps, not so many milliseconds of the wall: on a busy machine those pass without work.
  const busy =
    "setTimeout(() => { let sum = 0; for (let n = 0; n < 4e8; n += 1) sum += n % 7; globalThis.sum = sum; })";
  const { tasks } = await longTasksDuring(page, PAUSE, async () => {
    await page.evaluate(`void ${busy}`);
    await page.waitForFunction("globalThis.sum !== undefined");
  });
  if (tasks.length === 0) throw new Error("the trace does not show a task that is long on purpose");
}

const browser = await openBrowser();
try {
  const { page, loadedMs } = await openLargeInbox(browser, openRows(OPEN), { changing: true });
  await findsWhatIsLong(page);
  console.log(`20,000 open complaints were there after ${loadedMs} ms`);
  for (const [name, work] of Object.entries(steps(page))) {
    const { tasks, longest } = await longTasksDuring(page, PAUSE, work);
    console.log(
      `${name}: ${tasks.length} pauses over ${PAUSE} ms; the longest task ${longest} ms of the processor`,
    );
    for (const { cpu, wall, parts } of tasks) console.log(`  ${cpu} ms (${wall} ms of the wall): ${parts}`);
  }
} finally {
  await browser.close();
}
