import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Desk } from "../../e2e/desk.ts";
import { findings, overflow } from "../accessible.ts";
import { openAtADesk } from "../at-a-desk.ts";
import { openWindow, sizes, type TestBrowser } from "../browser.ts";
import { signIn } from "../person.ts";
import { isErasedOnPhone, leftOnPhone } from "./forgotten.ts";
import { command, type HandlersJob, handler, makeJobs, photograph, recorded } from "./jobs.ts";
import { notesAroundRelease } from "./release.ts";
import { keptByWorker, openPhone } from "./window.ts";

const morning = "2026-09-30T01:00:00.000Z";
const largestPhoto = 300_000;
let desk: Desk;
let browser: TestBrowser;
let jobs: readonly HandlersJob[];

openAtADesk(morning, async (opened) => {
  ({ desk, browser } = opened);
  jobs = await makeJobs(desk, ["101", "201", "301", "401", "501"]);
});

const job = (index: number): HandlersJob => {
  const found = jobs[index];
  if (found === undefined) throw new Error(`no job ${index}`);
  return found;
};
const entries = (page: Page) => page.locator(".entry");
const allSent = (page: Page) => expect.poll(() => page.locator(".entry:not(.sent)").count()).toBe(0);

async function everybodyCanUseIt(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const size of [sizes.tablet, sizes.phone]) {
    await page.setViewportSize(size);
    expect({ size, overflow: await overflow(page) }).toEqual({ size, overflow: 0 });
  }
  // For gloves: whatever can be tapped is at least 44 px high.
  const low = await page.evaluate(
    `[...document.querySelectorAll("button, .button, textarea, .choice, .job, .head a, .foot a")]
      .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 44)
      .map((one) => one.textContent)`,
  );
  expect(low).toEqual([]);
}

