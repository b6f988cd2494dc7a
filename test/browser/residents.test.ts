import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, test } from "vitest";
import * as z from "zod";
import type { reportPage } from "../../lib/contracts/residents/bodies.ts";
import { type Route, routes } from "../../lib/contracts/routes.ts";
import type { ResidentAct } from "../../lib/contracts/tracking/bodies.ts";
import type { Desk } from "../e2e/desk.ts";
import { findings, overflow } from "./accessible.ts";
import { openAtADesk } from "./at-a-desk.ts";
import { patienceMs, type TestBrowser } from "./browser.ts";

/** Every page a resident can be on, by the contracts: one that no journey visits does not compile. */
type PageName =
  | "start"
  | z.infer<typeof reportPage>
  | ResidentAct
  | "find"
  | "code"
  | "progress"
  | "rating"
  | "over"
  | "unknown"
  | "sheet"
  | "acknowledgement";
const names: Readonly<Record<PageName, true>> = {
  start: true,
  danger: true,
  photos: true,
  home: true,
  neighbours: true,
  contact: true,
  check: true,
  sent: true,
  privacy: true,
  find: true,
  code: true,
  progress: true,
  rating: true,
  over: true,
  unknown: true,
  sheet: true,
  acknowledgement: true,
  message: true,
  urge: true,
  withdraw: true,
};

/** Which of them an open route's page is; a new route without one fails the first test. */
const pageOf: Readonly<Record<string, PageName>> = {
  showReport: "start",
  tellMatter: "start",
  showReportPage: "check",
  answerReportPage: "check",
  showFind: "find",
  findComplaint: "code",
  showProgress: "progress",
  showAct: "message",
  takeAct: "over",
  showNotes: "unknown",
  showFile: "unknown",
  showRating: "rating",
  showSheet: "sheet",
  showAcknowledgement: "acknowledgement",
  acknowledge: "acknowledgement",
};

const morning = "2026-09-30T01:00:00.000Z";
const pictures = process.env["RESIDENT_PICTURES"];
const sign = `/r/forest-lake/${encodeURIComponent("8栋1单元电梯")}`;
const widths = [320, 360, 1440] as const;
/** 适老化: nothing to tap is lower than this in 大字版. */
const LARGE_TARGET = 60;

let desk: Desk;
let browser: TestBrowser;
openAtADesk(morning, async (opened) => {
  ({ desk, browser } = opened);
  for (const room of ["201", "301"])
    await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
      projectId: "forest-lake",
      sourceId: `neighbour-${room}`,
      matter: "电梯坏了，爬楼太累。",
      classCode: "1.2.2",
      complainant: { name: "住户示例", phone: `1380000${room}0` },
      location: { building: "8", unit: "1", room },
    });
  await desk.reacted();
});

async function open(script: boolean) {
  const context = await browser.browser.newContext({
    baseURL: desk.cloud.baseUrl,
    viewport: { width: 360, height: 740 },
    locale: "zh-CN",
    javaScriptEnabled: script,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The status of a page that says what to put right is no fault of the page.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(desk.cloud.baseUrl)) elsewhere.push(request.url());
  });
  return { context, page, complaints, elsewhere };
}

