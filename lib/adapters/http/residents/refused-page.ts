import type { PageGiven } from "../../../contracts/core/route.ts";
import { type Language, problems } from "../../../contracts/problems.ts";
import { html, type Markup } from "../core/html.ts";
import { linkTo, lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import { detailOf, RefusedRequest } from "../core/refusal.ts";
import type { ApiRequest } from "../core/request.ts";
import { typedBox } from "./trouble.ts";

const words = {
  tooLarge: {
    zh: "内容太大，没有保存。请返回上一页，您填写的还在；照片一次只传一张，或在手机上选小一点的。",
    en: "It is too large and was not kept. Go back, where what you wrote still stands; send one photo at a time, or choose smaller ones.",
  },
  back: { zh: "回到这一页", en: "Back to this page" },
} as const;

type Fields = Readonly<Record<string, string>>;

/**
 * People are answered with a page whatever was wrong with what they sent, with what they typed (`typed`); a fault of ours
 * goes on.
 */
export function refusedPage(error: unknown, http: ApiRequest, typed: Fields = {}): PageGiven {
  if (!(error instanceof RefusedRequest)) throw error;
  const look = lookOf(http);
  const { language } = look;
  const { status, title } = problems[error.code];
  const detail =
    error.code === "too-large"
      ? words.tooLarge[language]
      : detailOf(error.code, error.more, language, http.traceId);
  const { lang: _, text: __, ...query } = http.query;
  // Only these addresses have a page to go back to.
  const back = /^\/[rt](?:\/|$)/.test(http.path)
    ? html`<p><a class="b s" href="${linkTo(look, http.path, query)}">${words.back[language]}</a></p>`
    : html``;
  const content = html`<p>${detail}</p>${faultsOf(error, language)}${back}${typedBox(typed, language)}`;
  return renderPage({ status, look, title: title[language], content });
}

function faultsOf({ more }: RefusedRequest, language: Language): Markup {
  const faults = more.errors ?? [];
  if (faults.length === 0) return html``;
  return html`<ul>${faults.map(({ path, message }) => html`<li>${path}：${message[language]}</li>`)}</ul>`;
}
