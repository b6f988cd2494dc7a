import { answered } from "../answered.ts";
import type { Journey } from "../journey.ts";

/** Somebody new is entered, another one is away with a substitute, and a leaver's work goes over in one confirmed step. */
export const peopleJourney: Journey = {
  as: "lake-project-manager",
  address: () => "/admin/people?person=lake-duty",
  ready: (page) => page.getByRole("heading", { name: "王示例" }).waitFor(),
  walk: async (page, desk) => {
    await page.getByRole("button", { name: "＋ 加一段请假" }).click();
    await page.getByLabel("从", { exact: true }).fill("2026-09-30");
    await page.getByLabel("到（含）").fill("2026-10-09");
    await page.getByLabel("代理人").first().selectOption("lake-service");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("button", { name: /^王示例 请假中/ }).waitFor();
    await page.getByRole("region", { name: "变更记录" }).getByRole("listitem").first().waitFor();

    await page.getByRole("button", { name: "＋ 新增人员" }).click();
    await page.getByRole("heading", { name: "新增人员" }).waitFor();
    await page.getByLabel("姓名", { exact: true }).fill("新示例");
    await page.getByLabel(/^工号/).fill("lake-new");
    await page.getByLabel("邮箱", { exact: true }).fill("lake-new@sample.jiesu.example");
    await page.getByRole("button", { name: "＋ 加一个岗位" }).click();
    await page.getByLabel("在哪里").selectOption({ label: "郑州·森林湖" });
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("button", { name: /^新示例/ }).waitFor();

    await page.getByRole("searchbox").fill("王示例");
    await page.getByRole("button", { name: /^王示例/ }).click();
    await page.getByRole("button", { name: "工作移交…" }).click();
    const dialog = page.getByRole("dialog", { name: "工作移交 · 王示例" });
    await dialog.getByLabel("移交给").selectOption("lake-new");
    await dialog.getByRole("button", { name: /^下一步/ }).click();
    await dialog.getByText("郑州·森林湖 2026-10 × 31").waitFor();
    await answered(page, () => dialog.getByRole("button", { name: "确认移交" }).click());
    await desk.reacted();
    await dialog.getByText(/✓ 移交完成/).waitFor();
  },
};
