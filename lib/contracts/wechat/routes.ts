import { asksNothing, asset, link, open, route } from "../core/route.ts";

const push = { ...asksNothing, function: "public-api", path: "/channels/wechat/push", who: open } as const;

/** What WeChat sends for the company's official account; who sends it is told by its signature. */
export const wechatRoutes = {
  confirmWechat: route({
    ...push,
    id: "confirmWechat",
    method: "GET",
    summary: { zh: "微信公众号校验", en: "WeChat makes sure that the address is ours" },
    answers: { 200: asset("原样返回", "What was sent, as it was") },
  }),
  enterWechat: route({
    ...asksNothing,
    function: "public-api",
    path: "/channels/wechat/enter",
    who: open,
    id: "enterWechat",
    method: "GET",
    summary: {
      zh: "微信公众号菜单入口",
      en: "Where the account's menu leads (`to=report` or `to=mine`): asks WeChat who it is, then opens the pages",
    },
    answers: { 302: link("微信授权页或页面", "WeChat's page that says who it is, or ours") },
  }),
  hearWechat: route({
    ...push,
    id: "hearWechat",
    method: "POST",
    summary: {
      zh: "微信公众号消息",
      en: "A message of a follower, in plain text or encrypted; answered within the five seconds that WeChat waits",
    },
    answers: { 200: asset("被动回复", "The reply, as XML") },
  }),
} as const;
