import { expect, it } from "vitest";
import * as z from "zod";
import { type Desk, mailsAbout } from "../e2e/desk.ts";
import { overflow } from "./accessible.ts";
import { answered } from "./answered.ts";
import { openAtADesk } from "./at-a-desk.ts";
import { openWindow, type TestBrowser } from "./browser.ts";
import { formsWithTextAsText } from "./payloads.ts";
import { signIn } from "./person.ts";

/** Monday evening, after the desk has closed: the escalation comes at night, the mornings after it. */
const evening = "2026-10-12T13:55:00.000Z";
let desk: Desk;
let browser: TestBrowser;

openAtADesk(evening, (opened) => {
  ({ desk, browser } = opened);
});

const called = async (n: number, more: object = {}): Promise<string> => {
  const { body } = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId: "forest-lake",
    sourceId: `role-${n}`,
    matter: `第${n}户反映：楼道堆物，无人清理。`,
    complainant: { name: `业主${n}`, phone: `1390000${String(n).padStart(4, "0")}` },
    location: { building: "5", unit: "1", room: String(100 + n) },
    ...more,
  });
  return z.looseObject({ id: z.string() }).parse(body).id;
};
const complaintOf = async (id: string) =>
  z
    .looseObject({ classCode: z.string().optional(), departmentId: z.string().optional(), urges: z.int() })
    .parse((await desk.client.asPerson("lake-supervisor", "GET", `/complaints/${id}`)).body);

it("22:00, a lift with somebody in it: the manager's phone has the mail, and two taps say who takes it over", async () => {
  await desk.to("2026-10-12T14:00:00.000Z");
  const id = await called(900, { matter: "电梯困人，老人在里面。", safety: true });
  await desk.reacted();
  await desk.to("2026-10-12T14:12:00.000Z");
  const mail = mailsAbout(desk, id).find(({ to }) => to.includes("lake-manager"));
  if (mail === undefined)
    throw new Error(`no mail: ${JSON.stringify(mailsAbout(desk, id).map(({ to }) => to))}`);
  const { context, page, complaints } = await openWindow(browser, desk.cloud.baseUrl, "phone");
  await signIn(page, "lake-manager", `/c/${id}`);
  const bar = page.getByRole("region", { name: "督办" });
  await bar.getByText("现责任人").waitFor();
  await bar.getByText("督办于").waitFor();
  // What is done comes above everything that is read.
  const box = await bar.boundingBox();
  expect(box === null ? 0 : box.y).toBeLessThan(700);
  expect(await overflow(page)).toBe(0);
  await answered(page, () => bar.getByRole("button", { name: "知晓" }).tap());
  await bar.getByText("已知晓，不再重复提醒。").waitFor();
  await bar.getByRole("button", { name: "接手" }).tap();
  const form = page.getByRole("dialog");
  await form.getByLabel("责任部门").selectOption({ label: "工程部" });
  expect(await overflow(page)).toBe(0);
  await answered(page, () => form.getByRole("button", { name: "提交" }).tap());
  await form.waitFor({ state: "detached" });
  await bar.getByText("现责任人：朱示例").waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it("a clerk's morning by keys: a call of few strokes beside what is said, and one whose open matter is urged", async () => {
  await desk.to("2026-10-13T00:30:00.000Z");
  const open = await called(1);
  const { context, page, complaints } = await openWindow(browser, desk.cloud.baseUrl);
  await signIn(page, "lake-front-desk", "/new");
  const keys = { pressed: 0 };
  const press = async (...names: string[]) => {
    for (const name of names) {
      keys.pressed += 1;
      await page.keyboard.press(name);
    }
  };
  // The number comes first, without a key; the home and the matter are what is said.
  await page.getByLabel("电话", { exact: true }).waitFor();
  await expect.poll(() => page.evaluate("document.activeElement?.type")).toBe("tel");
  await page.keyboard.type("13900000002");
  await press("Tab");
  await page.keyboard.type("业主二");
  await press("Tab", "Tab");
  await page.keyboard.type("5");
  await press("Tab");
  await page.keyboard.type("1");
  await press("Tab");
  await page.keyboard.type("102");
  await press("Tab");
  await page.keyboard.type("楼道灯坏了三天，晚上看不见。");
  await press("Control+Enter");
  await page.getByText("✓ 已登记").waitFor();
  expect(keys.pressed).toBeLessThanOrEqual(25);
  // The next caller's matter is open already: urged, not registered again.
  await page.getByLabel("电话", { exact: true }).fill("13900000001");
  await page.getByText("第1户反映").waitFor();
  await page.getByLabel("投诉内容").fill("怎么还没人来？");
  await answered(page, () => page.getByRole("button", { name: "催办这一件" }).press("Enter"));
  await page.getByText("已记催办").waitFor();
  expect((await complaintOf(open)).urges).toBe(1);
  expect(complaints).toEqual([]);
  await context.close();
});

it("a supervisor's triage of 40 cases by keys alone: classified and assigned, each with its own answer", async () => {
  const cases: string[] = [];
  for (let n = 100; n < 140; n += 1) cases.push(await called(n, { matter: `第${n}户：楼道堆物影响通行。` }));
  await desk.reacted();
  const { context, page, complaints } = await openWindow(browser, desk.cloud.baseUrl);
  await signIn(page, "lake-supervisor", `/?q=${encodeURIComponent("影响通行")}`);
  await page.getByRole("status").filter({ hasText: "40 件" }).waitFor();
  await page.locator("body").press("j");
  for (let row = 0; row < 40; row += 1) {
    await page.keyboard.press("x");
    await page.locator("li:focus-within .entry-row.selected").waitFor();
    if (row === 39) break;
    await page.keyboard.press("j");
    await page.locator("li:focus-within .entry-row:not(.selected)").waitFor();
  }
  const form = page.getByRole("dialog", { name: /40 件$/ });
  const done = () => form.getByRole("listitem").filter({ hasText: "✓" });
  await page.keyboard.press("c");
  await form.getByLabel("分类（投诉点）").selectOption("1.4.2");
  await form.getByLabel("分类（投诉点）").press("Tab");
  await page.keyboard.press("Space");
  await form.getByRole("button", { name: "提交" }).press("Enter");
  await done().nth(39).waitFor({ timeout: 45_000 });
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  await page.locator("body").press("a");
  await form.getByLabel("责任部门").selectOption({ label: "环境部" });
  await form.getByRole("button", { name: "提交" }).press("Enter");
  await done().nth(39).waitFor({ timeout: 45_000 });
  await page.keyboard.press("Escape");
  const seen = await Promise.all(cases.map(complaintOf));
  expect(
    seen.filter(({ classCode, departmentId }) => classCode === "1.4.2" && departmentId !== undefined),
  ).toHaveLength(40);
  expect(complaints).toEqual([]);
  await context.close();
}, 150_000);

it("markup in every field is text on every page that shows it, and on every paper form", async () => {
  expect(await formsWithTextAsText(browser, desk)).toBeGreaterThan(4);
}, 120_000);
