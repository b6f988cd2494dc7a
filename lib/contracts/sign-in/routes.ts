import { answersFrom, asksNothing, link, open, page, route } from "../core/route.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

/** Where the issuer for members of WeCom stands, below the desk's own address. */
export const WECOM_ISSUER = "/sign-in/wecom";

const wecom = { ...asksNothing, function: "sign-in", who: open } as const;

/** An OpenID Connect issuer in front of WeCom (企业微信), which is none itself; unknown routes unless the stage says `signIn: wecom`. */
export const signInRoutes = {
  wecomDiscovery: route({
    ...wecom,
    id: "wecomDiscovery",
    method: "GET",
    path: `${WECOM_ISSUER}/.well-known/openid-configuration`,
    summary: { zh: "企业微信登录：发现文档", en: "Sign-in by WeCom: what clients read first" },
    answers: { 200: json("discoveryView", "发现文档", "The discovery document") },
  }),
  wecomKeys: route({
    ...wecom,
    id: "wecomKeys",
    method: "GET",
    path: `${WECOM_ISSUER}/jwks`,
    summary: { zh: "企业微信登录：验签公钥", en: "Sign-in by WeCom: the public key of its tokens" },
    answers: { 200: json("keySetView", "公钥", "The public key") },
  }),
  wecomAuthorize: route({
    ...wecom,
    id: "wecomAuthorize",
    method: "GET",
    path: `${WECOM_ISSUER}/authorize`,
    summary: {
      zh: "企业微信登录：开始",
      en: "Sign-in by WeCom begins (authorization code with PKCE, for the desk's own pages alone)",
    },
    answers: {
      302: link("企业微信登录页", "WeCom's page"),
      400: page("请求有误", "What is wrong with the request"),
      503: page("企业微信还没有设置", "WeCom has not been set up"),
    },
  }),
  wecomBack: route({
    ...wecom,
    id: "wecomBack",
    method: "GET",
    path: `${WECOM_ISSUER}/back`,
    summary: { zh: "企业微信登录：返回", en: "Where WeCom sends people back to" },
    answers: {
      302: link("回到页面", "Back to the desk's page, with a code"),
      400: page("不能登录", "Why there is no sign-in"),
      503: page("连不上企业微信", "WeCom cannot be reached"),
    },
  }),
  wecomToken: route({
    ...wecom,
    id: "wecomToken",
    method: "POST",
    path: `${WECOM_ISSUER}/token`,
    summary: {
      zh: "企业微信登录：换取令牌",
      en: "Tokens for a code, or for a refresh token while the member is one (form fields as in OAuth)",
    },
    answers: {
      200: json("tokensView", "令牌", "The tokens"),
      400: json("tokenRefusalView", "拒绝的原因", "Why there are none"),
    },
  }),
} as const;
