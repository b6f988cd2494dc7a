import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, newDirectory, openDesk, removeDirectory } from "../../e2e/desk.ts";
import { findings, overflow } from "../accessible.ts";
import { openBrowser, sizes, type TestBrowser } from "../browser.ts";
import { wecomAssembly } from "./assembly.ts";
import { openWecomSite, type WecomSite } from "./site.ts";

const morning = "2026-10-12T01:00:00.000Z";
const application = "Mozilla/5.0 (Linux; Android 14) wxwork/4.1.36 MicroMessenger/7.0.1";
const clerk = "lake-front-desk";
let desk: Desk;
let browser: TestBrowser;
let site: WecomSite;

beforeAll(async () => {
  const directory = await newDirectory();
  site = await openWecomSite();
  for (const member of [clerk, "headquarters"]) site.wecom.member(member);
  desk = await openDesk(directory, morning, {
    assembly: await wecomAssembly(join(directory, "assembly")),
    seed: site.seed,
  });
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
  await site.close();
  await removeDirectory(desk.directory);
});

/** A window whose clock shows the desk's time. */
async function windowOf(more: object = {}) {
  const context = await browser.browser.newContext({
    baseURL: desk.cloud.baseUrl,
    viewport: sizes.desk,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    ...more,
  });
  context.setDefaultTimeout(10_000);
  await context.clock.setFixedTime(desk.cloud.engine.now());
  return { context, page: await context.newPage() };
}

const scan = async (page: Page, member: string) => {
  await page.getByText("请使用企业微信扫描二维码登录").waitFor();
  await page.getByRole("link", { name: member, exact: true }).click();
};

it("a desk scans a code and comes back to where it was going; a member who leaves is out within the hour", async () => {
  const { context, page } = await windowOf();
  await page.goto("/new?project=forest-lake");
  await scan(page, clerk);
  await page.waitForURL("**/new?project=forest-lake");
  await page.getByLabel("投诉内容").fill("单元门禁失灵，进不了楼。");
  await page.getByLabel("电话", { exact: true }).fill("13800000001");
  await page.getByLabel("投诉内容").press("Control+Enter");
  await page.getByText("✓ 已登记").waitFor();
  await page.getByLabel("投诉内容").fill("还没写完的投诉");
  // The member leaves; tokens live for an hour, and nobody renews them.
  site.wecom.gone(clerk);
  await context.clock.setFixedTime(desk.cloud.engine.now() + 3_601_000);
  await page.getByLabel("电话", { exact: true }).fill("13800000001");
  const expired = page.getByRole("dialog", { name: "重新登录" });
  await expired.waitFor();
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    expired.getByRole("button", { name: "重新登录" }).click(),
  ]);
  await popup.getByText("请使用企业微信扫描二维码登录").waitFor();
  expect(await popup.getByRole("link", { name: clerk, exact: true }).count()).toBe(0);
  // What was typed is still there, for whoever may go on.
  expect(await page.getByLabel("投诉内容").inputValue()).toBe("还没写完的投诉");
  await context.close();
}, 60_000);

it("within WeCom's application nothing is asked; an erasure wants a code scanned, on a phone too", async () => {
  const { body } = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId: "forest-lake",
    sourceId: "wecom-1",
    matter: "楼道灯不亮。",
    complainant: { name: "业主示例", phone: "13800000003" },
    location: { building: "5", unit: "1", room: "101" },
  });
  const number = String(Reflect.get(Object(body), "number"));
  site.holder = "headquarters";
  const { context, page } = await windowOf({
    viewport: sizes.phone,
    isMobile: true,
    hasTouch: true,
    userAgent: application,
  });
  await page.goto("/admin/person-data");
  await page.waitForURL("**/admin/person-data");
  await page.getByLabel("投诉编号").fill(number);
  await page.getByRole("combobox", { name: "请求" }).selectOption({ label: "删除" });
  await page.getByRole("button", { name: "登记", exact: true }).tap();
  await page.getByRole("button", { name: "开始删除" }).tap();
  await page.getByRole("button", { name: "确定删除" }).tap();
  const refused = page.getByRole("alert").filter({ hasText: "重新登录" });
  await refused.waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await findings(page)).toEqual([]);
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    refused.getByRole("button", { name: "重新登录" }).tap(),
  ]);
  const closed = popup.waitForEvent("close");
  await scan(popup, "headquarters");
  await closed;
  await page.getByRole("button", { name: /删除/ }).first().waitFor();
  const again = page.getByRole("button", { name: "确定删除" });
  if ((await again.count()) === 0) await page.getByRole("button", { name: "开始删除" }).tap();
  await again.tap();
  await page.getByText("办理进度").waitFor();
  expect(desk.failures).toEqual([]);
  await context.close();
}, 60_000);
