/**
 * `npm run offline [-- --seed N] [--days D]`: days in the cellar as test/browser/handler/offline.long.test.ts has one, each of
 * eight hours with 50 actions, 60 photos and 20 deaths of the page. Ends with 1 where anything was lost or done twice.
 */
import { parseArgs } from "node:util";
import { newDirectory, openDesk, removeDirectory } from "../../e2e/desk.ts";
import { openBrowser } from "../browser.ts";
import { offlineDay } from "./offline-day.ts";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, days: { type: "string", default: "1" } },
});
const first = Number(values.seed);
for (let seed = first; seed < first + Number(values.days); seed += 1) {
  const directory = await newDirectory();
  const desk = await openDesk(directory, "2026-09-30T01:00:00.000Z");
  const browser = await openBrowser();
  try {
    const day = { seed, hours: 8, actions: 50, photos: 60, kills: 20, jobs: 10 };
    const { lost, doubled, photosLost, kept, killed, asked } = await offlineDay(browser, desk, day);
    const isGood = lost.length + doubled.length + photosLost.length === 0;
    process.stdout.write(
      `种子 seed ${seed}: ${isGood ? "✓" : "✗"} ${kept} kept, ${killed} kills, ${asked} asked, ${lost.length} lost, ${doubled.length} doubled, ${photosLost.length} photos lost\n`,
    );
    for (const line of [...lost, ...doubled, ...photosLost]) process.stdout.write(`  ${line}\n`);
    if (!isGood) process.exitCode = 1;
  } finally {
    await browser.close();
    await desk.close();
    await removeDirectory(directory);
  }
}
process.exit();
