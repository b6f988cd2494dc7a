import type { BriefMessage } from "../../app/ports/messages.ts";
import { cut } from "../../domain/cut.ts";
import { withoutMarks } from "../../domain/invisible.ts";
import type { Language } from "../../domain/organisation/language.ts";
import type { Message, MessagePart, Words } from "./message.ts";

/** WeCom shows 512 bytes of a card's text; a text message is dear by the 67 characters. */
const TEXT_LIMIT = 160;

/** A message in a few lines, for cards and text messages: the facts, then where to tap. */
export function brief(message: Message, language: Language): BriefMessage {
  const facts = message.blocks.flatMap((block) => (block.kind === "facts" ? block.lines : []));
  const text = facts
    .map(({ label, value }) => {
      const said = typeof value === "string" ? value : value[language];
      return `${label[language]}${language === "zh" ? "：" : ": "}${said.split("\n")[0] ?? ""}`;
    })
    .join("\n");
  const link = message.blocks.flatMap(tapped)[0];
  return {
    title: withoutMarks(message.title[language]),
    text: cut(withoutMarks(text), TEXT_LIMIT),
    ...(link === undefined ? {} : { url: link.url, button: link.words[language] }),
  };
}

/** Where a tap leads: the first of a message's links, or of its questions. */
function tapped(block: MessagePart): { readonly url: string; readonly words: Words }[] {
  if (block.kind === "link") return [block];
  return block.kind === "choices" ? [{ url: block.url, words: block.title }] : [];
}
