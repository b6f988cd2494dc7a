import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import * as z from "zod";
import type { PagePath } from "../../../lib/contracts/pages/paths.ts";
import type { Desk } from "../../e2e/desk.ts";
import { findings } from "../accessible.ts";
import type { Journey } from "../journey.ts";

/** The pages of a month: files, figures, bulletin. */
/** A complaint whose review has opened a corrective action; its owner hands in what shows that it is done. */
async function correctiveAction(desk: Desk): Promise<void> {
  const { client } = desk;
  const made = await client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId: "forest-lake",
    sourceId: "browser-corrective",
    matter: "大堂门禁经常失灵。",
    complainant: { name: "住户示例", phone: "13800000301" },
    location: { area: "二期", building: "20", unit: "1", room: "301" },
  });
  const { id } = z.looseObject({ id: z.string() }).parse(made.body);
  const give = async (person: string, command: string, body: object) => {
    const seen = await client.asPerson(person, "GET", `/complaints/${id}`);
    const { version } = z.looseObject({ version: z.int() }).parse(seen.body);
    const path = `/complaints/${id}/commands/${command}`;
    const answer = await client.asPerson(person, "POST", path, { version, ...body }, `corrective-${command}`);
    expect([command, answer.status, answer.body]).toMatchObject([command, 200, {}]);
  };
  await give("lake-supervisor", "assign", { departmentId: "engineering", handlerId: "lake-engineering" });
  await give("lake-manager", "resolve", { via: "phone", text: "已更换读卡器。" });
  const [ownerId, dueAt] = ["lake-engineering", "2026-10-20T10:00:00.000Z"];
  const action = { ownerId, dueAt, cause: "读卡器老化", measure: "全部读卡器换新" };
  await give("lake-manager", "review", { text: "检讨会", actions: [action] });
  const attachments = [await uploaded(desk)];
  await give("lake-engineering", "evidence", { actionId: "z1", text: "已换 12 台", attachments });
}

/** The smallest picture there is, straight to the store. */
async function uploaded({ client }: Desk): Promise<string> {
  const bytes = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const file = { fileName: "换新后.png", contentType: "image/png", size: bytes.length };
  const answer = await client.asPerson("lake-engineering", "POST", "/uploads", file);
  const { uploadId, url } = z.looseObject({ uploadId: z.string(), url: z.string() }).parse(answer.body);
  const put = await fetch(url, { method: "PUT", body: bytes, headers: { "content-type": file.contentType } });
  expect(put.status).toBe(200);
  return uploadId;
}

export const monthJourneys: Readonly<
  Record<Extract<PagePath, "/actions" | "/subscriptions" | `/months${string}`>, Journey>
