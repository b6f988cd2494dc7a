import * as z from "zod";
import { defined } from "../../../../lib/domain/present.ts";
import type { MessageEngine } from "../../contract.ts";

/** What the receivers ask for, so that the adapters' keys are exercised too; known to everyone, stage `local` only. */
export const receiverKeys = {
  wecom: { corpId: "local", agentId: 1, secret: "local-only-wecom" },
  sms: { key: "local-only-sms", signature: "【接诉】", templates: { link: "LINK", plain: "PLAIN" } },
} as const;

const TOKEN = "local-only-token";

const wecomMessage = z.discriminatedUnion("msgtype", [
  z.object({ msgtype: z.literal("text"), touser: z.string(), text: z.object({ content: z.string() }) }),
  z.object({
    msgtype: z.literal("textcard"),
    touser: z.string(),
    textcard: z.object({ title: z.string(), description: z.string(), url: z.string(), btntxt: z.string() }),
  }),
]);
const smsMessage = z.object({
  to: z.string().regex(/^\+?\d{5,15}$/),
  signature: z.string(),
  template: z.string(),
  values: z.object({ title: z.string(), text: z.string(), url: z.string().optional() }),
});

/** An answer of one of the two services. */
export interface ReceiverAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** WeCom's application messages (企业微信 应用消息) and the text-message gateway, as far as the adapters speak to them. */
export class Receivers {
  readonly #messages: MessageEngine;

  constructor(messages: MessageEngine) {
    this.#messages = messages;
  }

  /** `path` begins with `/wecom/` or `/sms/`; undefined: there is nothing. */
  answer(
    method: string,
    path: string,
    query: URLSearchParams,
    authorization: string | undefined,
    body: string,
  ): ReceiverAnswer | undefined {
    if (method === "GET" && path === "/wecom/cgi-bin/gettoken") return { status: 200, body: token(query) };
    if (method === "POST" && path === "/wecom/cgi-bin/message/send")
      return { status: 200, body: this.#card(query, body) };
    if (method === "POST" && path === "/sms/send") return this.#text(authorization, body);
    return undefined;
  }

  #card(query: URLSearchParams, body: string) {
    if (query.get("access_token") !== TOKEN) return { errcode: 40014, errmsg: "invalid access_token" };
    const parsed = wecomMessage.safeParse(parse(body));
    if (!parsed.success) return { errcode: 40058, errmsg: z.prettifyError(parsed.error) };
    const message = parsed.data;
    const msgid = this.#messages.take(
      message.msgtype === "text"
        ? { way: "wecom", to: message.touser, title: "", text: message.text.content }
        : {
            way: "wecom",
            to: message.touser,
            title: message.textcard.title,
            text: message.textcard.description,
            url: message.textcard.url,
          },
    );
    return { errcode: 0, errmsg: "ok", msgid };
  }

  #text(authorization: string | undefined, body: string): ReceiverAnswer {
    if (authorization !== `Bearer ${receiverKeys.sms.key}`) return { status: 401, body: { message: "key" } };
    const parsed = smsMessage.safeParse(parse(body));
    if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
    const { to, signature, values } = parsed.data;
    const id = this.#messages.take({
      way: "sms",
      to,
      title: `${signature}${values.title}`,
      text: values.text,
      ...defined({ url: values.url }),
    });
    return { status: 200, body: { id } };
  }
}

function token(query: URLSearchParams) {
  const { corpId, secret } = receiverKeys.wecom;
  return query.get("corpid") === corpId && query.get("corpsecret") === secret
    ? { errcode: 0, errmsg: "ok", access_token: TOKEN, expires_in: 7200 }
    : { errcode: 40001, errmsg: "invalid credential" };
}

/** undefined for what is no JSON; the schemas refuse that. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
