import PostalMime, { type Attachment, type Email } from "postal-mime";
import type { SentMail } from "../../contract.ts";
import { escapeHtml } from "./admin-page.ts";

export const mailboxPath = "/_local/mailbox";

const when = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "medium",
});

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}
td{overflow-wrap:anywhere}time{white-space:nowrap;color:#555}dl{display:grid;grid-template-columns:auto 1fr;gap:0 1rem}
dd{margin:0;overflow-wrap:anywhere}iframe{width:100%;height:75vh;border:1px solid #ccc}pre{white-space:pre-wrap;overflow-wrap:anywhere}
input{font:inherit;width:20rem;max-width:70%}`;

function framed(title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${style}</style>
${content}</html>
`;
}

const hrefOf = (mail: SentMail, below = "") => `${mailboxPath}/${encodeURIComponent(mail.id)}${below}`;

/** The sent mails that fit what somebody searched for, newest first, out of `total`. Times are of Asia/Shanghai. */
export function mailboxPage(mails: readonly SentMail[], total: number, searched: string): string {
  const rows = mails.map(
    (
      mail,
    ) => `<tr><td><time>${escapeHtml(when.format(mail.at))}</time></td><td>${escapeHtml(mail.to.join(", "))}</td>
<td><a href="${escapeHtml(hrefOf(mail))}">${escapeHtml(mail.subject === "" ? "（无主题 no subject）" : mail.subject)}</a></td></tr>`,
  );
  return framed(
    "接诉 · 已发邮件 Mails sent",
    `<h1>已发邮件 <small lang="en">Mails sent</small></h1>
<form><label>收件人或主题 <span lang="en">to or subject</span> <input name="q" type="search" value="${escapeHtml(searched)}"></label>
<button>查找 search</button></form>
<p>显示 ${mails.length} 封，共 ${total} 封 · <span lang="en">${mails.length} of ${total}</span>；
<a href="/_local/messages">消息 messages</a> · <a href="/_local/">控制页 control page</a></p>
<table><thead><tr><th>时间 at</th><th>收件人 to</th><th>主题 subject</th></tr></thead><tbody>
${rows.join("\n")}</tbody></table>`,
  );
}

/** One mail as its reader sees it; pictures within it are shown, no script of it runs. */
export async function mailPage(mail: SentMail): Promise<string> {
  const parsed = await PostalMime.parse(mail.raw);
  const files = parsed.attachments.map(
    ({ filename, mimeType, content }, at) =>
      `<li><a href="${escapeHtml(hrefOf(mail, `/files/${at}`))}">${escapeHtml(filename ?? mimeType)}</a> ${bytesOf(content).length} B</li>`,
  );
  return framed(
    mail.subject,
    `<p><a href="${mailboxPath}">← 已发邮件 mails</a></p><h1>${escapeHtml(mail.subject)}</h1>
<dl><dt>时间 at</dt><dd>${escapeHtml(when.format(mail.at))}</dd><dt>发件人 from</dt><dd>${escapeHtml(mail.from)}</dd>
<dt>收件人 to</dt><dd>${escapeHtml(mail.to.join(", "))}</dd></dl>
${files.length === 0 ? "" : `<ul>${files.join("")}</ul>`}
${bodyOf(parsed)}
<p><a href="${escapeHtml(hrefOf(mail, "/raw"))}">原文 raw</a></p>`,
  );
}

/** What one mail carries, by its place on the page; undefined: it does not carry so many. */
export async function mailFile(mail: SentMail, at: number): Promise<Attachment | undefined> {
  return (await PostalMime.parse(mail.raw)).attachments[at];
}

function bodyOf(parsed: Email): string {
  const text = `<pre>${escapeHtml(parsed.text ?? "")}</pre>`;
  if (parsed.html === undefined) return text;
  // Links leave the frame, scripts and forms do not run in it.
  return `<iframe title="邮件正文 the mail" sandbox="allow-popups allow-popups-to-escape-sandbox"
srcdoc="${escapeHtml(`<base target="_blank">${withPictures(parsed.html, parsed.attachments)}`)}"></iframe>
<details><summary>纯文本 plain text</summary>${text}</details>`;
}

/** Pictures that a mail carries stand in its HTML as `cid:` addresses, which no browser opens. */
function withPictures(html: string, attachments: readonly Attachment[]): string {
  return attachments.reduce((shown, { contentId, mimeType, content }) => {
    const id = contentId?.replaceAll(/^<|>$/g, "") ?? "";
    if (id === "") return shown;
    return shown.replaceAll(
      `cid:${id}`,
      `data:${mimeType};base64,${Buffer.from(bytesOf(content)).toString("base64")}`,
    );
  }, html);
}

export function bytesOf(content: Attachment["content"]): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
}
