import { expect } from "vitest";
import type { Journey } from "../journey.ts";

/** Reads a mail to many that is none, makes it a complaint; finds that another one is no complaint. */
export const quarantineJourney: Journey = {
  as: "lake-manager",
  address: () => "/admin/quarantine",
  ready: (page) => page.getByRole("button", { name: /业主代表来信/ }).waitFor(),
  walk: async (page, desk) => {
    const menu = page.getByRole("navigation", { name: "管理页面" }).getByText("2 封隔离邮件待看");
    await menu.waitFor();
    await page.getByRole("button", { name: /本周促销/ }).click();
    await page.getByText("全场五折").waitFor();
    // Nothing of the letter is a page: its markup is words, its pictures are not fetched.
    expect(await page.locator(".letter img, .letter a, .letter script").count()).toBe(0);
    await page.getByRole("button", { name: "不是投诉" }).click();
    await page.getByText("已认定不是投诉").waitFor();
    await page.getByRole("button", { name: /业主代表来信/ }).click();
    await page.getByText("电梯每周停两次").waitFor();
    await page.getByRole("button", { name: "转为投诉" }).click();
    await page.getByRole("status").filter({ hasText: "已转为投诉" }).waitFor();
    await desk.reacted();
    await page.getByRole("link", { name: /^E\d+$/ }).click();
    await page.waitForURL(/\/c\//);
    await page.getByText("电梯每周停两次").first().waitFor();
  },
};
