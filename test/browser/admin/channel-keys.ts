import { expect } from "vitest";
import type { Journey } from "../journey.ts";

/** A new system gets a key, shown once; rotated it has two; revoked it has none. */
export const channelKeysJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/channel-keys",
  ready: (page) => page.getByRole("button", { name: "轮换密钥" }).first().waitFor(),
  walk: async (page) => {
    await page.getByRole("button", { name: "＋ 新渠道系统" }).click();
    await page.getByLabel(/^系统代号/).fill("owners-app");
    await page.getByLabel("名称", { exact: true }).fill("业主小程序");
    await page.getByLabel("网站", { exact: true }).check();
    await page.getByRole("button", { name: "创建并生成密钥" }).click();
    const secret = page.getByRole("status").filter({ hasText: "新密钥" });
    const first = await secret.locator("code").innerText();
    expect(first.length).toBeGreaterThan(20);
    await secret.getByRole("button", { name: "已保存好，隐藏" }).click();
    expect(await page.locator("body").innerText()).not.toContain(first);
    const system = page.getByRole("region", { name: "业主小程序" });
    await system.getByRole("button", { name: "轮换密钥" }).click();
    await page.getByRole("button", { name: "生成新密钥" }).click();
    await system.getByText("有效至").waitFor();
    await secret.waitFor();
    expect(await secret.locator("code").innerText()).not.toBe(first);
    await system.getByRole("button", { name: "停用全部密钥" }).click();
    await page.getByRole("button", { name: "确认停用" }).click();
    await expect.poll(() => system.getByText("已失效").count()).toBe(2);
  },
};
