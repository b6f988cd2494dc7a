import type { Page } from "playwright-core";
import { afterAll, describe, expect, it, test } from "vitest";
import * as z from "zod";
import type { Desk } from "../e2e/desk.ts";
import { findings, overflow } from "./accessible.ts";
import { answered } from "./answered.ts";
import { openAtADesk } from "./at-a-desk.ts";
import { openWindow, sizes, type TestBrowser } from "./browser.ts";
import { journeys } from "./journeys.ts";
import { largeMonth } from "./months/large-month.ts";
import { signIn } from "./person.ts";
import { makeSamples, type Samples } from "./samples.ts";

/** Wednesday before the National Day holiday: 1–7 October are holidays, Saturday the 10th is worked. */
const morning = "2026-09-30T01:00:00.000Z";
let desk: Desk;
let browser: TestBrowser;
let samples: Samples;

openAtADesk(morning, async (opened) => {
  ({ desk, browser } = opened);
  samples = await makeSamples(desk);
});

describe("every page of the desk", () => {
  // Whoever works at a desk stays signed in all day, in one window: what one page has loaded, the next one finds there.
  const windows = new Map<string | null, Awaited<ReturnType<typeof openWindow>>>();
  afterAll(async () => {
    for (const { context } of windows.values()) await context.close();
  });
  const windowAt = async (person: string | null, address: string) => {
    const kept = windows.get(person);
    const window = kept ?? (await openWindow(browser, desk.cloud.baseUrl));
    windows.set(person, window);
    window.complaints.length = 0;
    if (kept === undefined && person !== null) await signIn(window.page, person, address);
    else await window.page.goto(address);
    return window;
  };

  it.each(Object.entries(journeys))(
    "%s: everybody can read and use it, and its journey works",
    async (_path, journey) => {
      const { page, complaints } = await windowAt(journey.as, journey.address(samples));
      await journey.ready(page);
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await findings(page, scheme === "light" ? "all" : "colours")).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: "light" });
      for (const size of [sizes.phone, sizes.tablet, sizes.desk]) {
        await page.setViewportSize(size);
        expect({ size, overflow: await overflow(page) }).toEqual({ size, overflow: 0 });
      }
      await journey.walk(page, desk, samples).catch(async (error: unknown) => {
        const failures = desk.failures.join("\n");
        throw new Error(`${page.url()}\n${failures}\n${await page.locator("body").innerText()}`, {
          cause: error,
        });
      });
      expect(complaints).toEqual([]);
    },
  );
});

describe("several people at one desk", () => {
  it("a colleague's change comes into the inbox by itself (it asks every two seconds), and what is over leaves it", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    const complaint = await anotherOne();
    await signIn(page, "lake-manager", "/");
    const row = page.locator("li", { hasText: "路灯不亮" });
    await row.getByText("未指派").waitFor();
    await given(complaint, "assign", { departmentId: "engineering", handlerId: "lake-engineering" });
    await row.getByText("工程部", { exact: true }).waitFor();
    await given(complaint, "withdraw", { reason: "客户撤诉" });
    await row.waitFor({ state: "detached" });
    expect(await row.count()).toBe(0);
    await context.close();
  });

  const anotherOne = async () => {
    const body = { projectId: "forest-lake", sourceId: "live", matter: "一期路灯不亮。" };
    const made = await desk.client.asSystem("call-centre", "/channels/phone/complaints", body);
    return z.looseObject({ id: z.string() }).parse(made.body).id;
  };
  const given = async (id: string, command: string, body: object) => {
    const seen = await desk.client.asPerson("lake-supervisor", "GET", `/complaints/${id}`);
    const { version } = z.looseObject({ version: z.int() }).parse(seen.body);
    const path = `/complaints/${id}/commands/${command}`;
    const answer = await desk.client.asPerson(
      "lake-supervisor",
      "POST",
      path,
      { version, ...body },
      `live-${command}`,
    );
    expect(answer).toMatchObject({ status: 200 });
  };
});

