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
    await page.getByLabel("请求必须签名（除密钥外）").check();
    await page.getByLabel(/^只能从这些网络地址调用/).fill("203.0.113.0/24\n2001:db8::1");
    await page.getByLabel(/^每个密钥每分钟最多请求数/).fill("60");
    await page.getByRole("button", { name: "创建并生成密钥" }).click();
    const secret = page.getByRole("status").filter({ hasText: "新密钥" });
    await secret.waitFor();
    const codes = await secret.locator("code").allInnerTexts();
    expect(new Set(codes.filter((code) => code.length > 20)).size).toBe(2);
    const [first = ""] = codes;
    await secret.getByRole("button", { name: "已保存好，隐藏" }).click();
    expect(await page.locator("body").innerText()).not.toContain(first);
    const system = page.getByRole("region", { name: "业主小程序" });
    await system.getByText("请求须签名；只能从 203.0.113.0/24、2001:db8::1；≤ 60 次/分钟").waitFor();
    await system.getByText("未使用过").waitFor();
    await system.getByRole("button", { name: "轮换密钥" }).click();
    await page.getByRole("button", { name: "生成新密钥" }).click();
    await system.getByText("有效至").waitFor();
    await secret.waitFor();
    expect(await secret.locator("code").first().innerText()).not.toBe(first);
    await system.getByRole("button", { name: "停用全部密钥" }).click();
    await page.getByRole("button", { name: "确认停用" }).click();
    await expect.poll(() => system.getByText("已失效").count()).toBe(2);
  },
};
