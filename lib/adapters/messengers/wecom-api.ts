import * as z from "zod";
import { NotTakenError } from "../../app/ports/messages.ts";
import type { WecomSettings } from "./wecom-settings.ts";

const tokenAnswer = z.object({
  errcode: z.int(),
  access_token: z.string().optional(),
  expires_in: z.int().optional(),
});
const coded = z.looseObject({ errcode: z.int() });

/** The token is not valid (any more): ask for a new one, once. */
const STALE_TOKEN: readonly number[] = [40014, 42001, 41001];
/** Renewed this long before it ends, in milliseconds. */
const EARLY = 300_000;
const TIMEOUT = 10_000;

export interface WecomWays {
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/** Asks WeCom as the application: `path` below cgi-bin, with the token added. The answer has its `errcode`. */
export type AskWecom = (
  path: string,
  query: Readonly<Record<string, string>>,
  body?: object,
) => Promise<z.output<typeof coded>>;

/** The application's calls, with one token for all until shortly before it ends. Errors name codes, never people. */
export function wecomApi(
  { baseUrl, corpId, secret }: Pick<WecomSettings, "baseUrl" | "corpId" | "secret">,
  { fetch: call = fetch, now = Date.now }: WecomWays = {},
): AskWecom {
  let token: { readonly value: string; readonly until: number } | undefined;

  const ask = async (path: string, query: Readonly<Record<string, string>>, body?: object) => {
    const response = await call(`${baseUrl}/cgi-bin/${path}?${new URLSearchParams(query).toString()}`, {
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`WeCom answered ${response.status}`);
    const answer: unknown = await response.json();
    return answer;
  };
  const currentToken = async (): Promise<string> => {
    if (token !== undefined && token.until > now()) return token.value;
    const answer = tokenAnswer.parse(await ask("gettoken", { corpid: corpId, corpsecret: secret }));
    if (answer.access_token === undefined) throw new NotTakenError(`WeCom gave no token: ${answer.errcode}`);
    token = { value: answer.access_token, until: now() + (answer.expires_in ?? 7200) * 1000 - EARLY };
    return token.value;
  };

  return async (path, query, body) => {
    const once = async () =>
      coded.parse(await ask(path, { access_token: await currentToken(), ...query }, body));
    const answer = await once();
    if (!STALE_TOKEN.includes(answer.errcode)) return answer;
    token = undefined;
    return once();
  };
}
