import * as z from "zod";

/** The official account (公众号) as its console shows it. */
export const wechatSettings = z.strictObject({
  appId: z.string().min(1),
  token: z.string().min(3),
  aesKey: z.string().length(43).exactOptional(),
  /** While the console's token or key changes: what WeChat signed with before is accepted too. Taken out afterwards. */
  former: z
    .strictObject({ token: z.string().min(3), aesKey: z.string().length(43).exactOptional() })
    .exactOptional(),
  projectId: z.string().min(1),
  /** Without it messages are heard and answered, but nothing is asked of WeChat: no files, no menu with the follower's openid, no template messages. */
  secret: z.string().min(1).exactOptional(),
  /** Tencent's, or a local receiver's. */
  baseUrl: z.url().default("https://api.weixin.qq.com"),
  authorizeUrl: z.url().default("https://open.weixin.qq.com/connect/oauth2/authorize"),
  /** The approved template that tells of an answer, and the names of its two places: `thing1`, `thing2`. */
  template: z
    .strictObject({ id: z.string().min(1), title: z.string().min(1), text: z.string().min(1) })
    .exactOptional(),
});
export type WechatSettings = z.infer<typeof wechatSettings>;
