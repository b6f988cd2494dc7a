import { answered } from "../answered.ts";
import type { Journey } from "../journey.ts";

const text = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

/** The next year's notice is copied from gov.cn, read, checked and published; what was provisional is so no longer. */
export const calendarJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/calendar",
  ready: (page) => page.getByRole("heading", { name: "放假通知" }).waitFor(),
  walk: async (page, desk) => {
    await page.getByRole("button", { name: /下个月/ }).click();
    await page.getByRole("cell", { name: /^10\s*国庆节\s*补班$/ }).waitFor();
    await page.getByText("2026-12-31").first().waitFor();
    await page.getByRole("button", { name: "录入国务院通知" }).click();
    await page.getByLabel("文号").fill("示例〔2026〕1号");
    await page.getByLabel("发布日期").fill("2026-09-29");
    await page.getByLabel(/^通知正文/).fill(text);
    await page.getByText("补班 2027-09-26、2027-10-09").waitFor();
    await page.getByLabel("已与原文核对").check();
    await answered(page, () => page.getByRole("button", { name: "发布并重算期限" }).click());
    await desk.to(new Date(desk.cloud.engine.now() + 120_000).toISOString());
    await page.getByText("已发布，暂定的期限已重算").waitFor();
    await page.getByRole("button", { name: "关闭" }).last().click();
    await page.getByText("2027-12-31").first().waitFor();
  },
};