> = {
  "/actions": {
    as: "lake-manager",
    address: () => "/actions",
    ready: (page) =>
      page
        .getByRole("status")
        .filter({ hasText: /^\d+ 项$/ })
        .waitFor(),
    walk: async (page, desk) => {
      await correctiveAction(desk);
      await page.reload();
      const card = page.getByRole("listitem").filter({ hasText: "全部读卡器换新" });
      await card.getByText("待验收").waitFor();
      await card.getByText("已换 12 台").waitFor();
      // What was handed in is seen where it is verified.
      await card.getByRole("img", { name: "换新后.png" }).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole("combobox", { name: "状态" }).selectOption({ label: "超期未完成" });
      await card.waitFor({ state: "detached" });
      await page.getByRole("combobox", { name: "状态" }).selectOption({ label: "全部未验收" });
      await card.getByRole("link", { name: /^验收/ }).click();
      await page.waitForURL(/\?do=verify/);
      await page.getByRole("dialog").waitFor();
    },
  },
  "/subscriptions": {
    as: "headquarters",
    address: () => "/subscriptions",
    ready: (page) => page.getByRole("heading", { name: "文件订阅" }).waitFor(),
    walk: async (page) => {
      const own = page.getByRole("region", { name: "订阅的文件" });
      await own.getByLabel("范围").selectOption({ label: "项目 · 郑州·森林湖" });
      await own.getByRole("radio", { name: "每日" }).focus();
      await page.keyboard.press("Space");
      await own.getByRole("button", { name: "订阅" }).press("Enter");
      await own.getByRole("listitem").filter({ hasText: "郑州·森林湖" }).waitFor();
      expect(await own.getByText("已在列表中").count()).toBe(1);
      await page.getByRole("region", { name: "各级订阅人" }).getByRole("row").nth(1).waitFor();
      await page.reload();
      await own.getByRole("button", { name: /^取消/ }).click();
      await own.getByText("还没有订阅。").waitFor();
    },
  },
  "/months": {
    as: "lake-project-manager",
    address: () => "/months",
    // The month that ended last; the sample's project manager sees of it what there is.
    ready: (page) => page.getByRole("heading", { name: "2026年8月 月报" }).waitFor(),
    walk: async (page, _, { month }) => {
      await page.getByText("这个月还没有文件").waitFor();
      await page.getByRole("combobox", { name: "月份" }).selectOption(month);
      await page.waitForURL(`**/months/${month}`);
      // The project's own files and nobody else's.
      await page.getByRole("button", { name: /^xlsx 郑州·森林湖2026年9月客户投诉处理统计报表/ }).waitFor();
      expect(await page.getByRole("button", { name: /示例大厦/ }).count()).toBe(0);
    },
  },
  "/months/{month}": {
    as: "headquarters",
    address: ({ month }) => `/months/${month}`,
    ready: (page) => page.getByRole("img", { name: /统计图/ }).waitFor(),
    walk: async (page, desk, { month }) => {
      const workbook = page.getByRole("button", { name: /^xlsx 2026年9月客户投诉处理统计报表/ });
      // By keys, as a link of the mail would be: what is saved has the name and the checksum that the page says.
      await workbook.focus();
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      expect(download.suggestedFilename()).toBe("2026年9月客户投诉处理统计报表（第1版）.xlsx");
      const sum = createHash("sha256").update(await readFile(await download.path()));
      const row = page.getByRole("row").filter({ has: workbook });
      expect(await row.getByRole("button").nth(1).getAttribute("title")).toBe(sum.digest("hex"));
      await page.getByRole("button", { name: "现在生成一版" }).click();
      await page.getByText("正在生成").waitFor();
      await desk.reacted();
      await page.getByRole("heading", { name: "第 2 版" }).waitFor();
      // What the other journeys did since the first edition stands there, and nothing where they did nothing.
      await page.getByText(/^与第 1 版相比：(数字没有变化|改变的数字 \d+ 个，涉及投诉 \d+ 件)/).waitFor();
      expect(month).toBe("2026-09");
    },
  },
  "/months/{month}/figures": {
    as: "headquarters",
    address: ({ month }) => `/months/${month}/figures?edition=live`,
    ready: (page) => page.getByRole("region", { name: "本期任务" }).getByRole("button").first().waitFor(),
    walk: async (page, _, { month }) => {
      // A number opens its complaints, by keys; the address says which, so that it can be sent to a colleague.
      const tasks = page
        .getByRole("region", { name: "本期任务" })
        .getByRole("button", { name: /任务$/ })
        .first();
      const count = Number((await tasks.innerText()).match(/^\d+/)?.[0]);
      await tasks.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").getByText(`共 ${count} 件`).waitFor();
      await page.reload();
      await page.getByRole("dialog").getByText(`共 ${count} 件`).waitFor();
      await expect.poll(() => page.getByRole("dialog").getByRole("row").count()).toBe(count + 1);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      // One project's figures are the row of the map; its chart is drawn beside a table of the same numbers.
      await page.getByRole("combobox", { name: "范围" }).selectOption({ label: "郑州·森林湖" });
      await page.waitForURL(/level=project/);
      // The section stays while its map comes anew: the company's map is on its way out, and no place to hold on to.
      await page.locator("#projects-by-class").scrollIntoViewIfNeeded();
      const map = page.getByRole("region", { name: /^项目 × 分类 \(/ });
      await expect.poll(() => map.getByRole("rowheader").allInnerTexts()).toEqual(["郑州·森林湖", "汇总"]);
      await page.locator("#months canvas").waitFor();
      await page.locator("#months").getByRole("rowheader", { name: month }).waitFor();
      // What is at the end of the page comes when one goes there.
      await page.getByRole("link", { name: "统计报表" }).click();
      await page.locator("#sheet").getByRole("columnheader", { name: "B 本月新增" }).waitFor();
    },
  },
  "/months/{month}/bulletin": {
    as: "headquarters",
    address: ({ month }) => `/months/${month}/bulletin?project=forest-lake`,
    ready: async (page) => {
      await page.getByRole("article").getByText("各管理处：").waitFor();
      await page.getByText("社区文化节已筹备。").waitFor();
    },
    walk: async (page) => {
      // What the project contests is ruled on in place, and both figures stand in the bulletin.
      const contests = page.getByRole("region", { name: "异议" });
      await contests.getByText("待裁定").waitFor();
      await contests.getByLabel("裁定说明").fill("属开发商保修范围，成立。");
      await contests.getByRole("button", { name: "裁定成立" }).click();
      await contests.locator(".chip", { hasText: /^成立$/ }).waitFor();
      const both = page.getByRole("table", { name: "异议裁定前后" });
      await both.getByRole("row", { name: /^任务/ }).waitFor();
      await page.getByText("四、异议裁定情况").waitFor();
      // Headquarters' own words are in the page as soon as they are saved, with the number they set.
      const own = page.getByRole("region", { name: "总部内容" });
      await own.getByLabel("通报标题").fill("九月客户投诉工作通报");
      await own.getByLabel("期号", { exact: true }).fill("9");
      await own.getByLabel("品质管理", { exact: true }).fill("开展电梯专项检查。");
      await own.getByRole("button", { name: "保存" }).click();
      await own.getByText("已保存").waitFor();
      await page.getByRole("article").getByRole("heading", { name: "九月客户投诉工作通报" }).waitFor();
      await page.getByText("品质管理部[2026]第9期").waitFor();
      // The month still runs: no office hears of half a month.
      await page.getByText("本期结束后才能发出通报。").waitFor();
      expect(await page.getByRole("button", { name: /发出通报$/ }).isDisabled()).toBe(true);
    },
  },
};
