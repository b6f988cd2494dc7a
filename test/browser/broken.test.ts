import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as z from "zod";
import { newDirectory, removeDirectory } from "../e2e/desk.ts";
import { openBrowser, openWindow, patienceMs, type TestBrowser } from "./browser.ts";
import { signIn } from "./person.ts";

const start = join(import.meta.dirname, "..", "..", "infra", "local", "start.ts");
let directory: string;
let child: ChildProcess | undefined;
let browser: TestBrowser;
let address: string;
let complaint: string;

beforeAll(async () => {
  directory = await newDirectory();
  browser = await openBrowser();
  address = await started("0", "--at", "2026-10-12T01:00:00Z");
  complaint = await registered();
}, 180_000);
afterAll(async () => {
  child?.kill("SIGKILL");
  await browser.close();
  await removeDirectory(directory);
});

/** `npm start` on the test's folder as a process of its own; resolves to the address it prints. */
async function started(port: string, ...further: string[]): Promise<string> {
  const args = ["--data", directory, "--port", port, "--smtp-port", "0", ...further];
  child = spawn(process.execPath, [start, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const found = /API\s+(http:\/\/\S+)/.exec(printed)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`npm start ended without an address:\n${printed}`);
}

/** Registered at the desk by a person, through the page. */
async function registered(): Promise<string> {
  const { context, page } = await openWindow(browser, address);
  await signIn(page, "lake-front-desk", "/new");
  await page.getByLabel("投诉内容").fill("二期 8 栋电梯停运。");
  await page.getByLabel("投诉内容").press("Control+Enter");
  await page.getByText("✓ 已登记").waitFor();
  const path = await page.getByRole("link", { name: "打开" }).getAttribute("href");
  await context.close();
  if (path === null) throw new Error("the new complaint has no address");
  return path;
}

const form = (page: Page) => page.getByRole("dialog", { name: /^备注/ });
async function note(page: Page, text: string): Promise<void> {
  await openNote(page);
  await form(page).getByLabel("内容").fill(text);
}
async function openNote(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "备注", exact: true });
  // Which actions are likeliest changes while the page learns more of the complaint, and with it where the button is.
  await vi.waitFor(
    async () => {
      if (!(await button.isVisible())) await page.getByText("更多操作").click({ timeout: 2000 });
      await button.click({ timeout: 2000 });
    },
    { timeout: patienceMs },
  );
}
const submit = (page: Page) => form(page).getByRole("button", { name: "提交" }).click();
const timesIn = async (page: Page, text: string) =>
  (await page.getByRole("region", { name: "经过" }).innerText()).split(text).length - 1;

async function withWindow(walk: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const { context, page } = await openWindow(browser, address);
  try {
    await signIn(page, "lake-manager", complaint);
    await page.getByText("更多操作").waitFor();
    await walk(page, context);
  } finally {
    await context.close();
  }
}

it("SIGKILL of the server under an open page: the page says so, keeps what was typed, and goes on by itself", async () => {
  await withWindow(async (page) => {
    const bar = page.getByRole("alert").filter({ hasText: "连不上服务器" });
    await note(page, "服务器中断前写下的备注");
    const port = new URL(address).port;
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGKILL");
    await ended;
    await bar.waitFor({ state: "attached" });
    await submit(page);
    await form(page).getByText("网络断开").waitFor();
    expect(await started(port)).toBe(address);
    await bar.waitFor({ state: "detached" });
    expect(await form(page).getByLabel("内容").inputValue()).toBe("服务器中断前写下的备注");
    await submit(page);
    await form(page).waitFor({ state: "detached" });
    await page.getByText("服务器中断前写下的备注").waitFor();
    expect(await timesIn(page, "服务器中断前写下的备注")).toBe(1);
  });
}, 120_000);

