import { createHash } from "node:crypto";
import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import { html, Markup } from "./html.ts";

/** Plain enough for old phones: no script, no grid, no variables. */
const style =
  "body{font:16px/1.6 sans-serif;color:#222;background:#f5f5f5;margin:0}" +
  "div{max-width:600px;margin:0 auto;padding:16px;background:#fff}" +
  "h1{font-size:20px;margin:0 0 8px}h2{font-size:17px;margin:24px 0 8px}" +
  "table{width:100%;border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:6px 0;border-bottom:1px solid #ddd}" +
  "button{font:inherit;padding:10px 24px;border:0;background:#1f5f8b;color:#fff}" +
  "th{width:40%;font-weight:normal;color:#595959}p{margin:4px 0;white-space:pre-wrap;word-wrap:break-word}small{color:#595959}";

const styleSheet = new Markup(style);

/** Only this style sheet may apply, and nothing may run or be loaded. */
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** A page for people without an account. */
export function page(status: number, language: Language, title: string, content: Markup): PageGiven {
  const { text } =
    html`<!DOCTYPE html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${styleSheet}</style></head><body><div><h1>${title}</h1>${content}</div></body></html>`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "content-security-policy": policy,
    },
    html: text,
  };
}
