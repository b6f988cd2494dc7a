import { type TakeCodePorts, takeCode } from "../../../app/residents/find-code.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { problems } from "../../../contracts/problems.ts";
import { defined } from "../../../domain/present.ts";
import { button, errorSummary, type FormError, field } from "../core/form-parts.ts";
import { html } from "../core/html.ts";
import { linkTo, lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import { found } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";

const words = {
  title: { zh: "请输入短信验证码", en: "Enter the code from the text message" },
  sent: {
    zh: "编号和手机号后四位如果对得上，六位数字的验证码已经发到投诉时留的手机，10 分钟内有效。",
    en: "If number and digits fit, a code of six digits has been sent to the mobile number that was left; it is good for 10 minutes.",
  },
  code: { zh: "验证码", en: "Code" },
  search: { zh: "查看进度", en: "See the progress" },
  again: {
    zh: "没有收到？核对编号和手机号，重新获取",
    en: "Nothing came? Check number and digits, and ask anew",
  },
  wrong: {
    zh: "验证码不对，或已过期、已用过。请核对；一个验证码最多试 5 次，不行请重新获取。",
    en: "The code is wrong, has expired or was used. Check it; after five tries ask for a new one.",
  },
} as const;

/** GET: asks for the code; the same whether one was sent or not. */
export function codePage(
  http: ApiRequest,
  errors: readonly FormError[] = [],
  typed?: string,
  status = errors.length === 0 ? 200 : 422,
): PageGiven {
  const look = lookOf(http);
  const say = (key: keyof typeof words) => words[key][look.language];
  const action = linkTo(look, "/t", { ask: askedIn(http) });
  const content = html`${errorSummary(errors, look.language)}<p>${say("sent")}</p><form method="post" action="${action}" novalidate>${field({ id: "code", label: say("code"), errors, type: "tel", autocomplete: "one-time-code", ...defined({ value: typed }) })}${button(say("search"))}</form><p class="l"><a href="${linkTo(look, "/t")}">${say("again")}</a></p>`;
  return renderPage({
    status,
    look,
    title: say("title"),
    content,
    self: { path: http.path, query: http.query },
    hasErrors: errors.length > 0,
  });
}

/** POST: leads to the progress. Each code is counted by itself, each address too: nobody tries out codes. */
export async function takeCodeForm(
  ports: TakeCodePorts,
  http: ApiRequest,
  typed: Readonly<Record<string, string>>,
): Promise<PageGiven | LinkGiven> {
  const look = lookOf(http);
  const code = (typed["code"] ?? "").normalize("NFKC").replaceAll(/\D/g, "").slice(0, 20);
  const wrong = (message: string, status?: number) =>
    codePage(http, [{ field: "code", message }], typed["code"], status);
  if (await tooOften(ports, "code", { address: http.sourceIp, projectId: askedIn(http) })) {
    const { status, detail } = problems["too-often"];
    return wrong(detail[look.language], status);
  }
  const right = await takeCode(ports, askedIn(http), code);
  if (right === undefined) return wrong(words.wrong[look.language]);
  return found(linkTo(look, `/t/${encodeURIComponent(right.number)}`, { secret: right.secret }));
}

function askedIn({ query }: ApiRequest): string {
  return (query["ask"] ?? "").slice(0, 100);
}