describe("the handler's phone", () => {
  it("shows the jobs by what is due first, and does a whole one: accept, photo, progress, signature, done, next", async () => {
    const { context, page, complaints } = await openPhone(browser, desk);
    await page.getByText("二期 8栋 1单元 101室").waitFor();
    expect(await page.locator(".job").count()).toBe(5);
    await page
      .getByText(/接单 还剩2小时/)
      .first()
      .waitFor();
    await everybodyCanUseIt(page);
    await page.getByText("二期 8栋 1单元 101室").click();
    await page.waitForURL(`**/m/c/${job(0).id}`);
    await everybodyCanUseIt(page);

    await page.getByRole("button", { name: "接单" }).click();
    await page.getByRole("button", { name: "接单" }).waitFor({ state: "detached" });
    await page.getByLabel(/到场拍照/).setInputFiles(photograph(1600, 1200, 7));
    await expect.poll(() => entries(page).count()).toBe(2);

    await page.getByRole("button", { name: "记进展" }).click();
    await everybodyCanUseIt(page);
    await page.getByLabel("说明").fill("换了 DN50 弯头，试水不漏。");
    await page.getByRole("button", { name: /客户签字/ }).click();
    const pad = page.locator("canvas");
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (box === null) throw new Error("no pad");
    await page.mouse.move(box.x + 30, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 90, { steps: 5 });
    await page.mouse.up();
    await page.getByRole("button", { name: "签好了" }).click();
    await page.getByText(/客户签字 .*png/).waitFor();
    // The camera of many phones ends the page: what was begun is still there.
    await page.reload();
    await page.getByRole("button", { name: "记进展" }).click();
    await page.getByText(/客户签字 .*png/).waitFor();
    expect(await page.getByLabel("说明").inputValue()).toContain("DN50");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.getByRole("button", { name: /打电话/ }).click();
    await page.getByRole("link", { name: /13800000003/ }).waitFor();
    expect((await recorded(desk, job(0).id)).calls).toHaveLength(1);

    await page.getByRole("button", { name: "完成" }).click();
    await page.getByLabel("说明").fill("已修好，客户在场确认。");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByText("✓ 已完成").waitFor();
    // For ten seconds it can be called back, with its words, before the customer is told.
    await page.getByRole("button", { name: /^撤销/ }).click();
    await page.getByRole("button", { name: "完成", exact: true }).click();
    await expect.poll(() => page.getByLabel("说明").inputValue()).toBe("已修好，客户在场确认。");
    expect((await recorded(desk, job(0).id)).events.map(({ type }) => type)).not.toContain("resolved");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByText("✓ 已完成").waitFor();
    await everybodyCanUseIt(page);
    await page.getByRole("button", { name: "立即发出" }).click();
    await allSent(page);
    const { events } = await recorded(desk, job(0).id);
    const mine = events.filter(({ by }) => by.id === handler).map(({ type }) => type);
    expect(mine.filter((type) => !type.startsWith("clock"))).toEqual([
      "accepted",
      "progressed",
      "attachmentsStored",
      "progressed",
      "attachmentsStored",
      "resolved",
    ]);
    const sizesOfFiles = events.flatMap(({ facts }) => facts.files?.map(({ size }) => size) ?? []);
    expect(sizesOfFiles).toHaveLength(2);
    for (const size of sizesOfFiles) expect(size).toBeLessThanOrEqual(largestPhoto);
    await page.getByRole("link", { name: /下一件/ }).click();
    await page.getByText("二期 8栋 1单元 201室").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  }, 120_000);

  it("asks for the jobs while the application is still on its way, and uses the answers", async () => {
    const signedIn = await openPhone(browser, desk);
    const storageState = await signedIn.context.storageState();
    await signedIn.context.close();
    const context = await browser.browser.newContext({ storageState, baseURL: desk.cloud.baseUrl });
    await context.clock.setFixedTime(desk.cloud.engine.now());
    const page = await context.newPage();
    const asked: string[] = [];
    // Each is answered once: who asked again would have no answer.
    await page.route(/\/(?:projects|complaints\?.*)$/, (route) => {
      const { pathname } = new URL(route.request().url());
      const isFirst = !asked.includes(pathname);
      asked.push(pathname);
      return isFirst ? route.continue() : route.abort();
    });
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/assets\/m-/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/m", { waitUntil: "commit" });
    await expect.poll(() => asked).toEqual(["/projects", "/complaints"]);
    letGo();
    await page.locator(".job").first().waitFor();
    await context.close();
  });

  it("opens cold without signal, says that its clock is a day ahead, and sends when there is signal", async () => {
    const day = 86_400_000;
    const { context, page } = await openPhone(browser, desk, day);
    await page.getByText(/手机时间快了1天/).waitFor();
    await context.setOffline(true);
    await page.goto(`/m/c/${job(1).id}`);
    await page.getByText("没有信号，照常办").waitFor();
    await page.getByText(/手机时间快了1天/).waitFor();
    await page.getByRole("button", { name: "接单" }).click();
    await page.getByText("… 待发").waitFor();
    await everybodyCanUseIt(page);
    await page.getByRole("button", { name: /打电话/ }).click();
    await page.getByText("没有信号，看不到号码").waitFor();
    await context.setOffline(false);
    await allSent(page);
    const { events } = await recorded(desk, job(1).id);
    const accepted = events.find(({ type }) => type === "accepted");
    expect(Math.abs((accepted?.device?.aheadBySeconds ?? 0) - 86_400)).toBeLessThan(60);
    await context.close();
  });

  it("a session that has run out keeps everything, asks to sign in, and goes on", async () => {
    const { context, page } = await openPhone(browser, desk);
    await context.setOffline(true);
    await page.goto(`/m/c/${job(2).id}`);
    await page.getByRole("button", { name: "接单" }).click();
    await page.getByText("… 待发").waitFor();
    // What the issuer gave is good no more, and it renews nothing.
    await page.evaluate(`{
      const { refreshToken, ...tokens } = JSON.parse(localStorage.getItem("jiesu.m.tokens"));
      localStorage.setItem("jiesu.m.tokens", JSON.stringify({ ...tokens, expiresAt: 0 }));
    }`);
    await page.reload();
    await page.getByText("… 待发").waitFor();
    await context.setOffline(false);
    await page.getByText("登录过期了，内容都在").waitFor();
    await page.getByRole("button", { name: "登录" }).click();
    await page.waitForURL(/\/_local\/oidc\/authorize/);
    await page.locator(`button[value="${handler}"]`).click();
    await page.waitForURL(`**/m/c/${job(2).id}`);
    await page.getByText("✓ 已发").waitFor();
    expect((await recorded(desk, job(2).id)).events.map(({ type }) => type)).toContain("accepted");
    await context.close();
  });

  it("a page that was on its way when the worker began is kept too", async () => {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl, "phone");
    await context.clock.setFixedTime(desk.cloud.engine.now());
    const late = await context.newPage();
    const arrives = Promise.withResolvers<void>();
    await late.route("**/m", async (route) => {
      await arrives.promise;
      await route.continue();
    });
    const coming = late.goto("/m");
    await signIn(page, handler, "/m");
    await expect.poll(() => keptByWorker(page)).toBe(true);
    arrives.resolve();
    await coming;
    await expect.poll(() => keptByWorker(late)).toBe(true);
    await context.close();
  });

  it("shows what changed where a colleague was faster, keeps the work, and does what the person decides", async () => {
    const { context, page } = await openPhone(browser, desk);
    await context.setOffline(true);
    await page.goto(`/m/c/${job(3).id}`);
    await page.getByRole("button", { name: "完成" }).click();
    await page.getByLabel("说明").fill("已疏通。");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByText("… 待发").waitFor();
    await page.getByRole("button", { name: "立即发出" }).click();
    await command(desk, job(3).id, "customer-message", { text: "又漏了，比早上还大" });
    await context.setOffline(false);
    await page.getByText("! 需您决定").waitFor();
    await page.getByText("又漏了，比早上还大").waitFor();
    await everybodyCanUseIt(page);
    await page.getByRole("button", { name: "改为备注留下" }).click();
    await page.getByText("✓ 已发").waitFor();
    const { events } = await recorded(desk, job(3).id);
    expect(events.map(({ type }) => type)).not.toContain("resolved");
    expect(events.find(({ type }) => type === "noted")?.texts["text"]).toContain("已疏通");
    await context.close();
  });

  it("tells nothing more of a person who was erased once it has heard of it", async () => {
    expect(await isErasedOnPhone(browser, desk)).toBe(true);
  }, 60_000);

  it("forgets after two weeks without the server what it only knows, and at once whoever leaves; never what waits", async () => {
    expect(await leftOnPhone(browser, desk)).toEqual([]);
  }, 60_000);

  it("a release while the phone has no signal: the old page sends what it has, the new one what is left, each once", async () => {
    const phone = await openPhone(browser, desk);
    const tokens = String(await phone.page.evaluate("localStorage.getItem('jiesu.m.tokens')"));
    await phone.context.close();
    const notes = await notesAroundRelease(browser, desk, job(4), tokens);
    // The first two were written at one moment of the phone's clock.
    expect(notes).toHaveLength(3);
    expect(new Set(notes)).toEqual(new Set(["旧版里写的备注", "旧版留下的备注", "换版前写的备注"]));
  }, 120_000);
});
