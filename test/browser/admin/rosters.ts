import { expect } from "vitest";
import type { Journey } from "../journey.ts";

const faulty =
  "日期,开始,结束,岗位,部门,人员\n2026-10-08,08:00,18:00,handler,,lake-duty\n2026-10-09,08:00,18:00,handler,,没有这个人\n";

/** A shift is moved by keys, one is dragged, and a file is looked at row by row before anything is written. */
export const rostersJourney: Journey = {
  as: "lake-project-manager",
  address: () => "/admin/rosters?project=forest-lake",
  ready: (page) => page.getByRole("listitem", { name: "2026-09-30" }).waitFor(),
  walk: async (page) => {
    await page.getByRole("button", { name: /下个月/ }).click();
    const day = (date: string) => page.getByRole("listitem", { name: date });
    await day("2026-10-12").getByRole("button").first().waitFor();
    // A handover of another journey may have made an edition of its own.
    const version = Number((await page.getByText(/^版本 \d+$/).innerText()).replace(/\D/g, ""));
    const before = await day("2026-10-12").getByRole("button").count();
    await day("2026-10-12").getByRole("button").first().focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect.poll(() => day("2026-10-13").getByRole("button").count()).toBe(before + 1);
    await day("2026-10-12").getByRole("button").first().dragTo(day("2026-10-14"));
    await expect.poll(() => day("2026-10-12").getByRole("button").count()).toBe(before - 2);
    await page.getByRole("button", { name: "撤销改动" }).click();
    await expect.poll(() => day("2026-10-12").getByRole("button").count()).toBe(before);
    // Another person takes a shift; saved, it is the roster in force.
    await day("2026-10-12").getByRole("button", { name: /前台/ }).first().click();
    const onDuty = page.getByLabel("值班人员");
    const other = (await onDuty.inputValue()) === "lake-front-desk" ? "lake-front-desk-2" : "lake-front-desk";
    await onDuty.selectOption(other);
    await page.getByRole("button", { name: "采用" }).click();
    await page.getByRole("button", { name: "保存值班表" }).click();
    await page.getByText("有未保存的改动").waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("button", { name: /下个月/ }).click();
    await page.getByText(new RegExp(`^版本 ${version + 1}$`)).waitFor();

    await page.getByRole("button", { name: "导入 xlsx…" }).click();
    const [template] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载空白模板" }).click(),
    ]);
    expect(template.suggestedFilename()).toMatch(/\.xlsx$/);
    const file = { name: "十月.csv", mimeType: "text/csv", buffer: Buffer.from(faulty) };
    await page.getByLabel(/^选择文件/).setInputFiles(file);
    await page.getByText(/2 行，其中正确 1/).waitFor();
    expect(await page.getByRole("button", { name: /^确认导入/ }).isDisabled()).toBe(true);
    await page.getByLabel("只导入正确的行").check();
    await page.getByRole("button", { name: /^确认导入/ }).click();
    await page.getByText(new RegExp(`^版本 ${version + 2}$`)).waitFor();
    await expect.poll(() => page.locator(".shift").count()).toBe(1);
  },
};
