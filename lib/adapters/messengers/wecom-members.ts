import * as z from "zod";
import type { Members, SignInPages } from "../../app/ports/sign-in.ts";
import { reread, type ServicePlace } from "./settings.ts";
import { type WecomWays, wecomApi } from "./wecom-api.ts";
import type { WecomSettings } from "./wecom-settings.ts";

/** Tencent's own pages; an installation with another address of the interface has them below that. */
const TENCENT = "https://qyapi.weixin.qq.com";
const SCAN = "https://login.work.weixin.qq.com";
const IN_APP = "https://open.weixin.qq.com";

/** The code is spent, late or not ours. */
const WRONG_CODE: readonly number[] = [40029, 42003, 40163];
/** The account does not exist, or the application may not see it (any more). */
const NO_MEMBER: readonly number[] = [60111, 40003, 60011, 50002, 48002];
/** 已激活: not disabled, not left, not merely invited. */
const ACTIVE = 1;

const identity = z.looseObject({ userid: z.string().min(1).optional() });
const member = z.looseObject({ status: z.int().optional() });

/**
 * What WeCom says of the company's members. `getuserinfo` answers with `userid` for a member alone: an outside contact has an openid
 * and is nobody here. Throws where WeCom cannot be reached or refuses the application.
 */
export function wecomMembers(settings: WecomSettings, ways: WecomWays = {}): Members {
  const ask = wecomApi(settings, ways);
  return {
    pages: async () => pagesOf(settings),
    async memberOf(code) {
      const answer = await ask("auth/getuserinfo", { code });
      if (WRONG_CODE.includes(answer.errcode)) return undefined;
      if (answer.errcode !== 0) throw new Error(`WeCom did not say who it is: ${answer.errcode}`);
      return identity.parse(answer).userid;
    },
    async isMember(account) {
      const answer = await ask("user/get", { userid: account });
      if (NO_MEMBER.includes(answer.errcode)) return false;
      if (answer.errcode !== 0)
        throw new Error(`WeCom did not say whether it is a member: ${answer.errcode}`);
      return member.parse(answer).status === ACTIVE;
    },
  };
}

function pagesOf({ baseUrl, corpId, agentId }: WecomSettings): SignInPages {
  const own = baseUrl === TENCENT ? undefined : baseUrl;
  const common = (redirect: string, state: string) => ({
    appid: corpId,
    agentid: String(agentId),
    redirect_uri: redirect,
    state,
  });
  return {
    scan: (redirect, state) => {
      const query = new URLSearchParams({ login_type: "CorpApp", ...common(redirect, state) });
      return `${own ?? SCAN}/wwlogin/sso/login?${query.toString()}`;
    },
    inApp: (redirect, state) => {
      const query = new URLSearchParams({
        ...common(redirect, state),
        response_type: "code",
        scope: "snsapi_base",
      });
      return `${own ?? IN_APP}/connect/oauth2/authorize?${query.toString()}#wechat_redirect`;
    },
  };
}

/** The same with the stored settings; without them nobody is a member. */
export function storedMembers(place: ServicePlace, now: () => number): Members {
  const current = reread(place, now, ["wecom"], ({ wecom }) =>
    wecom === undefined ? undefined : wecomMembers(wecom, { now }),
  );
  return {
    pages: async () => (await current())?.pages(),
    memberOf: async (code) => (await current())?.memberOf(code),
    isMember: async (account) => (await (await current())?.isMember(account)) === true,
  };
}
