/** How mail programs announce the mail they quote. All patterns see one line without its "> " and its outer blanks. */

const LABELS: Readonly<Record<string, RegExp>> = {
  from: /^(?:发件人|發件人|寄件者|寄件人|发送人|发信人|from|de|von)$/,
  sent: /^(?:发送时间|发送日期|發送時間|傳送時間|傳送日期|寄件日期|发件时间|日期|时间|時間|date|sent|datum|gesendet)$/,
  to: /^(?:收件人|收件者|收信人|to|an)$/,
  copy: /^(?:抄送|抄送人|副本|副本收件人|密送|cc|bcc)$/,
  subject: /^(?:主题|主題|主旨|标题|標題|subject|betreff)$/,
  other: /^(?:附件|attachments?|重要性|importance|回复|reply-to|回复至)$/,
};

/** Which header a line of a quoted header block is ("发件人：", "| 日 期 |", "*From:*"), or null. */
export function headerLabel(line: string): string | null {
  const match = /^[*|_\s]*([^:：|<>@]{1,16}?)[*_\s]*(?:[:：][*_]*|\|)/.exec(line);
  if (match === null) return null;
  const label = (match[1] ?? "").replace(/[\s\u3000]+/g, "").toLowerCase();
  return Object.entries(LABELS).find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

const ORIGINAL =
  /^[-—–_=*\s]{2,}\s*(?:原始邮件|原始郵件|原邮件|原郵件|回复的原邮件|回覆的原郵件|回复的邮件|邮件原件|邮件原文|原文|原始信息|原始消息|原始訊息|original(?: message| email| mail)?|reply message|ursprüngliche nachricht|message d'origine)\s*[-—–_=*\s]{2,}$/i;
const FORWARD =
  /^[-—–_=*\s]{2,}\s*(?:转发(?:的)?(?:邮件|消息|信息)(?:信息)?|轉寄(?:的)?(?:郵件|訊息)?|轉發(?:的)?郵件|forwarded (?:message|mail|by .*)|begin forwarded message)\s*[-—–_=*\s:]*$|^begin forwarded message\s*[:：]$|^(?:开始转发的邮件|下面是被转发的邮件|以下是转发的邮件|開始轉寄郵件)\s*[:：]?$/i;

/** What the reader of a mail writes above a mail within it. */
export const ATTACHED_MARK = "---------- 随附邮件 Attached message ----------";

/** "-----原始邮件-----" and its kin. */
export const isOriginalMark = (line: string): boolean => line.length < 120 && ORIGINAL.test(line);
/** A forwarded mail is what the sender wants read, so it is never folded. */
export const isForwardMark = (line: string): boolean => line.length < 120 && FORWARD.test(line);
/** A ruled line that programs put above a quoted header block. */
export const isRule = (line: string): boolean => /^[-—–_=*]{3,}$/.test(line.replace(/\s/g, ""));

const WROTE = /(?:写道|寫道|写到|寫到|wrote|writes|schrieb|a écrit|escribió)\s*[:：]?$/i;
const STARTS = /^(?:在|于|於|on|at|le|am|el)(?=[\s\d"“'（(])/i;
const DATED = /\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}[:：]\d{2}|\d{1,2}\s*月\s*\d{1,2}|\b(?:19|20)\d\d\b/;
const ADDRESSED = /@[^\s<>]+|[于於]\s*\d{4}\s*年/;

/** "在 2026-05-08 10:20:30，张三 <a@b> 写道：" in any program's wording; it may be wrapped over lines. */
export function isAttribution(text: string): boolean {
  if (text.length > 400 || !WROTE.test(text)) return false;
  return DATED.test(text) && (STARTS.test(text) || ADDRESSED.test(text) || /^\d{4}\s*年/.test(text));
}

/** Whether a line might be the first of a wrapped attribution. */
export const mayStartAttribution = (text: string): boolean =>
  text.length < 300 &&
  !WROTE.test(text) &&
  (STARTS.test(text) || ADDRESSED.test(text)) &&
  (DATED.test(text) || ADDRESSED.test(text));

/** A line quoted with ">"; "> 5 户" counts, ">5户", ">=" and the ">From " of mailbox files do not. */
export const isQuotedLine = (line: string): boolean =>
  /^ ?>(?!From )(?:[> ]*$|[> ]*[ >][^]*$|[^\s>=\d])/.test(line);
/** The line without its ">" marks. */
export const unquoted = (line: string): string => line.replace(/^(?:[ \t]*>)+/, "").trim();
