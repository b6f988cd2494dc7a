import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { PagePath } from "../../lib/contracts/pages/paths.ts";
import { adminJourneys } from "./admin/journeys.ts";
import { answered } from "./answered.ts";
import type { Journey } from "./journey.ts";
import { monthJourneys } from "./months/journeys.ts";

/** 转办工单: what stands on it is typed once; signed for on the complaint's own page. */
async function registersTicket(page: Page): Promise<void> {
  await page.goto(new URL("/new", page.url()).href);
  await page.getByRole("radio", { name: "政府转办" }).check();
  await page.getByLabel("工单号").fill("20260930-0017");
  await page.getByLabel("承办单位（工单上的名称）").fill("示例街道");
  await page.getByLabel("工单类型").selectOption("complaint");
  await page.getByLabel("诉求（希望怎么解决）").fill("尽快修复");
  await page.getByLabel("办理时限", { exact: true }).fill("2026-10-15T17:00");
  await page.getByLabel("投诉内容").fill("小区东门积水，影响出行。");
  await page.getByLabel("投诉内容").press("Control+Enter");
  await page.getByText("✓ 已登记").waitFor();
  await page.getByRole("link", { name: "打开" }).click();
  await page.getByText("12345 20260930-0017 · 示例街道").waitFor();
  await page.getByRole("button", { name: "签收工单" }).first().click();
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByText("工单已签收").first().waitFor();
}

