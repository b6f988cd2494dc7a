import { expect } from "vitest";
import type { Journey } from "../journey.ts";

/** A system subscribes, gets its secret once, is tried, and what became of the trial is seen and sent again. */
export const webhooksJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/webhooks",
  ready: (page) => page.getByText("还没有系统订阅。").waitFor(),
  walk: async (page) => {
    await page.getByRole("button", { name: "＋ 新订阅" }).click();
    await page.getByLabel(/^代号/).fill("data-platform");
    await page.getByLabel("名称", { exact: true }).fill("数据平台");
    // Literal and private: refused for good without a question to anybody.
    await page.getByLabel(/^推送地址/).fill("https://10.0.0.1/jiesu");
    await page.getByLabel("登记", { exact: true }).check();
    await page.getByLabel("督办升级", { exact: true }).check();
    await page.getByRole("button", { name: "保存" }).click();
    const secret = page.getByRole("status").filter({ hasText: "新密钥" });
    await secret.waitFor();
    expect(await secret.locator("code").innerText()).toMatch(/^whsec_/);
    await secret.getByRole("button", { name: "已保存好，隐藏" }).click();
    const panel = page.getByRole("region", { name: "数据平台" });
    await panel.getByText("登记、督办升级").waitFor();
    await panel.getByRole("button", { name: "发送测试" }).click();
    await panel.locator("li").filter({ hasText: "测试" }).first().waitFor();
    await expect
      .poll(async () => {
        await page.reload();
        await panel.getByRole("button", { name: "推送记录" }).click();
        await panel.locator("li").first().waitFor();
        return panel.locator("li").first().innerText();
      })
      .toContain("no public address");
    await panel.getByLabel("只看失败的").check();
    await panel.getByRole("button", { name: /^重新推送/ }).click();
    // It goes once more, and ends as before.
    await panel.getByText("no public address").waitFor();
  },
};
