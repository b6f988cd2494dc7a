import { expect } from "vitest";
import type { Journey } from "../journey.ts";

const file = "区域,楼栋,单元,房号,是否入住\n一期,90,1,101,是\n一期,90,1,102,否\n";

/** A month's occupancy is entered, a contractor too, and a household file is compared before anything is written. */
export const projectsJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/projects?project=forest-lake",
  ready: (page) => page.getByRole("heading", { name: "郑州·森林湖" }).waitFor(),
  walk: async (page, desk) => {
    const months = page.getByRole("region", { name: /^入住户数与面积/ }).first();
    await months.getByLabel("月份").fill("2026-08");
    await months.getByLabel("入住户数").fill("1234");
    await months.getByLabel("管理面积（㎡）").fill("98765.5");
    await months.getByRole("button", { name: "录入" }).click();
    await page.getByRole("row").filter({ hasText: "2026-08" }).getByText("1234").waitFor();

    await page.getByRole("button", { name: "＋ 新承包商" }).click();
    const dialog = page.getByRole("dialog", { name: "新承包商" });
    await dialog.getByLabel("名称").fill("示例电梯");
    await dialog.getByLabel("代号（不可改）").fill("sample-lift");
    await dialog.getByLabel(/^业务/).fill("电梯维保、电梯年检");
    await dialog.getByLabel("合同到期").fill("2026-09-01");
    await dialog.getByLabel("联系人").fill("维示例");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByText("▲ 合同已到期").waitFor();

    await page.getByRole("button", { name: "导入房产台账…" }).click();
    await page
      .getByLabel(/^选择文件/)
      .setInputFiles({ name: "房产.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
    await page.getByText(/2 行，其中正确 2/).waitFor();
    await desk.reacted();
    await page.getByRole("region", { name: "与现有台账相比" }).getByText("一期/90/1/101").first().waitFor();
    expect(await page.getByText("已导入").count()).toBe(0);
  },
};
