import * as z from "zod";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { WECOM_ISSUER } from "../../../contracts/sign-in/routes.ts";
import { defined } from "../../../domain/present.ts";
import { type OwnSigning, opened, ownAudience, signed } from "../../identity/own-tokens.ts";
import type { SignInSettings } from "../../identity/sign-in-settings.ts";
import { html } from "../core/html.ts";
import { page } from "../core/page.ts";
import { found } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { issuerOf, pageOf, type SignInPorts } from "./settings.ts";

/** Seconds in which somebody scans the code; and in which the page takes its tokens. */
const PENDING_SECONDS = 600;
const CODE_SECONDS = 120;

/** What our own pages ask for: code with PKCE, nothing else. */
const asked = z.object({
  response_type: z.literal("code"),
  code_challenge_method: z.literal("S256"),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  state: z.string().regex(/^[\w.~-]{1,200}$/),
  nonce: z
    .string()
    .regex(/^[\w.~-]{1,200}$/)
    .optional(),
  prompt: z.string().optional(),
});
/** What is remembered in the browser that began, signed: nobody else's sign-in can be ended here. */
const pendingClaims = z.object({
  state: z.string(),
  challenge: z.string(),
  nonce: z.string().optional(),
  scanned: z.boolean(),
});
/** WeCom brings it back as it was; letters and digits only. */
const ourState = /^[0-9a-f]{32}$/;

const words = {
  title: { zh: "无法登录", en: "Cannot sign in" },
  wrong: {
    zh: "登录请求不完整或不是本系统页面发出的。",
    en: "The request is incomplete, or not from the desk's own pages.",
  },
  notBegun: {
    zh: "这次登录不是在本浏览器开始的，或已超过十分钟。请重新登录。",
    en: "This sign-in was not begun in this browser, or more than ten minutes ago. Please sign in again.",
  },
  nobody: {
    zh: "企业微信没有认出您是本企业成员。请用企业成员账号，或请管理员把您加入应用的可见范围。",
    en: "WeCom does not know you as a member of this company. Use a member's account, or ask for the application to be made visible to you.",
  },
  away: { zh: "暂时连不上企业微信，请稍后重试。", en: "WeCom cannot be reached just now. Please try again." },
  notSetUp: { zh: "企业微信还没有设置。", en: "WeCom has not been set up." },
  again: { zh: "重新登录", en: "Sign in again" },
} as const;

/** Sends the browser to WeCom: within its application without a question, elsewhere, or to be seen anew, to a code to scan. */
export async function authorize(
  ports: SignInPorts,
  settings: SignInSettings,
  http: ApiRequest,
): Promise<LinkGiven | PageGiven> {
  const { data } = asked.safeParse(http.query);
  const isOurs =
    http.query["client_id"] === settings.OIDC_CLIENT_ID && http.query["redirect_uri"] === pageOf(settings);
  if (data === undefined || !isOurs) return trouble(http, "wrong");
  const pages = await ports.members.pages();
  if (pages === undefined) return trouble(http, "notSetUp", 503);
  const isInApp = /wxwork/i.test(http.header("user-agent") ?? "");
  const scanned = !isInApp || data.prompt === "login";
  const state = ports.crypto.randomId().replaceAll("-", "");
  const pending = await signed(
    await signing(ports, settings),
    { state: data.state, challenge: data.code_challenge, scanned, ...defined({ nonce: data.nonce }) },
    { audience: ownAudience(issuerOf(settings), "pending"), subject: state, seconds: PENDING_SECONDS },
  );
  const back = `${issuerOf(settings)}/back`;
  return {
    ...found(scanned ? pages.scan(back, state) : pages.inApp(back, state)),
    cookie: cookieOf(state, pending, PENDING_SECONDS),
  };
}

/** Takes WeCom's answer: the member behind its code goes back to the desk's page with a code of ours. */
export async function back(
  ports: SignInPorts,
  settings: SignInSettings,
  http: ApiRequest,
): Promise<LinkGiven | PageGiven> {
  const { state = "", code = "" } = http.query;
  const own = await signing(ports, settings);
  const cookie = ourState.test(state) ? http.cookie(`wecom_${state}`) : undefined;
  const claims = pendingClaims.extend({ sub: z.literal(state) });
  const pending = await opened(own, cookie, "pending", claims);
  if (pending === undefined) return trouble(http, "notBegun");
  if (code === "") return trouble(http, "nobody");
  let member: string | undefined;
  try {
    member = await ports.members.memberOf(code.slice(0, 512));
  } catch (cause) {
    ports.telemetry.error("WeCom could not be asked who signs in", {}, cause);
    return trouble(http, "away", 503);
  }
  if (member === undefined) return trouble(http, "nobody");
  const { challenge, scanned, nonce } = pending;
  const issuer = issuerOf(settings);
  const ours = await signed(
    own,
    { challenge, scanned, ...defined({ nonce }) },
    { audience: ownAudience(issuer, "code"), subject: member, seconds: CODE_SECONDS },
  );
  const query = new URLSearchParams({ code: ours, state: pending.state, iss: issuer });
  return { ...found(`${pageOf(settings)}?${query.toString()}`), cookie: cookieOf(state, "", 0) };
}

export async function signing(
  { clock }: Pick<SignInPorts, "clock">,
  settings: SignInSettings,
): Promise<OwnSigning> {
  return { key: await settings.signInKey(), issuer: issuerOf(settings), now: clock.now() };
}

/** Sign-ins of two tabs do not touch each other: each has a cookie of its own, for this path alone. */
function cookieOf(state: string, value: string, seconds: number): string {
  return `wecom_${state}=${value}; Path=${WECOM_ISSUER}; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;
}

function trouble({ language }: ApiRequest, what: keyof typeof words, status = 400): PageGiven {
  const content = html`<p>${words[what][language]}</p><p><a href="/">${words.again[language]}</a></p>`;
  return page(status, language, words.title[language], content);
}
