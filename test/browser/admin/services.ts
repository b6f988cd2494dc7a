import { expect } from "vitest";
import * as z from "zod";
import { receiverKeys } from "../../../infra/local/host/http/receivers.ts";
import type { Desk } from "../../e2e/desk.ts";
import type { Journey } from "../journey.ts";

const listed = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      version: z.int(),
      assignments: z.array(z.unknown()),
    }),
  ),
});

/** Who tries it has an account there. */
async function withAccount({ client }: Desk): Promise<void> {
  const { items } = listed.parse((await client.asPerson("headquarters", "GET", "/people")).body);
  const found = items.find(({ id }) => id === "headquarters");
  if (found === undefined) throw new Error("nobody at headquarters");
  const { id, name, email, version, assignments } = found;
  const entry = { id, name, email, version, assignments, wecomId: "headquarters" };
  const { status } = await client.asPerson("headquarters", "PUT", "/people", entry);
  expect(status).toBe(200);
}

/** WeCom with a wrong key fails its test message and says why; with the right one it arrives; the key is never shown. */
export const servicesJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/services",
  ready: (page) => page.getByRole("region", { name: "企业微信" }).getByText("已设置").waitFor(),
  walk: async (page, desk) => {
    await withAccount(desk);
    const panel = page.getByRole("region", { name: "企业微信" });
    await panel.getByText("由运维用命令设置").waitFor();
    const form = page.getByRole("dialog", { name: "企业微信" });
    const setUp = async (secret: string) => {
      await panel.getByRole("button", { name: "设置" }).click();
      await form.getByLabel(/^企业 ID/).fill(receiverKeys.wecom.corpId);
      await form.getByLabel(/^应用 AgentId/).fill(String(receiverKeys.wecom.agentId));
      await form.getByLabel(/^接口地址/).fill(`${desk.cloud.baseUrl}/_local/wecom`);
      expect(await form.getByLabel(/^应用 Secret/).inputValue()).toBe("");
      await form.getByLabel(/^应用 Secret/).fill(secret);
      await form.getByRole("button", { name: "保存" }).press("Enter");
      await page.getByText("已保存").waitFor();
    };
    const tried = async () => {
      await panel.getByRole("button", { name: "给自己发测试消息" }).press("Enter");
      await desk.reacted();
    };
    await setUp("wrong-secret-of-wecom");
    await panel.getByText(receiverKeys.wecom.corpId, { exact: true }).waitFor();
    await tried();
    await panel.getByText("▲ 没有发出").waitFor();
    await setUp(receiverKeys.wecom.secret);
    await tried();
    await panel.getByText("✓ 服务已收下").waitFor();
    expect(await page.content()).not.toContain(receiverKeys.wecom.secret);
    const mail = page.getByRole("region", { name: /SMTP/ });
    await mail.getByRole("button", { name: "给自己发测试消息" }).click();
    await desk.reacted();
    await mail.getByText("✓ 服务已收下").waitFor();
    expect(desk.cloud.services.mails.sent().map(({ subject }) => subject)).toContain(
      "接诉测试消息 Jiesu test message",
    );
  },
};
