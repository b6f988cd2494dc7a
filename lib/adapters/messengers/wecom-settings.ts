import * as z from "zod";

/** 企业微信 application: its corporation, its agent, its secret; `baseUrl` is Tencent's or a local receiver's. */
export const wecomSettings = z.strictObject({
  baseUrl: z.url().default("https://qyapi.weixin.qq.com"),
  corpId: z.string().min(1),
  agentId: z.int(),
  secret: z.string().min(1),
});
export type WecomSettings = z.infer<typeof wecomSettings>;
