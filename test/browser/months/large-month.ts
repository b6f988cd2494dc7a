import type { Page } from "playwright-core";
import { expect } from "vitest";
import * as z from "zod";
import type { Desk } from "../../e2e/desk.ts";
import { openWindow, type TestBrowser } from "../browser.ts";
import { signIn } from "../person.ts";
import { processorOf } from "../processor.ts";
import type { Samples } from "../samples.ts";

const table = z.looseObject({
  columns: z.array(z.looseObject({ key: z.string() })),
  rows: z.array(
    z.looseObject({
      key: z.string(),
      label: z.string(),
      figures: z.record(z.string(), z.number().nullable()),
    }),
  ),
});

/** Answers of the API as they are, with so many projects in the views that have a row for each. */
async function withProjects(page: Page, count: number): Promise<void> {
  await page.route("**/analytics/*", async (route) => {
    const answer = await route.fetch();
    const given = table.parse(await answer.json());
    const last = given.rows.at(-1);
    if (!/projects-by-class|rungs|ageing|like/.test(route.request().url()) || last === undefined)
      return route.fulfill({ response: answer, json: given });
    const figures = Object.fromEntries(given.columns.map(({ key }, index) => [key, index + 1]));
    const rows = Array.from({ length: count }, (_, n) => ({ key: `p${n}`, label: `项目 ${n}`, figures }));
    return route.fulfill({ response: answer, json: { ...given, rows: [...rows, last] } });
  });
}

/**
 * How long the figures of so many projects take from the API's last answer on, and then every row of one map in the processor's time;
 * milliseconds. `early` is the name of a row among the first forty.
 */
export async function drawnMonth(page: Page, early: string, rows: number, last: string) {
  const map = page.getByRole("region", { name: /^项目 × 分类 \(/ });
  await map.getByRole("rowheader", { name: early }).waitFor();
  const since = await page.evaluate(`performance.now() - Math.max(...performance.getEntriesByType("resource")
    .filter(({ name }) => name.includes("/analytics/")).map(({ responseEnd }) => responseEnd))`);
  const all = await processorOf(page, async () => {
    await page
      .getByRole("button", { name: `显示全部 ${rows} 行` })
      .first()
      .click();
    await map.getByRole("rowheader", { name: last }).waitFor();
  });
  return { first: z.number().parse(since), all };
}

/**
 * The page of a month with 500 projects, whose rows stand in the API's answers: milliseconds of the processor until it is
 * there, its program's start included, and until every row of one map is.
 */
export async function largeMonth(browser: TestBrowser, desk: Desk, { month }: Samples) {
  const count = 500;
  const { context, page, complaints } = await openWindow(browser, desk.cloud.baseUrl);
  await signIn(page, "headquarters", "/mine");
  await withProjects(page, count);
  const opened = await processorOf(page, async () => {
    await page.goto(`/months/${month}/figures?edition=live`);
    const map = page.getByRole("region", { name: /^项目 × 分类 \(/ });
    await map.getByRole("rowheader", { name: "项目 39" }).waitFor();
  });
  const { all } = await drawnMonth(page, "项目 39", count, `项目 ${count - 1}`);
  expect(complaints).toEqual([]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.close();
  return { opened, all };
}