/** Ten questions of one household, and what follows: every page is met and looked at. */
async function walk(page: Page, look: (name: PageName) => Promise<void>): Promise<string> {
  const next = () => page.getByRole("button", { name: "下一步" }).click();
  await page.goto(sign);
  await look("start");
  await page.getByRole("link", { name: "个人信息如何使用" }).click();
  await look("privacy");
  await page.getByRole("link", { name: "返回" }).click();
  await next();
  await page.getByRole("link", { name: "请写下发生了什么" }).waitFor();
  await look("start");
  await page.getByLabel("投诉内容").fill("电梯坏了，刚才还困人。\n已经两天了 😤");
  // With script at once; without it on the next page.
  await look("start");
  await next();
  await page.getByRole("heading", { name: /请先打电话/ }).waitFor();
  await look("danger");
  await page.getByRole("link", { name: /继续$/ }).click();
  const photo = { name: "电梯.png", mimeType: "image/png", buffer: await page.screenshot() };
  await page.getByLabel("选择照片").setInputFiles([photo]);
  await page.getByRole("button", { name: "上传" }).click();
  await page.getByText(/电梯\.(png|jpg) \(/).waitFor();
  await look("photos");
  await next();
  await look("home");
  expect(await page.getByLabel("楼栋").inputValue()).toBe("8");
  await page.getByLabel("房号").fill("401");
  await next();
  await contactAndNeighbours(page, look);
  await look("check");
  await page.goBack();
  await page.getByLabel("电话", { exact: true }).waitFor();
  expect(await page.getByLabel("电话", { exact: true }).inputValue()).toBe("13800000009");
  await page.goForward();
  await page.getByRole("button", { name: "提交投诉" }).click();
  await page.getByRole("link", { name: /请勾选同意/ }).waitFor();
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByRole("button", { name: "提交投诉" }).click();
  await page.getByRole("heading", { name: "已收到您的投诉" }).waitFor();
  await look("sent");
  return (await page.locator(".no").innerText()).trim();
}

async function contactAndNeighbours(page: Page, look: (name: PageName) => Promise<void>) {
  if (await page.getByText("户已反映").isVisible()) {
    await look("neighbours");
    await page.getByRole("button", { name: "我也遇到，一起登记" }).click();
  }
  await look("contact");
  await page.getByLabel("留下联系方式，方便答复").check();
  await page.getByLabel("称呼").fill("业主示例");
  await page.getByLabel("电话", { exact: true }).fill("13800000009");
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByRole("heading", { name: "请核对后提交" }).waitFor();
}

/** What follows the receipt: the progress, and each act beside it. */
async function follow(page: Page, number: string, look: (name: PageName) => Promise<void>) {
  await page.getByRole("link", { name: "查看进度" }).click();
  await look("progress");
  const acts = [
    ["补充内容或照片", "message", "提交"],
    ["催办", "urge", "催办"],
    ["索取副本或删除个人信息", "privacy", "提交要求"],
  ] as const;
  for (const [label, name, button] of acts) {
    await page.getByRole("link", { name: label, exact: true }).click();
    await look(name);
    if (name === "privacy") await page.getByRole("radio").first().check();
    await page.getByRole("textbox").fill("请尽快");
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("heading", { name: "投诉进度" }).waitFor();
  }
  await page.getByText("今天已催办").waitFor();
  await page.getByRole("link", { name: "撤诉" }).click();
  await look("withdraw");
  await answeredAndRated(page, number, look);
  await foundAgain(page, number, look);
  for (const [name, address] of [
    ["unknown", `/t/${number}?secret=wrong`],
    ["sheet", `/public/sheets/${number}/handling-record`],
    ["acknowledgement", "/public/acknowledgements/unknown"],
  ] as const) {
    await page.goto(address);
    await look(name);
  }
}

/** The department answers; the complainant says why that is not enough (D13). */
async function answeredAndRated(page: Page, number: string, look: (name: PageName) => Promise<void>) {
  const secret = new URL(page.url()).searchParams.get("secret") ?? "";
  await resolved(number);
  await page.goto(`/t/${number}?secret=${secret}`);
  await look("progress");
  await page.getByRole("link", { name: "没有解决" }).click();
  await page.getByRole("button", { name: "提交评价" }).click();
  await page.getByRole("link", { name: /写下不满意的原因/ }).waitFor();
  await look("rating");
  await page.getByRole("textbox").fill("又停了");
  await page.getByRole("button", { name: "提交评价" }).click();
  await page.getByText("已收到您的评价").waitFor();
  await command(number, "lake-manager", "withdraw", { reason: "业主已搬走" });
  await page.goto(`/t/${number}/urge?secret=${secret}`);
  await page.getByRole("heading", { name: "这件投诉已经结束" }).waitFor();
  await look("over");
}

/** Number, last four digits, and the code that came by text message. */
async function foundAgain(page: Page, number: string, look: (name: PageName) => Promise<void>) {
  await page.goto("/t");
  await look("find");
  await page.getByLabel("编号").fill(number.toLowerCase());
  await page.getByLabel(/后四位/).fill("0009");
  await page.getByRole("button", { name: "获取短信验证码" }).click();
  await page.getByRole("heading", { name: "请输入短信验证码" }).waitFor();
  await look("code");
  await desk.reacted();
  const sent = await (await fetch(`${desk.cloud.baseUrl}/_local/messages`)).text();
  const [, code = ""] = new RegExp(`投诉 ${number} 查询验证码</h2><p>(\\d{6})，`).exec(sent) ?? [];
  await page.getByLabel("验证码").fill(code);
  await page.getByRole("button", { name: "查看进度" }).click();
  await page.getByRole("heading", { name: "投诉进度" }).waitFor();
}

const shown = z.looseObject({ id: z.string(), version: z.int() });
const show = async (number: string) =>
  shown.parse((await desk.client.asPerson("lake-supervisor", "GET", `/complaints/${number}`)).body);

async function resolved(number: string): Promise<void> {
  const given = { departmentId: "engineering", handlerId: "lake-engineering" };
  await command(number, "lake-supervisor", "assign", given);
  await command(number, "lake-engineering", "accept", {});
  await command(number, "lake-engineering", "resolve", {
    via: "phone",
    text: "已换好门机，试运行两小时正常。",
  });
}

async function command(number: string, person: string, name: string, body: object): Promise<void> {
  const { id, version } = await show(number);
  const path = `/complaints/${id}/commands/${name}`;
  const sent = { version, ...body };
  const answer = await desk.client.asPerson(person, "POST", path, sent, `${number}-${name}`);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

test("every page that anyone may open is among those that are looked at", () => {
  const list: readonly Route[] = routes;
  const open = list
    .filter(
      ({ who, answers, ...route }) =>
        // What members of WeCom see when they cannot sign in is a message in the same frame, and staff's.
        route.function !== "sign-in" &&
        who.kind === "open" &&
        Object.values(answers).some(({ kind }) => kind === "page"),
    )
    .map(({ id }) => id);
  expect(open.filter((id) => pageOf[id] === undefined)).toEqual([]);
});

describe("a resident's phone", () => {
  it("goes the whole way without script, and the complaint is there once", async () => {
    const { context, page, elsewhere } = await open(false);
    const seen = new Set<PageName>();
    const number = await walk(page, async (name) => void seen.add(name));
    await follow(page, number, async (name) => void seen.add(name));
    expect([...seen].sort()).toEqual(Object.keys(names).sort());
    expect(elsewhere).toEqual([]);
    await context.close();
  }, 120_000);

  it("with script: everybody can read and use every page at 320, 360 and 1,440 px, in large letters and at 30 px too", async () => {
    const { context, page, complaints, elsewhere } = await open(true);
    const seen: PageName[] = [];
    const look = async (name: PageName) => {
      const { url } = { url: page.url() };
      seen.push(name);
      await looked(page, `${String(seen.length).padStart(2, "0")}-${name}`);
      expect(page.url()).toBe(url);
    };
    const number = await walk(page, look);
    await follow(page, number, look);
    expect(complaints).toEqual([]);
    expect(elsewhere).toEqual([]);
    await context.close();
  }, 240_000);

  it("is used by keys alone, in English and large letters", async () => {
    const { context, page } = await open(true);
    await page.goto(`${sign}?lang=en&text=large`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Normal text");
    for (let n = 0; n < 20 && (await page.evaluate("document.activeElement.id")) !== "matter"; n += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.type("The corridor lamp is broken.");
    for (let n = 0; n < 5 && (await page.evaluate("document.activeElement.tagName")) !== "BUTTON"; n += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Do you have photos?" }).waitFor();
    await looked(page, "90-english-large");
    await context.close();
  });

  it("puts what a form cannot hold directly where files are kept, and the form names it", async () => {
    const { context, page, complaints } = await open(true);
    await page.goto(sign);
    await page.getByLabel("投诉内容").fill("墙皮脱落");
    await page.getByRole("button", { name: "下一步" }).click();
    const scan = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5_000_000, 32)]);
    const files = [{ name: "检测报告.pdf", mimeType: "application/pdf", buffer: scan }];
    await page.getByLabel("选择照片").setInputFiles(files);
    await page.getByText("照片已上传，请点按钮继续").waitFor();
    await page.getByRole("button", { name: "上传" }).click();
    await page.getByText("检测报告.pdf (5000 KB)").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("makes a photo of 40 megapixels small enough before it is sent", async () => {
    const { context, page } = await open(true);
    await page.goto(sign);
    await page.getByLabel("投诉内容").fill("墙皮脱落");
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByLabel("选择照片").waitFor();
    // A camera's picture, made by the browser itself: noise that does not compress.
    await page.evaluate(`new Promise((done) => {
      const canvas = document.createElement("canvas"); canvas.width = 7300; canvas.height = 5500;
      const context = canvas.getContext("2d");
      for (let n = 0; n < 60000; n++) { context.fillStyle = "#" + (n * 7919 % 4096).toString(16).padStart(3, "0"); context.fillRect(n * 6151 % 7300, n * 3571 % 5500, 90, 60); }
      canvas.toBlob((blob) => { const list = new DataTransfer(); list.items.add(new File([blob], "大.png", { type: "image/png" }));
        const input = document.getElementById("photos"); input.files = list.files; input.dispatchEvent(new Event("change")); done(blob.size); }, "image/png") })`);
    await page.getByRole("button", { name: "上传" }).click();
    await page.getByText(/大\.jpg \(/).waitFor();
    expect(Number(/大\.jpg \((\d+) KB/.exec(await page.content())?.[1])).toBeLessThan(4000);
    await context.close();
  });
});

async function looked(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  expect({ name, findings: await findings(page) }).toEqual({ name, findings: [] });
  const wire = await page.evaluate("performance.getEntriesByType('navigation')[0].transferSize");
  expect({ name, small: Number(wire) < 10_000 }).toEqual({ name, small: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    for (const size of ["", "137.5%", "30px"]) {
      await page.evaluate(`document.documentElement.style.fontSize = "${size}"`);
      expect({ name, width, size, overflow: await overflow(page) }).toEqual({
        name,
        width,
        size,
        overflow: 0,
      });
    }
    await page.evaluate(`document.documentElement.style.fontSize = ""`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(`document.documentElement.classList.add("large")`);
  expect({ name, small: await smallTargets(page) }).toEqual({ name, small: [] });
  expect({ name, findings: await findings(page) }).toEqual({ name, findings: [] });
  await shoot(page, `${name}-large`);
  await page.evaluate(`document.documentElement.classList.remove("large")`);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** What can be tapped and is lower than 60 px; a box or a dot counts with its label. */
async function smallTargets(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll("a,button,input:not([type=hidden]),textarea")]
    .filter((one) => one.tabIndex >= 0 && one.offsetParent !== null)
    .map((one) => ({ words: one.textContent || one.id, height: (one.closest("label") || one).getBoundingClientRect().height }))
    .filter(({ height }) => height < ${LARGE_TARGET})`);
}
