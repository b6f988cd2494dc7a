import * as z from "zod";
import {
  type BriefMessage,
  type Messenger,
  NotTakenError,
  PermanentMailError,
} from "../../app/ports/messages.ts";
import { cut } from "../../domain/cut.ts";

/** 企业微信 application: its corporation, its agent, its secret; `baseUrl` is Tencent's or a local receiver's. */
export const wecomSettings = z.strictObject({
  baseUrl: z.url().default("https://qyapi.weixin.qq.com"),
  corpId: z.string().min(1),
  agentId: z.int(),
  secret: z.string().min(1),
});
export type WecomSettings = z.infer<typeof wecomSettings>;

const tokenAnswer = z.object({
  errcode: z.int(),
  access_token: z.string().optional(),
  expires_in: z.int().optional(),
});
const sendAnswer = z.object({
  errcode: z.int(),
  msgid: z.string().optional(),
  invaliduser: z.string().optional(),
  unlicenseduser: z.string().optional(),
});

/** The token is not valid (any more): ask for a new one, once. */
const STALE_TOKEN: readonly number[] = [40014, 42001, 41001];
/** The account does not exist, may not see the application, or left: trying again cannot help. */
const UNREACHABLE: readonly number[] = [81013, 82001, 60111, 40003];
/** Renewed this long before it ends, in milliseconds. */
const EARLY = 300_000;
const TIMEOUT = 10_000;

/**
 * Sends text cards (应用消息 textcard). Throws PermanentMailError for accounts that cannot be reached, else a transient
 * error: -1 busy and 45009 too many calls come back with the queue's back-off. Errors name codes, never people.
 */
export function wecomMessenger(
  { baseUrl, corpId, agentId, secret }: WecomSettings,
  {
    fetch: call = fetch,
    now = Date.now,
  }: { readonly fetch?: typeof fetch; readonly now?: () => number } = {},
): Messenger {
  let token: { readonly value: string; readonly until: number } | undefined;

  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await call(`${baseUrl}/cgi-bin/${path}`, {
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`WeCom answered ${response.status}`);
    return response.json();
  };
  const currentToken = async (): Promise<string> => {
    if (token !== undefined && token.until > now()) return token.value;
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    const answer = tokenAnswer.parse(await ask(`gettoken?${query.toString()}`));
    if (answer.access_token === undefined) throw new NotTakenError(`WeCom gave no token: ${answer.errcode}`);
    token = { value: answer.access_token, until: now() + (answer.expires_in ?? 7200) * 1000 - EARLY };
    return token.value;
  };
  const post = async (to: string, message: BriefMessage) => {
    const query = new URLSearchParams({ access_token: await currentToken() });
    return sendAnswer.parse(await ask(`message/send?${query.toString()}`, bodyOf(agentId, to, message)));
  };

  return {
    async send(to, message) {
      let answer = await post(to, message);
      if (STALE_TOKEN.includes(answer.errcode)) {
        token = undefined;
        answer = await post(to, message);
      }
      const refused = (answer.invaliduser ?? "") !== "" || (answer.unlicenseduser ?? "") !== "";
      if (refused || UNREACHABLE.includes(answer.errcode)) {
        throw new PermanentMailError(`WeCom cannot reach the account: ${answer.errcode}`);
      }
      if (answer.errcode !== 0) throw new NotTakenError(`WeCom did not take it: ${answer.errcode}`);
      return answer.msgid ?? "wecom";
    },
  };
}

/** Cards want a link; a message without one is plain text. The same content within ten minutes is shown once. */
function bodyOf(agentId: number, to: string, { title, text, url, button }: BriefMessage) {
  const base = { touser: to, agentid: agentId, enable_duplicate_check: 1, duplicate_check_interval: 600 };
  if (url === undefined) return { ...base, msgtype: "text", text: { content: `${title}\n${text}` } };
  return {
    ...base,
    msgtype: "textcard",
    textcard: {
      title: cut(title, 40),
      description: escaped(text),
      url,
      btntxt: cut(button ?? "详情", 4),
    },
  };
}

/** A card's text is a little HTML. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}
