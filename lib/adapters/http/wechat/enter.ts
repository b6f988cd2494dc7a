import { shortTrackingUrl } from "../../../app/complaints/tracking.ts";
import { sameSecret } from "../../../app/documents/same-secret.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { OfficialAccount } from "../../../app/ports/official-account.ts";
import { complaintOfFollower } from "../../../app/residents/follower.ts";
import { rememberVisitor } from "../../../app/residents/visitor.ts";
import type { LinkGiven } from "../../../contracts/core/route.ts";
import { found } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";

export type EnterPorts = Pick<
  Ports,
  "officialAccount" | "followers" | "visitors" | "clock" | "crypto" | "complaints" | "publicUrl" | "telemetry"
>;

const STATE = "wx_state";
/** A visit to WeChat's page and back takes a moment. */
const STATE_SECONDS = 600;

/**
 * Where the account's menu leads. First to WeChat, which says who it is without a question (snsapi_base), with a state that the
 * same browser must bring back: nobody can give somebody else a link that binds a complaint to his own openid. Whatever goes
 * wrong on the way, the pages open all the same, without the openid.
 */
export async function enter(ports: EnterPorts, http: ApiRequest): Promise<LinkGiven> {
  const account = await ports.officialAccount();
  if (account === undefined) return found("/t");
  const { code, state } = http.query;
  const to = http.query["to"] === "mine" ? "mine" : "report";
  if (account.secret === undefined) return found(unbound(account, to));
  if (code === undefined) return toWechat(ports, account, to);
  const known = http.cookie(STATE);
  if (known === undefined || state === undefined || !sameSecret(known, state))
    return found(unbound(account, to));
  const openId = await openIdOf(ports, code);
  if (openId === undefined) return found(unbound(account, to));
  return found(to === "mine" ? await mine(ports, account, openId) : await report(ports, account, openId));
}

function toWechat(
  { crypto, publicUrl }: EnterPorts,
  { appId, authorizeUrl }: OfficialAccount,
  to: string,
): LinkGiven {
  const state = crypto.salt();
  const query = new URLSearchParams({
    appid: appId,
    redirect_uri: `${publicUrl}/channels/wechat/enter?to=${to}`,
    response_type: "code",
    scope: "snsapi_base",
    state,
  });
  return {
    ...found(`${authorizeUrl}?${query.toString()}#wechat_redirect`),
    cookie: `${STATE}=${state}; Path=/channels/wechat; Max-Age=${STATE_SECONDS}; HttpOnly; Secure; SameSite=Lax`,
  };
}

async function openIdOf({ followers, telemetry }: EnterPorts, code: string): Promise<string | undefined> {
  try {
    return await followers.openIdOf(code.slice(0, 200));
  } catch (error) {
    // The pages do without: whoever complains must not wait for WeChat.
    telemetry.error("follower not known", {}, error);
    return undefined;
  }
}

function unbound({ projectId }: OfficialAccount, to: "report" | "mine"): string {
  return to === "mine" ? "/t" : `/r/${encodeURIComponent(projectId)}/-`;
}

async function report(ports: EnterPorts, account: OfficialAccount, openId: string): Promise<string> {
  const token = await rememberVisitor(ports, { openId, appId: account.appId });
  return `${unbound(account, "report")}?wx=${token}`;
}

/** The follower's open complaint, else the latest one. */
async function mine(ports: EnterPorts, account: OfficialAccount, openId: string): Promise<string> {
  const complaint = await complaintOfFollower(ports, account, openId);
  if (complaint === undefined) return unbound(account, "mine");
  const { pathname, search } = new URL(shortTrackingUrl(ports, complaint));
  return pathname + search;
}