describe("files", () => {
  /** The smallest picture there is, each of another length. */
  const picture = (n: number) => ({
    name: `照片${n}.png`,
    mimeType: "image/png",
    buffer: Buffer.concat([
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
      Buffer.alloc(n),
    ]),
  });

  it("fifty photos of a letter while one types and the network is lost in between: none is left behind, and the complaint shows them", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(page, "lake-front-desk", "/new");
    await page.getByRole("radio", { name: "信函" }).check();
    await page.getByLabel("原件存放处").fill("客服中心 3 号柜");
    const arrived = page.getByText(/✓ 照片\d+\.png/);
    await page.getByLabel("选择照片或文件").setInputFiles(Array.from({ length: 51 }, (_, n) => picture(n)));
    // What arrives between two keystrokes takes nothing of what is typed, and the other way round.
    await page.getByLabel("投诉内容").pressSequentially("来信反映外墙渗水，附照片五十张，请逐张查看。");
    await expect.poll(() => arrived.count()).toBeGreaterThan(5);
    await context.setOffline(true);
    await page.getByRole("alert").filter({ hasText: "有文件没有上传成功" }).waitFor();
    // Without them the letter is not whole: it is not sent.
    await page.getByRole("button", { name: "登记", exact: true }).click();
    expect(await page.getByText("✓ 已登记").count()).toBe(0);
    await context.setOffline(false);
    // They go on by themselves.
    await expect.poll(() => arrived.count()).toBe(51);
    await page.getByRole("button", { name: "移除 照片50.png" }).click();
    expect(await page.getByLabel("投诉内容").inputValue()).toBe(
      "来信反映外墙渗水，附照片五十张，请逐张查看。",
    );
    await page.getByRole("button", { name: "登记", exact: true }).click();
    await page.getByText("✓ 已登记").waitFor();
    await page.getByRole("link", { name: "打开" }).click();
    await page.getByRole("heading", { name: "附件 50" }).waitFor();
    await page.getByRole("img", { name: "照片0.png" }).waitFor();
    const drawn = "document.querySelector('.gallery img').naturalWidth";
    await expect.poll(() => page.evaluate(drawn)).toBe(1);
    // The last one is drawn once it is looked at, and each can be turned to.
    await page.locator(".gallery li").nth(49).scrollIntoViewIfNeeded();
    await page.locator(".gallery li").nth(49).locator("img").waitFor();
    await page.getByRole("button", { name: "照片0.png" }).click();
    await page.getByRole("dialog", { name: /^照片0\.png · \d+ \/ 50$/ }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page
      .getByRole("dialog", { name: / \/ 50$/ })
      .filter({ hasNotText: "照片0.png" })
      .waitFor();
    await context.close();
  }, 90_000);

  it("a file that is refused says why, does not hold up the others, and the form waits for what is on its way", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(page, "lake-manager", `/c/${samples.phone}?do=note`);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("内容").fill("现场照片");
    const program = { name: "清单.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") };
    await dialog.getByLabel("选择照片或文件").setInputFiles([program, picture(60)]);
    await dialog.getByText("✓ 照片60.png").waitFor();
    await dialog.getByText("可接受图片、音频、视频、PDF").waitFor();
    // A file that did not arrive is not left out in silence.
    await dialog.getByRole("button", { name: "提交" }).click();
    await dialog.getByRole("alert").filter({ hasText: "有文件没有上传成功" }).waitFor();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole("button", { name: "取消 清单.exe" }).click();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/uploads/**", async (route) => {
      await held;
      await route.continue();
    });
    await dialog.getByLabel("选择照片或文件").setInputFiles([picture(61)]);
    await dialog.getByText("正在上传，请稍候再提交").waitFor();
    await dialog.getByRole("button", { name: "提交" }).click();
    expect(await dialog.isVisible()).toBe(true);
    letGo();
    await dialog.getByText("✓ 照片61.png").waitFor();
    await dialog.getByRole("button", { name: "提交" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "附件 2" }).waitFor();
    // Given once: loading the page again asks for no second note.
    expect(new URL(page.url()).search).toBe("");
    await context.close();
  });
});

test("a month of 500 projects takes less than 1.5 seconds of the processor, and every row of it at a tap as well", async () => {
  const { opened, all } = await largeMonth(browser, desk, samples);
  expect(opened).toBeLessThan(1500);
  expect(all).toBeLessThan(1500);
});

describe("when something goes wrong", () => {
  const form = (page: Page) => page.getByRole("dialog", { name: /^(备注|回复客户)/ });
  const note = async (page: Page, text: string) => {
    await page.getByRole("button", { name: "备注", exact: true }).click();
    await form(page).getByLabel("内容").fill(text);
  };
  const submit = (page: Page) => form(page).getByRole("button", { name: "提交" }).click();
  const notes = async (text: string) => {
    const { body } = await desk.client.asPerson(
      "lake-manager",
      "GET",
      `/complaints/${samples.phone}/history`,
    );
    return JSON.stringify(body).split(text).length - 1;
  };

  it("a lost network keeps what was typed, and sending again records it once", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(page, "lake-manager", `/c/${samples.phone}`);
    await note(page, "断网时写下的备注");
    await context.setOffline(true);
    await submit(page);
    await form(page).getByText("网络断开").waitFor();
    await context.setOffline(false);
    await submit(page);
    await form(page).waitFor({ state: "detached" });
    expect(await notes("断网时写下的备注")).toBe(1);
    await context.close();
  });

  it("a colleague who was faster is shown field by field, and what was typed stays", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(page, "lake-manager", `/c/${samples.phone}`);
    await note(page, "同时写下的备注");
    const seen = await desk.client.asPerson("lake-supervisor", "GET", `/complaints/${samples.phone}`);
    const { version } = z.looseObject({ version: z.int() }).parse(seen.body);
    const classify = { version, classCode: "1.2.2", level: "C" };
    const path = `/complaints/${samples.phone}/commands/classify`;
    expect((await desk.client.asPerson("lake-supervisor", "POST", path, classify, "faster")).status).toBe(
      200,
    );
    await submit(page);
    const seenChange = form(page).getByRole("row").filter({ hasText: "级别" });
    await seenChange.filter({ hasText: "C 一般投诉" }).waitFor();
    expect(await form(page).getByLabel("内容").inputValue()).toBe("同时写下的备注");
    await submit(page);
    await form(page).waitFor({ state: "detached" });
    await context.close();
  });

  const replyForm = async (page: Page, text: string) => {
    await page.getByRole("button", { name: "回复客户" }).first().click();
    await page.getByLabel("方式").selectOption({ label: "电话" });
    await page.getByLabel("告知客户的内容").fill(text);
    await answered(page, () => submit(page));
  };
  const elevenSeconds = () => desk.cloud.engine.advanceTo(desk.cloud.engine.now() + 11_000);

  it("a reply can be called back for ten seconds, with its text; else it leaves though the page is closed", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(page, "lake-manager", `/c/${samples.phone}`);
    await replyForm(page, "稍等，还要再想想。");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => page.getByLabel("告知客户的内容").inputValue()).toBe("稍等，还要再想想。");
    await elevenSeconds();
    expect(await notes("稍等，还要再想想")).toBe(0);
    await page.getByLabel("告知客户的内容").fill("明天上午到场检修。");
    await answered(page, () => submit(page));
    await page.getByRole("button", { name: "立即发出" }).waitFor();
    await context.close();
    expect(await notes("明天上午到场检修")).toBe(0);
    await elevenSeconds();
    expect(await notes("明天上午到场检修")).toBe(1);
  });

  it("a reply that could not leave, with the page closed, is shown wherever its person opens the desk next, text and all", async () => {
    const first = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(first.page, "lake-manager", `/c/${samples.phone}`);
    await replyForm(first.page, "维保单位下午两点到。");
    await first.page.getByRole("button", { name: "撤销" }).waitFor();
    await first.context.close();
    const seen = await desk.client.asPerson("lake-supervisor", "GET", `/complaints/${samples.phone}`);
    const { version } = z.looseObject({ version: z.int() }).parse(seen.body);
    const path = `/complaints/${samples.phone}/commands/note`;
    await desk.client.asPerson(
      "lake-supervisor",
      "POST",
      path,
      { version, text: "已联系维保" },
      "faster-note",
    );
    await elevenSeconds();
    expect(await notes("维保单位下午两点到")).toBe(0);
    // Another browser, which knows nothing of what was typed.
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(page, "lake-manager", "/mine");
    const toast = page.getByRole("alert").filter({ hasText: "没有提交" });
    await toast.getByRole("button", { name: "打开" }).click();
    await page.getByLabel("告知客户的内容").waitFor();
    await expect.poll(() => page.getByLabel("告知客户的内容").inputValue()).toBe("维保单位下午两点到。");
    await answered(page, () => submit(page));
    await answered(page, () => page.getByRole("button", { name: "立即发出" }).click());
    await page.getByText("✓ 回复客户").waitFor();
    expect(await notes("维保单位下午两点到")).toBe(1);
    await context.close();
  });

  it("an expired session loses nothing: one signs in beside the page, and the command goes on", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    await signIn(page, "lake-manager", `/c/${samples.phone}`);
    await note(page, "登录过期前写下的备注");
    // What the servers say to a page that slept longer than its refresh token lives.
    const gone = { status: 400, json: { error: "invalid_grant" } };
    await page.route("**/oidc/token", (route) => route.fulfill(gone));
    await page.route("**/commands/note", (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
    await submit(page);
    await page.getByText("登录已过期").waitFor();
    const [popup] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("button", { name: "重新登录" }).click(),
    ]);
    await popup.locator('button[value="lake-manager"]').click();
    await form(page).waitFor({ state: "detached" });
    expect(await notes("登录过期前写下的备注")).toBe(1);
    await context.close();
  });
});