it("an answer that is lost: sent again it is done once; changed since, the page says that the first has arrived", async () => {
  await withWindow(async (page) => {
    const loseTheNextAnswer = () =>
      page.route(
        "**/commands/note",
        async (route) => {
          await route.fetch();
          await route.abort("connectionreset");
        },
        { times: 1 },
      );
    await note(page, "第一条备注");
    await loseTheNextAnswer();
    await submit(page);
    await form(page).getByText("网络断开").waitFor();
    await submit(page);
    await form(page).waitFor({ state: "detached" });
    await page.getByText("第一条备注").waitFor();
    expect(await timesIn(page, "第一条备注")).toBe(1);

    await note(page, "第二条备注");
    await loseTheNextAnswer();
    await submit(page);
    await form(page).getByText("网络断开").waitFor();
    await form(page).getByLabel("内容").fill("第二条备注，补充一句");
    await submit(page);
    await form(page).getByText("上一次提交其实已经送达").waitFor();
    expect(await form(page).getByLabel("内容").inputValue()).toBe("第二条备注，补充一句");
    await submit(page);
    await form(page).waitFor({ state: "detached" });
    await page.getByText("第二条备注，补充一句").waitFor();
    // What was given stands there at once, the history with both a moment later.
    await expect.poll(() => timesIn(page, "第二条备注")).toBe(2);
  });
});

it("two tabs: what is typed in one is not in the other, each sends its own, and both show what happened", async () => {
  await withWindow(async (page, context) => {
    const other = await context.newPage();
    await signIn(other, "lake-manager", complaint);
    await note(page, "左边窗口的备注");
    await note(other, "右边窗口的备注");
    expect(await form(page).getByLabel("内容").inputValue()).toBe("左边窗口的备注");
    await submit(page);
    await form(page).waitFor({ state: "detached" });
    await submit(other);
    await form(other).getByText("没有您能看到的字段变化").waitFor();
    await submit(other);
    await form(other).waitFor({ state: "detached" });
    for (const tab of [page, other]) {
      await tab.getByText("左边窗口的备注").waitFor();
      await tab.getByText("右边窗口的备注").waitFor();
    }
    // What a closed tab has left is offered by the next that opens the form.
    await note(other, "关掉的窗口里没发出的备注");
    await other.close();
    await openNote(page);
    await form(page).getByText("已恢复上次未提交的内容").waitFor();
    expect(await form(page).getByLabel("内容").inputValue()).toBe("关掉的窗口里没发出的备注");
  });
});

it("a machine whose clock is a day fast: it is said, and the countdowns go by the server's time", async () => {
  const { context, page } = await openWindow(browser, address);
  // Elsewhere than here the server's clock is the right one.
  await page.route("**/config.json", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), stage: "prod" } });
  });
  const config = z.object({ now: z.string() }).parse(await (await fetch(`${address}/config.json`)).json());
  const ahead = Date.parse(config.now) + 86_400_000 + 1_800_000 - Date.now();
  await context.addInitScript(
    `{ const Real = Date; const ahead = ${ahead};
       globalThis.Date = class extends Real {
         constructor(...given) { if (given.length === 0) super(Real.now() + ahead); else super(...given); }
         static now() { return Real.now() + ahead; }
       }; }`,
  );
  await signIn(page, "lake-manager", complaint);
  await page.getByText("这台设备的时钟快了1天").waitFor();
  await page
    .getByText(/首次回复 剩 23小时/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "知道了" }).click();
  await page.getByText("这台设备的时钟快了").waitFor({ state: "detached" });
  expect(await page.getByText("这台设备的时钟快了").count()).toBe(0);
  await context.close();
});

it("10,000 characters are neither cut nor lost: the form says by how much it is too long", async () => {
  const { context, page } = await openWindow(browser, address);
  await signIn(page, "lake-front-desk", "/new");
  const matter = page.getByLabel("投诉内容");
  await matter.fill("长".repeat(10_000));
  await page.getByText("超出 6000 字，最多 4000 字").waitFor();
  await matter.press("Control+Enter");
  expect((await matter.inputValue()).length).toBe(10_000);
  expect(await page.getByText("✓ 已登记").count()).toBe(0);
  await matter.fill("长".repeat(4000));
  await matter.press("Control+Enter");
  await page.getByText("✓ 已登记").waitFor();
  await context.close();
});
