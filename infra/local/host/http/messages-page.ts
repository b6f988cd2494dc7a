import type { SentMessage } from "../../contract.ts";
import { escapeHtml } from "./admin-page.ts";
import { mailboxPath } from "./mailbox-pages.ts";

const ways = { wecom: "企业微信 WeCom", sms: "短信 text message" } as const;
const when = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "medium",
});

/** What the local receivers took, newest first, as it would stand on a phone; links open. */
export function messagesPage(messages: readonly SentMessage[]): string {
  const cards = messages.toReversed().map(
    ({ at, way, to, title, text, url }) => `<article class="${way}">
<header>${ways[way]} → <b>${escapeHtml(to)}</b> <time>${escapeHtml(when.format(at))}</time></header>
<h2>${escapeHtml(title)}</h2><p>${written(way, text)}</p>
${url === undefined ? "" : `<a href="${escapeHtml(url)}">${way === "wecom" ? "打开 open" : escapeHtml(url)}</a>`}
</article>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>接诉 · 已发消息 Messages sent</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}
article{border:1px solid #ccc;border-left:.4rem solid #07c160;border-radius:.4rem;padding:.5rem 1rem;margin:1rem 0}
article.sms{border-left-color:#1677ff}h2{font-size:1rem;margin:.3rem 0}p{margin:.3rem 0;white-space:pre-wrap}
header,time{color:#555;font-size:.9rem}a{overflow-wrap:anywhere}</style>
<h1>已发消息 <small lang="en">Messages sent</small></h1>
<p>企业微信与短信 ${messages.length} 条 · <span lang="en">WeCom and text messages</span>；
<a href="${mailboxPath}">邮件在邮件页 mails</a> · <a href="/_local/">控制页 control page</a></p>
${cards.join("\n")}</html>
`;
}

/** A card's text is escaped HTML with line breaks; everything else in it is shown as text. */
function written(way: SentMessage["way"], text: string): string {
  if (way === "sms") return escapeHtml(text);
  return text
    .split("<br>")
    .map((line) => escapeHtml(line).replaceAll(/&amp;(amp|lt|gt);/g, "&$1;"))
    .join("<br>");
}
