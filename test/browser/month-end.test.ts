import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Desk } from "../e2e/desk.ts";
import { findings, overflow } from "./accessible.ts";
import { answered } from "./answered.ts";
import { openAtADesk } from "./at-a-desk.ts";
import { openWindow, type TestBrowser } from "./browser.ts";
import { signIn } from "./person.ts";

/** Half past one in the night to October; the files of September are made at two. */
const night = "2026-09-30T17:30:00.000Z";
const morning = "2026-10-01T01:30:00.000Z";
const bulletinPage = "/months/2026-09/bulletin";
let desk: Desk;
let browser: TestBrowser;

openAtADesk(night, (opened) => {
  ({ desk, browser } = opened);
});

/** `JIESU_PICTURES=<folder>`: what each role saw, to be looked at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["JIESU_PICTURES"];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const complaints = [
  { projectId: "forest-lake", classCode: "1.2.2", matter: "8 栋 1 单元电梯停运，老人无法下楼。" },
  { projectId: "forest-lake", classCode: "1.4.2", matter: "楼道垃圾三天没有清运。", intake: "company" },
  { projectId: "sample-tower", classCode: "1.3.5", matter: "地下车库消防通道被占用。" },
];

async function receive(): Promise<void> {
  for (const [n, body] of complaints.entries()) {
    const { status } = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
      sourceId: `month-end-${n}`,
      receivedAt: `2026-09-2${n + 5}T02:00:00.000Z`,
      complainant: { name: "业主示例", phone: `1380000090${n}` },
      ...body,
    });
    expect([body.matter, status]).toEqual([body.matter, 201]);
  }
  await desk.reacted();
}

const subjectsTo = (person: string) =>
  desk.cloud.services.mails
    .sent()
    .filter(({ to }) => to.some((address) => address.includes(person)))
    .map(({ subject }) => subject);

it("a month is closed by three roles: offices submit and contest, the region rules, headquarters issue the bulletin (D7, D8, D14)", async () => {
  await receive();
  await desk.to(morning);

  // The project's manager, who was asked by mail: what is empty is refused, the rest is submitted, and one case is contested.
  const manager = await openWindow(browser, desk.cloud.baseUrl);
  await signIn(manager.page, "lake-project-manager", bulletinPage);
  const editor = manager.page.getByRole("region", { name: /森林湖/ });
  await answered(manager.page, () => editor.getByRole("button", { name: "保存并确认上报" }).click());
  await editor.getByRole("alert").waitFor();
  expect(manager.complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await picture(manager.page, "1-manager-refused");
  await editor.getByLabel(/重要工作 进展/).fill("二期电梯专项整治完成八成。");
  await answered(manager.page, () => editor.getByRole("button", { name: "保存并确认上报" }).click());
  await editor.getByText("✓ 已保存").waitFor();
  await editor.getByText("已上报", { exact: true }).waitFor();
  const contest = editor.getByRole("form", { name: "提出异议" });
  await contest.getByLabel("投诉编号").fill("001");
  await contest.getByLabel("说明").fill("电梯在开发商保修期内。");
  await answered(manager.page, () => contest.getByRole("button", { name: "提出异议" }).click());
  await editor.getByText("待裁定").waitFor();
  expect(await findings(manager.page)).toEqual([]);
  await picture(manager.page, "2-manager");

  // The region sees who is missing, asks with one click, and rules.
  const region = await openWindow(browser, desk.cloud.baseUrl, "tablet");
  await signIn(region.page, "central-quality", `${bulletinPage}?project=forest-lake`);
  const list = region.page.getByRole("region", { name: "项目上报" });
  await list.getByRole("row", { name: /森林湖.*已上报/ }).waitFor();
  expect(await list.getByText("示例大厦").count()).toBe(0);
  await answered(region.page, () => list.getByRole("button", { name: /^催报.*示例墅园/ }).click());
  await list.getByText("今天已催报").waitFor();
  const contests = region.page.getByRole("region", { name: "异议" });
  await contests.getByLabel(/裁定说明/).fill("核对保修协议，属实。");
  await answered(region.page, () => contests.getByRole("button", { name: /^裁定成立/ }).click());
  await contests.locator(".chip", { hasText: /^成立$/ }).waitFor();
  expect([await findings(region.page), await overflow(region.page)]).toEqual([[], 0]);
  await picture(region.page, "3-region");
  await desk.reacted();
  expect(subjectsTo("garden-project-manager").join()).toContain("2026年9月");

  // Headquarters read it as it will be, write their own words, and issue it: asked once more, since every office hears of it.
  const head = await openWindow(browser, desk.cloud.baseUrl);
  await signIn(head.page, "headquarters", bulletinPage);
  const paper = head.page.getByRole("article");
  await paper.getByText("各管理处：").waitFor();
  await paper.getByText("四、异议裁定情况").waitFor();
  const own = head.page.getByRole("region", { name: "总部内容" });
  await own.getByLabel("品质管理", { exact: true }).fill("开展电梯专项检查。");
  await answered(head.page, () => own.getByRole("button", { name: "保存" }).click());
  await own.getByText("已保存").waitFor();
  expect(await findings(head.page)).toEqual([]);
  await picture(head.page, "4-headquarters");
  await head.page.getByRole("button", { name: "发出通报" }).click();
  await answered(head.page, () => head.page.getByRole("button", { name: "确认发出" }).click());
  await desk.reacted();
  await desk.to("2026-10-01T02:00:00.000Z");
  await head.page.getByText(/通报版已发出：第 2 版/).waitFor();
  await picture(head.page, "5-issued");
  await head.page.getByRole("link", { name: "到文件页" }).click();
  await head.page.getByRole("heading", { name: "第 2 版" }).waitFor();
  await picture(head.page, "6-files");

  // Each office has the mail, and reads in the bulletin what was ruled.
  expect(subjectsTo("lake-project-manager").join()).toContain("2026年9月");
  await manager.page.goto("/months/2026-09");
  const bulletin = manager.page.getByRole("button", { name: /^docx .*客户投诉工作月报/ }).first();
  const [download] = await Promise.all([manager.page.waitForEvent("download"), bulletin.click()]);
  expect(download.suggestedFilename()).toBe("2026年9月客户投诉工作月报（第2版）.docx");
  // Who issued it stands there by name.
  await manager.page.getByText("叶示例").first().waitFor();
  await picture(manager.page, "7-manager-files");
  for (const one of [manager, region, head]) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
}, 300_000);
