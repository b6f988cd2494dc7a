import { Eta } from "eta/core";
import type { OutgoingMail } from "../../app/ports/messages.ts";
import { withoutMarks } from "../../domain/invisible.ts";
import type { Language } from "../../domain/organisation/language.ts";
import { htmlLayout } from "./layout-html.ts";
import { textLayout } from "./layout-text.ts";
import type { Message, Said, Tone, Words } from "./message.ts";

const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif";

const colours: Readonly<Record<Tone, { readonly bar: string; readonly strong: string }>> = {
  calm: { bar: "#1f5f8b", strong: "#1f2933" },
  reminder: { bar: "#9a5b00", strong: "#9a5b00" },
  alarm: { bar: "#b42318", strong: "#b42318" },
};

const footer: Words = {
  zh: "本邮件由接诉系统自动发送。",
  en: "Sent automatically by Jiesu, the complaint desk.",
};

// Line ends after tags vanish, so that loops leave no empty lines in the text part.
const html = new Eta({ autoEscape: true, autoTrim: false });
const text = new Eta({ autoEscape: false, autoTrim: [false, "nl"] });
const htmlTemplate = html.compile(htmlLayout);
const textTemplate = text.compile(textLayout);

/**
 * Lays a message out as the two parts of a mail, the reader's language first and the other below it. Every value is
 * escaped in the HTML part; marks that would turn round what stands beside them are left out everywhere.
 */
export function layOut(
  message: Message,
  language: Language,
): Pick<OutgoingMail, "subject" | "text" | "html" | "pictures"> {
  const subject = oneLine(message.subject[language]);
  const other = language === "zh" ? "en" : "zh";
  const it = {
    ...message,
    subject,
    fonts,
    footer,
    colours: colours[message.tone],
    lang: language === "zh" ? "zh-CN" : "en",
    colon: language === "zh" ? "：" : ": ",
    comma: language === "zh" ? "，" : ", ",
    first: (words: Words) => words[language],
    second: (words: Words) => words[other],
    lines: (said: Said) => lines(typeof said === "string" ? said : said[language]),
  };
  const pictures = message.blocks.filter((block) => block.kind === "picture");
  return {
    subject,
    text: withoutMarks(text.render(textTemplate, it)),
    html: withoutMarks(html.render(htmlTemplate, it)),
    ...(pictures.length === 0 ? {} : { pictures: pictures.map(({ name, png }) => ({ name, png })) }),
  };
}

function lines(value: string): string[] {
  return value.split(/\r\n|[\r\n\u2028\u2029]/);
}

/** A subject never breaks a header. */
function oneLine(subject: string): string {
  return withoutMarks(subject).replace(/\s+/g, " ").trim();
}
