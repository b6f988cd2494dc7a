import { createHash } from "node:crypto";
import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import { html, Markup } from "./html.ts";
import { type Look, linkTo } from "./look.ts";
import { stylesheet } from "./stylesheet.ts";

const styleMarkup = new Markup(stylesheet);
const styleHash = hashOf(stylesheet);

/** A page for people without an account. */
export interface PagePlan {
  readonly status?: number;
  readonly look: Look;
  readonly title: string;
  readonly content: Markup;
  /** Whose page it is, above the title. */
  readonly owner?: string;
  /** Its own address, for the links to the other language and size; absent: a page without them. */
  readonly self?: { readonly path: string; readonly query: Readonly<Record<string, string>> };
  /** Our own small script, which the page can do without. */
  readonly script?: string;
  /** Whom that script may send files to, beside ourselves: an origin. */
  readonly sendsTo?: string;
  /** Something is wrong with what was sent: said in the title too, which is read out first. */
  readonly hasErrors?: boolean;
}

const words = {
  wrong: { zh: "有错误：", en: "Error: " },
  large: { zh: "大字版", en: "Large text" },
  normal: { zh: "标准字号", en: "Normal text" },
  nav: { zh: "显示方式", en: "How this page looks" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/**
 * Only our own style sheet applies, only our own script runs, if the page has one (it may draw pictures that lie on the phone), and
 * nothing is loaded from anywhere; files may be sent to where files are kept.
 */
export function renderPage(plan: PagePlan): PageGiven {
  const { look, title, content, owner, script, status = 200 } = plan;
  const { language } = look;
  const wrong = plan.hasErrors === true ? words.wrong[language] : "";
  const code = script === undefined ? [] : [new Markup(`<script>${script}</script>`)];
  const { text } =
    html`<!DOCTYPE html><html lang="${language === "zh" ? "zh-CN" : "en"}"${look.large ? html` class="large"` : html``}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no"><title>${wrong}${title}</title><style>${styleMarkup}</style></head><body><div class="w">${header(plan)}<main>${owner === undefined ? [] : [html`<p class="hint">${owner}</p>`]}<h1>${title}</h1>${content}</main></div>${code}</body></html>`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "content-security-policy": policyOf(script, plan.sendsTo),
    },
    html: text,
  };
}

/** A page in one language alone, where there is nothing to choose. */
export function page(status: number, language: Language, title: string, content: Markup): PageGiven {
  return renderPage({ status, look: { language, large: false }, title, content });
}

function header({ look, self }: PagePlan): Markup {
  if (self === undefined) return html``;
  const { lang: _, text: __, ...query } = self.query;
  const other: Look = { ...look, language: look.language === "zh" ? "en" : "zh" };
  const address = (wanted: Look) =>
    wanted.language === "zh"
      ? linkTo(wanted, self.path, { ...query, lang: "zh" })
      : linkTo(wanted, self.path, query);
  const size = look.large ? words.normal : words.large;
  const name =
    other.language === "zh" ? html`<span lang="zh-CN">中文</span>` : html`<span lang="en">English</span>`;
  return html`<header><nav aria-label="${words.nav[look.language]}"><a href="${address({ ...look, large: !look.large })}">${size[look.language]}</a> <a href="${address(other)}">${name}</a></nav></header>`;
}

function policyOf(script: string | undefined, sendsTo: string | undefined): string {
  const runs = script === undefined ? "" : ` script-src '${hashOf(script)}'; img-src blob:;`;
  const sends = sendsTo === undefined ? "" : ` connect-src 'self' ${sendsTo};`;
  return `default-src 'none'; style-src '${styleHash}';${runs}${sends} base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
