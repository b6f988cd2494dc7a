import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalCloud } from "../../infra/local/host/index.ts";
import { startLocalCloud } from "../../infra/local/host/index.ts";
import { synthesize } from "../../infra/local/synth.ts";
import { installSmall, openStore } from "../../infra/ops/store.ts";
import { isProblem } from "../../lib/app/problems/problem.ts";
import { makeSetupCode } from "../../lib/app/setup/code.ts";
import { newDirectory, removeDirectory } from "../e2e/desk.ts";
import { findings } from "./accessible.ts";
import { openBrowser, openWindow, type TestBrowser } from "./browser.ts";
import { signIn } from "./person.ts";

let cloud: LocalCloud;
let browser: TestBrowser;
let directory: string;
let code = "";
const failures: string[] = [];

beforeAll(async () => {
  directory = await newDirectory();
  browser = await openBrowser();
  cloud = await startLocalCloud({
    assembly: await synthesize(),
    directory,
    at: Date.parse("2026-10-12T01:00:00.000Z"),
    // An empty table, an account at the issuer, and the operator's code.
    seed: {
      import: async ({ env }) => {
        await installSmall(env);
        const made = await makeSetupCode(await openStore(env));
        if (isProblem(made)) throw new Error(made.problem);
        ({ code } = made);
        return { users: [{ id: "founder", name: "创始人", post: "总部" }], channelKeys: [] };
      },
      connect: async () => undefined,
    },
    onFailure: (where, { errorMessage }) => failures.push(`${where}: ${errorMessage}`),
    onBroken: (error) => failures.push(String(error)),
  });
}, 300_000);
afterAll(async () => {
  await cloud.close();
  await browser.close();
  await removeDirectory(directory);
});

test("from an empty table to the first complaint, with people and a roster", async () => {
  const { context, page } = await openWindow(browser, cloud.baseUrl);
  await signIn(page, "founder", "/setup");
  await page.getByText("这里还没有公司").waitFor();
  expect(await findings(page)).toEqual([]);
  const say = async (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await say("一次性代码", "AAAAA-AAAAA-AAAAA-AAAAA");
  await say("公司名称", "新物业公司");
  await say("姓名", "创始人");
  await say("邮箱", "founder@new.example");
  await say("项目名称", "新城一期");
  await say("代号（字母、数字，用于网址，不可改）", "new-town");
  await say("区域", "华东");
  await say("城市", "上海");
  await say("建筑面积（㎡）", "82000");
  await page.getByRole("button", { name: "开始使用" }).click();
  await page.getByRole("alert").getByText("代码不对、已过期或已被他人使用").waitFor();
  await say("一次性代码", code.toLowerCase());
  await page.getByRole("button", { name: "开始使用" }).click();
  await page.getByText("✓ 新城一期").waitFor();
  expect(await findings(page)).toEqual([]);

  for (const [account, post] of [
    ["supervisor", "客服主管"],
    ["pm", "项目经理"],
  ] as const) {
    await say("账号", account);
    await say("姓名", `${account}示例`);
    await say("邮箱", `${account}@new.example`);
    await page.getByLabel("岗位", { exact: true }).selectOption({ label: post });
    await page.getByRole("button", { name: "添加人员" }).click();
    await page
      .getByRole("listitem")
      .filter({ hasText: `（${account}）${post}` })
      .first()
      .waitFor();
  }

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载样表" }).click(),
  ]);
  const sample = await readFile(await download.path());
  await page.getByRole("link", { name: "去导入" }).click();
  await page.getByRole("button", { name: /导入/ }).first().click();
  await page
    .getByRole("dialog")
    .locator("input[type=file]")
    .setInputFiles({ name: "值班表.csv", mimeType: "text/csv", buffer: sample });
  await page.getByRole("button", { name: "确认导入，替换本月值班表" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.goto("/new");
  await page.getByLabel("投诉内容").fill("单元门禁失灵，进不了楼。");
  await page.getByLabel("电话", { exact: true }).fill("13800000001");
  await page.getByLabel("投诉内容").press("Control+Enter");
  await page.getByText("✓ 已登记").waitFor();
  expect(failures).toEqual([]);
  // The code stands in no log and in no table.
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const { parentPath, name } of files)
    expect([name, (await readFile(join(parentPath, name))).includes(code)]).toEqual([name, false]);
  await context.close();
}, 120_000);