/** Every page has one: without it this does not compile. */
/** Sends the open form of a group and reads the members' results. */
async function sendsToMembers(page: Page, done: number): Promise<void> {
  await page.getByRole("button", { name: "提交" }).click();
  const results = page.getByRole("dialog").getByRole("listitem");
  await results
    .filter({ hasText: /✓ .*完成/ })
    .nth(done - 1)
    .waitFor();
  expect(await results.count()).toBe(done);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

export const journeys: Readonly<Record<PagePath, Journey>> = {
  "/setup": {
    as: "headquarters",
    address: () => "/setup",
    ready: (page) => page.getByText("✓ 郑州·森林湖").waitFor(),
    // From an empty table it is walked in setup.test.ts.
    walk: async (page) => {
      await page.getByRole("link", { name: "去登记" }).press("Enter");
      await page.waitForURL("**/new");
    },
  },
  "/": {
    as: "lake-manager",
    address: () => "/",
    ready: (page) => page.getByText("地下车库有人占用消防通道").first().waitFor(),
    walk: async (page) => {
      // By keys alone: the first row, its help, the palette by the first letters of its pinyin.
      await page.locator("body").press("j");
      await expect.poll(() => page.evaluate("document.activeElement?.dataset.row ?? ''")).not.toBe("");
      await page.keyboard.press("Shift+?");
      await page.getByText("下一件 / 上一件").waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.getByLabel("输入名称或拼音首字母").fill("sjxdp");
      await page.getByRole("button", { name: "收件箱：待派" }).waitFor();
      // 待判 and 待派 begin alike: the arrow takes the second.
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/view=assign/);
      await page.getByRole("button", { name: /^待判/ }).click();
      await page.waitForURL(/view=judge/);
      await page.getByRole("searchbox").fill("消防");
      await page.getByRole("status").filter({ hasText: "1 件" }).waitFor();
      // The filter is in the address: it survives a reload.
      await page.reload();
      await page.getByRole("status").filter({ hasText: "1 件" }).waitFor();
      await page.getByRole("link", { name: "N001" }).click();
      await page.waitForURL(/\/c\//);
    },
  },
  "/c/{id}": {
    as: "lake-manager",
    address: ({ web }) => `/c/${web}`,
    ready: (page) => page.getByRole("heading", { name: /^N001/ }).waitFor(),
    walk: async (page, _, { web }) => {
      await page.getByText("3 个工作日：10月8日、9日、10日(补班)").first().waitFor();
      // Who complained is masked until one says what it is wanted for.
      const facts = page.getByRole("region", { name: "事实" });
      await facts.getByText("138****0002").waitFor();
      expect(await facts.innerText()).not.toContain("1502");
      await facts.getByLabel("查看投诉人信息的用途").selectOption("visit");
      await facts.getByRole("button", { name: "显示" }).click();
      await facts.getByRole("link", { name: "13800000002" }).waitFor();
      await facts.getByText("1502").waitFor();
      await facts.getByText("已记下您查看了投诉人信息").waitFor();
      await facts.getByRole("button", { name: "隐藏" }).click();
      await facts.getByText("138****0002").waitFor();
      await page.getByRole("button", { name: "分类定级" }).click();
      await page.getByRole("button", { name: /^建议 1\.3\.5/ }).click();
      await page.getByRole("radio", { name: "C 一般投诉" }).check();
      await page.getByRole("button", { name: "提交" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.getByText("1.3.5 消防通道占用").first().waitFor();
      await page.getByRole("button", { name: "核对经过是否被改动" }).click();
      await page.getByText("✓ 核对一致，没有改动。").waitFor();
      expect(new URL(page.url()).pathname).toBe(`/c/${web}`);
    },
  },
  "/new": {
    as: "lake-front-desk",
    address: () => "/new",
    ready: (page) => page.getByLabel("电话", { exact: true }).waitFor(),
    walk: async (page) => {
      // The number is typed first: the caller's open complaint is offered to be urged.
      await page.getByLabel("电话", { exact: true }).fill("13800000001");
      await page.getByText("电梯停运，老人无法下楼").waitFor();
      await page.getByRole("button", { name: "同一房号" }).click();
      await expect.poll(() => page.getByLabel("房间号").inputValue()).toBe("601");
      await page.getByLabel("投诉内容").fill("楼道灯不亮，电梯里有人被困过。");
      await page.getByRole("button", { name: /点此标记/ }).click();
      // Everything typed is still there after a crash of the browser.
      await page.reload();
      await page.getByText("已恢复上次未提交的内容").waitFor();
      expect(await page.getByLabel("投诉内容").inputValue()).toContain("楼道灯不亮");
      await page.getByLabel("投诉内容").press("Control+Enter");
      await page.getByText("✓ 已登记").waitFor();
      expect(await page.getByLabel("投诉内容").inputValue()).toBe("");
      await page.getByRole("link", { name: "打开" }).click();
      await page.getByText("⚠ 安全").waitFor();
      await registersTicket(page);
    },
  },
  "/new/box": {
    as: "lake-front-desk",
    address: () => "/new/box",
    ready: (page) => page.getByLabel("投诉内容 1").waitFor(),
    walk: async (page) => {
      await page.getByLabel("投诉箱", { exact: true }).fill("东门岗亭");
      // By keys: two slips one below the other, the second without a word of what it is about.
      await page.getByLabel("投诉内容 1").fill("东门路灯夜里不亮。");
      await page.getByLabel("投诉内容 1").press("Enter");
      await page.getByLabel("姓名 2").fill("业主示例");
      await page.reload();
      await page.getByText("已恢复上次未提交的内容").waitFor();
      await expect.poll(() => page.getByLabel("开箱人").inputValue()).toBe("张示例");
      await page.getByLabel("姓名 2").press("Control+Enter");
      const told = page.getByRole("status").filter({ hasText: "✓ 已登记 1" });
      await told.waitFor();
      await page.getByRole("alert").filter({ hasText: "▲ 2：投诉内容 不能为空" }).waitFor();
      // What was at fault is still there, and goes on its own once it is mended.
      await page.getByLabel("投诉内容 2").fill("二单元门禁失灵。");
      await page.getByLabel("投诉内容 2").press("Control+Enter");
      await page.getByRole("status").filter({ hasText: "2 →" }).waitFor();
      expect(await page.getByLabel("投诉内容 1").inputValue()).toBe("");
      await page.getByRole("link", { name: /^B\d+/ }).click();
      await page.getByText("投诉箱").first().waitFor();
    },
  },
  "/mine": {
    as: "lake-manager",
    address: () => "/mine",
    ready: (page) => page.getByRole("heading", { name: "由我处理" }).waitFor(),
    walk: async (page) => {
      await page.getByText("没有由您处理的未结投诉").waitFor();
    },
  },
  "/emergencies": {
    as: "lake-supervisor",
    address: () => "/emergencies",
    ready: (page) => page.getByRole("link", { name: "设备设施·给排水" }).waitFor(),
    walk: async (page) => {
      await page.getByRole("button", { name: "登记突发事件" }).click();
      const form = page.getByRole("dialog");
      await form.getByLabel("类别").selectOption({ label: "安全管理·消防" });
      await form.getByRole("radio", { name: "成功防止" }).check();
      await form.getByLabel("部门").selectOption({ label: "秩序维护部" });
      await form.getByLabel("经过").fill("巡逻发现楼道电动车充电起火，已扑灭。");
      await form.getByLabel("姓名").fill("周示例");
      await form.getByLabel("电话").fill("13800000055");
      await form.getByRole("button", { name: "提交" }).click();
      await page.getByText("已登记，请按时限报告").waitFor();
      // Whoever registers reports at once, on the same page.
      await page.getByRole("status").getByRole("button", { name: "首报" }).click();
      await form.getByLabel("报告内容").fill("现场已封闭，无人受伤。");
      await form.getByRole("button", { name: "提交" }).click();
      await page.getByRole("status").getByRole("button", { name: "书面报告" }).waitFor();
      await page.getByRole("link", { name: "安全管理·消防" }).waitFor();
    },
  },
  "/emergencies/{id}": {
    as: "lake-manager",
    address: ({ emergency }) => `/emergencies/${emergency}`,
    ready: (page) => page.getByRole("heading", { name: /^设备设施·给排水/ }).waitFor(),
    walk: async (page) => {
      await page.getByRole("button", { name: "首报" }).click();
      await page.getByLabel("报告内容").fill("水泵房进水，已断电，正在抽水。");
      await page.getByRole("button", { name: "提交" }).click();
      await page.getByText("水泵房进水，已断电").waitFor();
      await page.getByRole("button", { name: "书面报告" }).waitFor();
    },
  },
  "/g/{id}": {
    as: "lake-manager",
    address: ({ group }) => `/g/${group}`,
    ready: (page) => page.getByText("成员 5").waitFor(),
    walk: async (page) => {
      await page.getByRole("button", { name: "确认群体" }).click();
      await page.getByRole("button", { name: "提交" }).click();
      await page.getByRole("dialog").locator(".outcomes").waitFor({ state: "attached" });
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "回复客户" }).click();
      await page.getByLabel("方式").selectOption({ label: "电话" });
      await page.getByLabel("告知客户的内容").fill("今晚抽水并封堵。");
      // One household was called: only that one counts as told.
      await page.getByRole("checkbox").first().check();
      await answered(page, () => page.getByRole("button", { name: "提交" }).click());
      // For ten seconds it can be called back, with its words and whom it is for.
      await page.getByRole("button", { name: "撤销" }).click();
      await expect.poll(() => page.getByLabel("告知客户的内容").inputValue()).toBe("今晚抽水并封堵。");
      await answered(page, () => page.getByRole("button", { name: "提交" }).click());
      await page.getByRole("button", { name: "立即发出" }).click();
      await page.getByText(/✓ 回复客户 · 群体 .*完成 1/).waitFor();
      await page.getByText(/已告知/).waitFor();
      await page.getByRole("button", { name: "制定处理方案" }).click();
      await page.getByRole("radio", { name: "写方案" }).check();
      await page.getByLabel("方案", { exact: true }).fill("抽水后封堵管道，三日内更换。");
      await sendsToMembers(page, 5);
      await page.getByText("结案前还缺").waitFor();
    },
  },
  ...monthJourneys,
  ...adminJourneys,
  "/signed-in": {
    as: null,
    address: () => "/signed-in?error=access_denied&state=made-up",
    ready: (page) => page.getByRole("heading", { name: "登录没有完成" }).waitFor(),
    walk: async (page) => {
      await page.getByRole("link", { name: "重新登录" }).click();
      await page.waitForURL(/\/_local\/oidc\/authorize/);
    },
  },
};
