/**
 * `npm run bench:commands`: how long a command takes at the desk, from the key until the form says that it was taken, and until the history shows it, beside
 * the time of the call to the API that it needs. Wanted: taken after at most twice as long. Figures for docs/web.md.
 */
import * as z from "zod";
import { openBrowser, openWindow } from "../browser/browser.ts";
import { signIn } from "../browser/person.ts";
import { newDirectory, openDesk, removeDirectory } from "../e2e/desk.ts";

const rounds = 15;
const measured = z.object({ call: z.number(), taken: z.number(), seen: z.number() });

const directory = await newDirectory();
const desk = await openDesk(directory, "2026-09-30T01:00:00.000Z");
const browser = await openBrowser();
try {
  const registered = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId: "forest-lake",
    sourceId: "bench",
    matter: "二期 8 栋 1 单元电梯停运。",
    complainant: { name: "业主示例", phone: "13800000001" },
  });
  const { id } = z.looseObject({ id: z.string() }).parse(registered.body);
  const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
  await signIn(page, "lake-manager", `/c/${id}`);
  const all: z.infer<typeof measured>[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const text = `第 ${n} 条备注`;
    await page.getByText("更多操作").waitFor();
    const button = page.getByRole("button", { name: "备注", exact: true });
    if (!(await button.isVisible())) await page.getByText("更多操作").click();
    await button.click();
    await page.getByRole("dialog").getByLabel("内容").fill(text);
    // By the page's own clock, so that nothing of the driver's is counted.
    const taken = measured.parse(
      await page.evaluate(`new Promise((done) => {
        const form = document.querySelector("dialog form");
        const began = performance.now();
        let taken;
        const look = () => {
          if (taken === undefined && document.querySelector("dialog form") === null) taken = performance.now() - began;
          if (![...document.querySelectorAll(".event .text")].some((one) => one.textContent.includes(${JSON.stringify(text)}))) return;
          watch.disconnect();
          const seen = performance.now() - began;
          const [call] = performance.getEntriesByType("resource")
            .filter(({ name, startTime }) => name.includes("/commands/note") && startTime >= began);
          done({ call: call.responseEnd - call.startTime, taken: taken ?? seen, seen });
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
        form.requestSubmit();
      })`),
    );
    // The first also loads what later ones have.
    if (n > 0) all.push(taken);
  }
  const median = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const call = median(all.map((one) => one.call));
  const seen = median(all.map((one) => one.seen));
  const taken = median(all.map((one) => one.taken));
  const ratio = median(all.map((one) => one.taken / one.call));
  process.stdout.write(
    `备注 a note: the call ${Math.round(call)} ms; taken, and the form gone, after ${Math.round(taken)} ms, ${ratio.toFixed(2)} times; in the history after ${Math.round(seen)} ms (median of ${all.length})\n`,
  );
  await context.close();
} finally {
  await browser.close();
  await desk.close();
  await removeDirectory(directory);
}
process.exit(0);
