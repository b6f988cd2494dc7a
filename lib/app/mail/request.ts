import { cut } from "../../domain/cut.ts";
import { isVisible } from "../../domain/invisible.ts";
import { defined } from "../../domain/present.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { IntakeRequest } from "../intake/intake-request.ts";
import type { ParsedMail } from "../ports/mail.ts";
import type { Answering } from "./nature.ts";

/** Mailboxes are a source system of their own. */
export const MAIL_SYSTEM = "mailbox";

const TEXT_LIMIT = 4000;
/** The file that keeps what does not stand in the complaint itself: the whole letter, the files not taken. */
export const LETTER_FILE = "来信全文.txt";
const NAMED_FILES = 3;
/** For a mail without a readable word: a complaint must say something. */
const NO_WORDS = "（邮件没有可读的文字，见原始邮件）";

/** What a mail's own words are: its text, else its subject and what its files are called (a scanned letter). */
export function allWordsOf(mail: ParsedMail): string {
  const text = isVisible(mail.text) ? mail.text.trim() : "";
  if (text !== "" && !SIGNATURE.test(text)) return text;
  const words = [mail.subject.trim(), isEncrypted(mail) ? ENCRYPTED : filesOf(mail)].join("");
  return (isVisible(words) ? words : text) || NO_WORDS;
}

/** Nobody at the desk can read it, and nobody may believe that it said nothing. */
const ENCRYPTED =
  "（来信已加密，系统无法读取，请尽快联系来信人 · The letter is encrypted and cannot be read: please ask its writer）";

function isEncrypted({ defects }: ParsedMail): boolean {
  return defects.includes("encrypted");
}

/** What a mail program puts under an empty letter; whoever sent it has written into the subject, or sends a picture. */
const SIGNATURE =
  /^[-—\s]*(?:发自我的\s*\S{1,20}|发自\S{1,12}(?:邮箱|手机)\S{0,8}|来自\S{1,12}邮箱\S{0,8}|发送自\s*\S{1,20}|获取\s*Outlook for \w+|Get Outlook for \w+|Sent from (?:my )?[\w ]{1,30}|从\s*Windows\s*版邮件发送)[\s.。]*$/i;

/** The words as far as a complaint takes them: at most 4,000 UTF-16 units, never half a character; a cut is marked. */
export function wordsOf(mail: ParsedMail): string {
  const text = allWordsOf(mail);
  if (text.length <= TEXT_LIMIT) return text;
  const mark = `……\n（原文共 ${text.length} 字，未完；全文见附件「${LETTER_FILE}」。Cut: the whole letter is attached.）`;
  return cut(text, TEXT_LIMIT - mark.length) + mark;
}

/** True if a complaint cannot hold all the words of this mail. */
export function isLong(mail: ParsedMail): boolean {
  return allWordsOf(mail).length > TEXT_LIMIT;
}

function filesOf({ attachments }: ParsedMail): string {
  const names = attachments.map(({ filename }) => filename ?? "").filter((name) => name !== "");
  if (names.length === 0) return "";
  const more = names.length > NAMED_FILES ? ` 等 ${names.length} 个文件` : "";
  return `（正文为空，见附件：${names.slice(0, NAMED_FILES).join("、")}${more}）`;
}

export interface MailFacts extends Answering {
  readonly projectId: string;
  readonly sourceId: string;
  /** Digest of what was written. */
  readonly contents: string;
  readonly formerContents?: string;
  /** Where the raw mail is kept. */
  readonly keptKey: string;
  readonly receivedAt: Instant;
}

/** The complaint that a mail asks for. */
export function requestOf(mail: ParsedMail, facts: MailFacts): IntakeRequest {
  const { to, name } = facts;
  const matter = wordsOf(mail);
  const whole = [allWordsOf(mail), mail.passedOn ?? ""].filter((words) => words !== "").join("\n\n");
  return {
    channel: "email",
    system: MAIL_SYSTEM,
    sourceId: facts.sourceId,
    body: facts.contents,
    ...defined({ formerBody: facts.formerContents }),
    by: { kind: "channel", id: MAIL_SYSTEM },
    projectId: facts.projectId,
    receivedAt: facts.receivedAt,
    matter,
    ...(whole === matter ? {} : { whole }),
    subject: mail.subject,
    rawMail: facts.keptKey,
    ...(facts.quiet ? { quiet: true } : {}),
    complainant: defined({ name, email: to?.address }),
  };
}
