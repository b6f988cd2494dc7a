import type { Ports } from "../../../app/ports/index.ts";
import type { OfficialAccount } from "../../../app/ports/official-account.ts";
import { type FollowerPorts, hearFollower } from "../../../app/residents/follower.ts";
import type { AssetGiven } from "../../../contracts/core/route.ts";
import { wechatRoutes } from "../../../contracts/wechat/routes.ts";
import { defined } from "../../../domain/present.ts";
import { decrypted, encrypted, isSigned, NotFromWechat, signatureOf } from "../../wechat/crypto.ts";
import { fieldsOf, messageOf, replyXml, sealedXml } from "../../wechat/message.ts";
import { RefusedRequest } from "../core/refusal.ts";
import type { ApiRequest } from "../core/request.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import { type EnterPorts, enter } from "./enter.ts";

export type WechatPorts = FollowerPorts & EnterPorts & Pick<Ports, "officialAccount">;

export const wechatHandlers = {
  confirmWechat: forEverybody(wechatRoutes.confirmWechat, async (load: () => Promise<WechatPorts>, http) => {
    const { echostr = "" } = http.query;
    const sealed = http.query["msg_signature"] !== undefined;
    const account = signed(await accountOf(await load()), http, sealed ? echostr : undefined);
    return answer(sealed ? opened(account, echostr) : echostr, "text/plain");
  }),

  enterWechat: forEverybody(wechatRoutes.enterWechat, async (load: () => Promise<WechatPorts>, http) =>
    enter(await load(), http),
  ),

  hearWechat: forEverybody(wechatRoutes.hearWechat, async (load: () => Promise<WechatPorts>, http) => {
    const ports = await load();
    const outer = fieldsOf(http.text());
    const { Encrypt: sealed } = outer;
    const account = signed(await accountOf(ports), http, sealed);
    // A plain message to an account in encrypted mode is nobody's of WeChat's.
    if (sealed === undefined && account.aesKey !== undefined) throw new RefusedRequest("unauthenticated");
    const inner = sealed === undefined ? outer : fieldsOf(opened(account, sealed));
    const message = messageOf(inner);
    if (message === undefined) return answer("success", "text/plain");
    const text = await hearFollower(ports, account, message);
    const at = Math.floor(ports.clock.now().epochMilliseconds / 1000);
    const xml = replyXml(message.openId, inner["ToUserName"] ?? "", text, at);
    return answer(sealed === undefined ? xml : sealedReply(ports, account, xml, at), "application/xml");
  }),
} satisfies ServingsOf<typeof wechatRoutes, WechatPorts>;

/** Without an account nobody can have signed anything. */
async function accountOf({ officialAccount }: WechatPorts): Promise<OfficialAccount> {
  const account = await officialAccount();
  if (account === undefined) throw new RefusedRequest("unauthenticated");
  return account;
}

/** The account with the token that signed: today's or the one before. Throws unauthenticated where it was neither. */
function signed(
  account: OfficialAccount,
  { query }: ApiRequest,
  sealed: string | undefined,
): OfficialAccount {
  const { timestamp = "", nonce = "", signature = "", msg_signature: sealedSignature = "" } = query;
  const { former } = account;
  const good = [account, ...(former === undefined ? [] : [withFormer(account, former)])].find(({ token }) => {
    const parts = [token, timestamp, nonce];
    return sealed === undefined ? isSigned(parts, signature) : isSigned([...parts, sealed], sealedSignature);
  });
  if (good === undefined) throw new RefusedRequest("unauthenticated");
  return good;
}

/** A key that did not change is not named again. */
function withFormer(
  account: OfficialAccount,
  former: NonNullable<OfficialAccount["former"]>,
): OfficialAccount {
  return { ...account, token: former.token, ...defined({ aesKey: former.aesKey ?? account.aesKey }) };
}

function opened({ aesKey, appId }: OfficialAccount, sealed: string): string {
  try {
    if (aesKey === undefined) throw new NotFromWechat("the account has no key");
    return decrypted(sealed, aesKey, appId);
  } catch (error) {
    if (error instanceof NotFromWechat) throw new RefusedRequest("unauthenticated", {}, error);
    throw error;
  }
}

function sealedReply(
  { crypto }: WechatPorts,
  { aesKey = "", appId, token }: OfficialAccount,
  xml: string,
  at: number,
): string {
  const nonce = crypto.salt();
  const cipherText = encrypted(xml, aesKey, appId, nonce);
  return sealedXml(cipherText, signatureOf([token, String(at), nonce, cipherText]), at, nonce);
}

function answer(text: string, type: string): AssetGiven {
  return {
    status: 200,
    asset: { bytes: new TextEncoder().encode(text), headers: { "content-type": `${type}; charset=utf-8` } },
  };
}
