import { findAgain } from "../../../app/residents/find-again.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { problems } from "../../../contracts/problems.ts";
import { told } from "../../../contracts/residents/bodies.ts";
import { defined } from "../../../domain/present.ts";
import { button, errorSummary, type FormError, field } from "../core/form-parts.ts";
import { html } from "../core/html.ts";
import { linkTo, lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import { found } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { checkedField } from "./checked-field.ts";
import type { TrackPorts } from "./tracked.ts";

const words = {
  title: { zh: "查询投诉进度", en: "Look up your complaint" },
  number: { zh: "编号", en: "Number" },
  numberHint: { zh: "例如 N001", en: "For example N001" },
  phone: { zh: "投诉时留的电话", en: "The phone number you left" },
  anonymous: {
    zh: "匿名投诉请用提交后给您的链接。",
    en: "For an anonymous complaint use the link you were given.",
  },
  search: { zh: "查询", en: "Look it up" },
  noNumber: { zh: "请写编号", en: "Give the number" },
  noPhone: { zh: "请写电话", en: "Give the phone number" },
  none: {
    zh: "没有找到。请核对编号和电话；电话要和投诉时留的一样。",
    en: "Not found. Check the number, and the phone: it must be the one you left.",
  },
} as const;

export function findPage(
  http: ApiRequest,
  errors: readonly FormError[] = [],
  typed: Readonly<Record<string, string>> = {},
  status = errors.length === 0 ? 200 : 422,
): PageGiven {
  const look = lookOf(http);
  const say = (key: keyof typeof words) => words[key][look.language];
  const content = html`${errorSummary(errors, look.language)}<form method="post" action="${linkTo(look, "/t")}" novalidate>${field({ id: "number", label: say("number"), hint: say("numberHint"), errors, ...defined({ value: typed["number"] }) })}${field({ id: "phone", label: say("phone"), errors, type: "tel", autocomplete: "tel", ...defined({ value: typed["phone"] }) })}${button(say("search"))}</form><p class="hint">${say("anonymous")}</p>`;
  return renderPage({
    status,
    look,
    title: say("title"),
    content,
    self: { path: http.path, query: http.query },
    hasErrors: errors.length > 0,
  });
}

/** POST: leads to the progress; nothing tells whether the number or the phone was wrong. */
export async function takeFind(ports: TrackPorts, http: ApiRequest): Promise<PageGiven | LinkGiven> {
  const look = lookOf(http);
  const { language } = look;
  const typed = (await http.anyForm())?.fields ?? {};
  const errors: FormError[] = [];
  const given = checkedField(
    told.part,
    typed["number"],
    "number",
    language,
    errors,
    words.noNumber[language],
  );
  const phone = checkedField(told.phone, typed["phone"], "phone", language, errors, words.noPhone[language]);
  if (given === undefined || phone === undefined) return findPage(http, errors, typed);
  const number = given.normalize("NFKC").trim().toUpperCase();
  if (await tooOften(ports, "find", { address: http.sourceIp, projectId: number })) {
    const { status, detail } = problems["too-often"];
    return findPage(http, [{ field: "number", message: detail[language] }], typed, status);
  }
  const secret = await findAgain(ports, number, phone);
  if (secret === undefined)
    return findPage(http, [{ field: "number", message: words.none[language] }], typed, 404);
  return found(linkTo(look, `/t/${encodeURIComponent(number)}`, { secret }));
}
