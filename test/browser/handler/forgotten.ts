import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Desk } from "../../e2e/desk.ts";
import type { TestBrowser } from "../browser.ts";
import { command, handler } from "./jobs.ts";
import { onDisk } from "./on-disk.ts";
import { openPhone } from "./window.ts";

const day = 86_400_000;
/** Whether a browser has kept these words anywhere. */
const keeps = async (page: Page, words: string) => (await onDisk(page)).includes(words);

/** A person's complaint in the handler's hands. */
async function jobOf(desk: Desk, matter: string): Promise<string> {
  const { body } = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId: "forest-lake",
    sourceId: matter,
    matter,
    complainant: { name: "抹去示例", phone: "13800000066" },
    location: { area: "二期", building: "8", unit: "1", room: "6601" },
  });
  const id = String(Reflect.get(Object(body), "id"));
  await command(desk, id, "assign", { departmentId: "engineering", handlerId: handler });
  return id;
}

/** An erased person leaves the handler's phone with the first round that reaches the server: false if anything is left. */
export async function isErasedOnPhone(browser: TestBrowser, desk: Desk): Promise<boolean> {
  const matter = "抹去标记：厨房漏水";
  const id = await jobOf(desk, matter);
  const { context, page } = await openPhone(browser, desk);
  await page.getByText(matter).first().waitFor();
  expect(await keeps(page, matter)).toBe(true);
  // The number is never kept.
  expect(await keeps(page, "13800000066")).toBe(false);
  await context.setOffline(true);
  const asked = { complaint: id, evenOpen: true };
  const begun = await desk.client.asPerson("headquarters", "POST", "/person-data/erasures", asked, "erase-1");
  const path = `/jobs/${Reflect.get(Object(begun.body), "jobId")}`;
  // It is carried out every quarter of an hour.
  await desk.to(new Date(desk.cloud.engine.now() + 16 * 60_000).toISOString());
  expect(await desk.client.asPerson("headquarters", "GET", path)).toMatchObject({ body: { state: "done" } });
  expect(await keeps(page, matter)).toBe(true);
  await context.setOffline(false);
  await page.reload();
  await page.locator("main[aria-busy=false] .job").first().waitFor();
  await expect.poll(() => keeps(page, "抹去"), { timeout: 10_000 }).toBe(false);
  const isKept = await keeps(page, "抹去");
  await context.close();
  return !isKept;
}

/** What the server does not confirm is forgotten after two weeks, also without signal; who leaves takes the jobs along at once. */
export async function leftOnPhone(browser: TestBrowser, desk: Desk): Promise<readonly string[]> {
  const matter = "遗忘标记：厨房漏水";
  const id = await jobOf(desk, matter);
  const { context, page } = await openPhone(browser, desk);
  await page.getByText(matter).first().waitFor();
  await context.setOffline(true);
  await page.goto(`/m/c/${id}`);
  await page.getByRole("button", { name: "备注" }).click();
  await page.getByLabel("说明").fill("未发出的备注");
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByText("… 待发").waitFor();
  await context.clock.setFixedTime(desk.cloud.engine.now() + 15 * day);
  await page.goto("/m");
  // What waits to be sent waits, with its job; all others are gone.
  await page.getByText(matter).first().waitFor();
  expect(await page.locator(".job").count()).toBe(1);
  expect(await keeps(page, "未发出的备注")).toBe(true);
  await context.clock.setFixedTime(desk.cloud.engine.now());
  await context.setOffline(false);
  await page.goto("/m");
  await expect.poll(() => page.locator(".job").count(), { timeout: 15_000 }).toBeGreaterThan(1);
  await page.getByRole("button", { name: "退出" }).click();
  await page.waitForURL(/\/_local\/oidc\/authorize/);
  await page.goto("/openapi.json");
  const left: string[] = [];
  for (const words of ["遗忘标记", "下水管漏水"]) if (await keeps(page, words)) left.push(words);
  await context.close();
  return left;
}
