import * as z from "zod";
import {
  type BriefMessage,
  type Messenger,
  NotTakenError,
  PermanentMailError,
} from "../../app/ports/messages.ts";
import type { Followers } from "../../app/ports/official-account.ts";
import { cut } from "../../domain/cut.ts";
import { followerAddress } from "../../domain/notices/follower-address.ts";
import { defined } from "../../domain/present.ts";
import type { WechatSettings } from "./settings.ts";

const tokenAnswer = z.object({
  access_token: z.string().optional(),
  expires_in: z.int().optional(),
  errcode: z.int().optional(),
});
const codeAnswer = z.object({ openid: z.string().optional(), errcode: z.int().optional() });
const sentAnswer = z.object({ errcode: z.int(), msgid: z.union([z.int(), z.string()]).optional() });
const failure = z.object({ errcode: z.int() });

/** The token is not valid (any more): ask for a new one, once. */
const STALE_TOKEN: readonly number[] = [40001, 40014, 41001, 42001];
/** No follower (any more), or messages are declined: trying again cannot help. */
const UNREACHABLE: readonly number[] = [40003, 43004, 43019, 43101];
/** The file is not there (any more). */
const GONE: readonly number[] = [40004, 40007, 41006];
/** Spent, unknown or not ours. */
const NO_CODE: readonly number[] = [40029, 40163, 41008, 40226];
const EARLY = 300_000;
const TIMEOUT = 10_000;
/** WeChat takes pictures of 10 MB. */
const LARGEST = 12_000_000;

type Asking = { readonly fetch?: typeof fetch; readonly now?: () => number };

/** What is asked of WeChat for one account: at its own address alone, redirects are not followed. Errors name codes, never people. */
export function accountApi(settings: WechatSettings, { fetch: call = fetch, now = Date.now }: Asking = {}) {
  const { baseUrl, appId, secret, template } = settings;
  let token: { readonly value: string; readonly until: number } | undefined;

  const ask = async (path: string, query: Record<string, string>, body?: object): Promise<Response> => {
    const response = await call(`${baseUrl}${path}?${new URLSearchParams(query).toString()}`, {
      signal: AbortSignal.timeout(TIMEOUT),
      redirect: "error",
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`WeChat answered ${response.status}`);
    return response;
  };
  /** The stable token: several of our processes have the same one, none makes that of another invalid. */
  const currentToken = async (): Promise<string> => {
    if (token !== undefined && token.until > now()) return token.value;
    if (secret === undefined) throw new PermanentMailError("the account has no secret");
    const body = { grant_type: "client_credential", appid: appId, secret };
    const answer = tokenAnswer.parse(await (await ask("/cgi-bin/stable_token", {}, body)).json());
    if (answer.access_token === undefined)
      throw new NotTakenError(`WeChat gave no token: ${answer.errcode ?? "without a code"}`);
    token = { value: answer.access_token, until: now() + (answer.expires_in ?? 7200) * 1000 - EARLY };
    return token.value;
  };
  /** Once more with a new token where the old one has ended early. */
  const withToken = async <T>(
    act: (value: string) => Promise<T>,
    codeOf: (answer: T) => number | undefined,
  ) => {
    const answer = await act(await currentToken());
    if (!STALE_TOKEN.includes(codeOf(answer) ?? 0)) return answer;
    token = undefined;
    return act(await currentToken());
  };

  const followers: Followers = {
    async openIdOf(code) {
      if (secret === undefined) return undefined;
      const query = { appid: appId, secret, code, grant_type: "authorization_code" };
      const answer = codeAnswer.parse(await (await ask("/sns/oauth2/access_token", query)).json());
      if (answer.openid !== undefined) return answer.openid;
      if (NO_CODE.includes(answer.errcode ?? 0)) return undefined;
      throw new Error(`WeChat did not say whose code it is: ${answer.errcode ?? "without a code"}`);
    },
    async file(mediaId) {
      const { code, content } = await withToken(
        async (value) =>
          contentOf(await ask("/cgi-bin/media/get", { access_token: value, media_id: mediaId })),
        (answer) => answer.code,
      );
      if (content !== undefined) return content;
      if (code !== undefined && GONE.includes(code)) return undefined;
      throw new Error(`WeChat gave no file: ${code ?? "too large"}`);
    },
  };

  const messenger: Messenger = {
    async send(to, message) {
      const openId = followerAddress.openIdAt(to, appId);
      if (openId === undefined || template === undefined)
        throw new PermanentMailError("nobody of this account, or no template");
      const answer = await withToken(
        async (value) =>
          sentAnswer.parse(
            await (
              await ask(
                "/cgi-bin/message/template/send",
                { access_token: value },
                bodyOf(template, openId, message),
              )
            ).json(),
          ),
        ({ errcode }) => errcode,
      );
      if (UNREACHABLE.includes(answer.errcode))
        throw new PermanentMailError(`WeChat cannot reach the follower: ${answer.errcode}`);
      if (answer.errcode !== 0) throw new NotTakenError(`WeChat did not take it: ${answer.errcode}`);
      return String(answer.msgid ?? "wechat");
    },
  };
  return { followers, messenger };
}

/** A file, or the code of JSON that says why there is none. */
async function contentOf(
  response: Response,
): Promise<{ readonly code?: number; readonly content?: Uint8Array }> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("content-type") ?? "";
  if (!/json|text\/plain/i.test(type)) return bytes.byteLength > LARGEST ? {} : { content: bytes };
  const said = failure.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return said.success ? { code: said.data.errcode } : {};
}

/** A template's places hold 20 characters. */
function bodyOf(
  { id, title: titlePlace, text: textPlace }: NonNullable<WechatSettings["template"]>,
  openId: string,
  { title, text, url }: BriefMessage,
) {
  const place = (value: string) => ({ value: cut(value.split("\n")[0] ?? "", 20) });
  return {
    touser: openId,
    template_id: id,
    ...defined({ url }),
    data: { [titlePlace]: place(title), [textPlace]: place(text) },
  };
}
