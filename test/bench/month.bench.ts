/**
 * `npm run bench:month`: the figures of a month with 500 projects that were all put in through the API, each with a complaint:
 * how long the API takes for each view and how long the page takes from its last answer on. Wanted: 1.5 s. Figures for docs/web.md.
 */
import { inBatches } from "../../lib/domain/in-batches.ts";
import { openBrowser, openWindow } from "../browser/browser.ts";
import { drawnMonth } from "../browser/months/large-month.ts";
import { signIn } from "../browser/person.ts";
import { newDirectory, openDesk, removeDirectory } from "../e2e/desk.ts";

const [given = "500"] = process.argv.slice(2);
const count = Number(given);
const together = 8;
/** Those of the sample company. */
const sampleProjects = 3;

const directory = await newDirectory();
const desk = await openDesk(directory, "2026-09-30T01:00:00.000Z");
const browser = await openBrowser();
try {
  const began = performance.now();
  const numbers = Array.from({ length: count }, (_, n) => n);
  await inBatches(numbers, together, async (n) => {
    const { status, body } = await desk.client.asPerson("headquarters", "PUT", `/projects/bench-${n}`, {
      version: 0,
      name: `项目 ${n}`,
      region: `区域 ${n % 5}`,
      city: `城市 ${n % 25}`,
      type: "普通住宅",
      floorArea: 50_000 + n * 200,
      timeZone: "Asia/Shanghai",
      since: "2026-01",
      departments: [{ id: "engineering", name: "工程部" }],
    });
    if (status !== 200 && status !== 201) throw new Error(`project ${n}: ${status} ${JSON.stringify(body)}`);
  });
  await inBatches(numbers, together, async (n) => {
    const { status } = await desk.client.asSystem("integration", "/channels/phone/complaints", {
      projectId: `bench-${n}`,
      sourceId: `bench-${n}`,
      matter: "电梯停运。",
      classCode: "1.2.2",
      complainant: { name: "业主示例", phone: `139${String(n).padStart(8, "0")}` },
    });
    if (status !== 201) throw new Error(`complaint of ${n}: ${status}`);
  });
  await desk.reacted();
  say(
    `${count} projects with a complaint each were there after ${Math.round((performance.now() - began) / 1000)} s`,
  );
  for (const view of ["projects-by-class", "rungs", "ageing", "like", "months"]) {
    const asked = performance.now();
    const { status } = await desk.client.asPerson("headquarters", "GET", `/analytics/${view}?month=2026-09`);
    say(`GET /analytics/${view}: ${status} in ${Math.round(performance.now() - asked)} ms`);
  }
  const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
  context.setDefaultTimeout(60_000);
  await signIn(page, "headquarters", "/mine");
  await page.goto("/months/2026-09/figures?edition=live");
  const { first, all } = await drawnMonth(page, "项目 0", count + sampleProjects, `项目 ${count - 1}`);
  say(
    `the page: ${Math.round(first)} ms after the API's last answer, every row at a tap for ${Math.round(all)} ms of the processor`,
  );
  await context.close();
} finally {
  await browser.close();
  await desk.close();
  await removeDirectory(directory);
}
process.exit(0);

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
