import { findAgain } from "../../../app/residents/find-again.ts";
import { askCode } from "../../../app/residents/find-code.ts";
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
import { codePage, takeCodeForm } from "./code-page.ts";
import type { TrackPorts } from "./tracked.ts";

const words = {
  title: { zh: "查询投诉进度", en: "Look up your complaint" },
  number: { zh: "编号", en: "Number" },
  numberHint: { zh: "例如 N001", en: "For example N001" },
  phone: { zh: "投诉时留的电话", en: "The phone number you left" },
  lastFour: { zh: "投诉时留的手机号，后四位", en: "The last four digits of the mobile number you left" },
  anonymous: {
    zh: "匿名投诉请用提交后给您的链接。",
    en: "For an anonymous complaint use the link you were given.",
  },
  landline: {
    zh: "留的是座机或匿名的，请用提交后给您的链接，或打公示牌上的电话。",
    en: "If you left a landline or stayed anonymous, use the link you were given, or call the number on the notice.",
  },
  search: { zh: "查询", en: "Look it up" },
  getCode: { zh: "获取短信验证码", en: "Send me a code" },
  noNumber: { zh: "请写编号", en: "Give the number" },
  noPhone: { zh: "请写电话", en: "Give the phone number" },
  noLastFour: { zh: "请写手机号的后四位数字", en: "Give the last four digits of the number" },
  none: {
    zh: "没有找到。请核对编号和电话；电话要和投诉时留的一样。",
    en: "Not found. Check the number, and the phone: it must be the one you left.",
  },
} as const;

/** GET: by number and a code where this installation sends text messages, else by number and the whole phone. */
export function showFind(ports: TrackPorts, http: ApiRequest): PageGiven {
  return http.query["ask"] === undefined ? findPage(ports, http) : codePage(http);
}

function byCode({ adapters }: TrackPorts): boolean {
  return adapters.includes("sms");
}

function findPage(
  ports: TrackPorts,
  http: ApiRequest,
  errors: readonly FormError[] = [],
  typed: Readonly<Record<string, string>> = {},
  status = errors.length === 0 ? 200 : 422,
): PageGiven {
  const look = lookOf(http);
  const say = (key: keyof typeof words) => words[key][look.language];
  const value = (name: string) => defined({ value: typed[name] });
  const proof = byCode(ports)
    ? field({ id: "phone", label: say("lastFour"), errors, type: "tel", maxLength: 20, ...value("phone") })
    : field({
        id: "phone",
        label: say("phone"),
        errors,
        type: "tel",
        autocomplete: "tel",
        ...value("phone"),
      });
  const content = html`${errorSummary(errors, look.language)}<form method="post" action="${linkTo(look, "/t")}" novalidate>${field({ id: "number", label: say("number"), hint: say("numberHint"), errors, ...value("number") })}${proof}${button(say(byCode(ports) ? "getCode" : "search"))}</form><p class="hint">${say(byCode(ports) ? "landline" : "anonymous")}</p>`;
  return renderPage({
    status,
    look,
    title: say("title"),
    content,
    self: { path: http.path, query: http.query },
    hasErrors: errors.length > 0,
  });
}

/** POST: leads to the progress, or to the code that it takes; nothing tells whether the number or the phone was wrong. */
export async function takeFind(ports: TrackPorts, http: ApiRequest): Promise<PageGiven | LinkGiven> {
  const look = lookOf(http);
  const { language } = look;
  const typed = (await http.anyForm())?.fields ?? {};
  if (http.query["ask"] !== undefined) return takeCodeForm(ports, http, typed);
  const errors: FormError[] = [];
  const say = (key: keyof typeof words) => words[key][language];
  const given = checkedField(told.part, typed["number"], "number", language, errors, say("noNumber"));
  const missing = say(byCode(ports) ? "noLastFour" : "noPhone");
  const phone = checkedField(told.phone, typed["phone"], "phone", language, errors, missing);
  const lastFour = phone?.normalize("NFKC").replaceAll(/\D/g, "").slice(-4) ?? "";
  if (byCode(ports) && phone !== undefined && lastFour.length < 4)
    errors.push({ field: "phone", message: missing });
  if (given === undefined || phone === undefined || errors.length > 0)
    return findPage(ports, http, errors, typed);
  const number = given.normalize("NFKC").trim().toUpperCase();
  if (await tooOften(ports, "find", { address: http.sourceIp, projectId: number })) {
    const { status, detail } = problems["too-often"];
    return findPage(ports, http, [{ field: "number", message: detail[language] }], typed, status);
  }
  if (byCode(ports)) return found(linkTo(look, "/t", { ask: await askCode(ports, number, lastFour) }));
  const secret = await findAgain(ports, number, phone);
  if (secret === undefined)
    return findPage(ports, http, [{ field: "number", message: say("none") }], typed, 404);
  return found(linkTo(look, `/t/${encodeURIComponent(number)}`, { secret }));
}
