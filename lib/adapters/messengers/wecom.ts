import * as z from "zod";
import {
  type BriefMessage,
  type Messenger,
  NotTakenError,
  PermanentMailError,
} from "../../app/ports/messages.ts";
import { cut } from "../../domain/cut.ts";
import { type WecomWays, wecomApi } from "./wecom-api.ts";
import type { WecomSettings } from "./wecom-settings.ts";

const sendAnswer = z.object({
  errcode: z.int(),
  msgid: z.string().optional(),
  invaliduser: z.string().optional(),
  unlicenseduser: z.string().optional(),
});

/** The account does not exist, may not see the application, or left: trying again cannot help. */
const UNREACHABLE: readonly number[] = [81013, 82001, 60111, 40003];

/**
 * Sends text cards (应用消息 textcard). Throws PermanentMailError for accounts that cannot be reached, else a transient
 * error: -1 busy and 45009 too many calls come back with the queue's back-off. Errors name codes, never people.
 */
export function wecomMessenger(settings: WecomSettings, ways: WecomWays = {}): Messenger {
  const ask = wecomApi(settings, ways);
  return {
    async send(to, message) {
      const answer = sendAnswer.parse(await ask("message/send", {}, bodyOf(settings.agentId, to, message)));
      const refused = (answer.invaliduser ?? "") !== "" || (answer.unlicenseduser ?? "") !== "";
      if (refused || UNREACHABLE.includes(answer.errcode)) {
        throw new PermanentMailError(`WeCom cannot reach the account: ${answer.errcode}`);
      }
      if (answer.errcode !== 0) throw new NotTakenError(`WeCom did not take it: ${answer.errcode}`);
      return answer.msgid ?? "wecom";
    },
  };
}

/** Cards want a link; a message without one is plain text. The same content within ten minutes is shown once. */
function bodyOf(agentId: number, to: string, { title, text, url, button }: BriefMessage) {
  const base = { touser: to, agentid: agentId, enable_duplicate_check: 1, duplicate_check_interval: 600 };
  if (url === undefined) return { ...base, msgtype: "text", text: { content: `${title}\n${text}` } };
  return {
    ...base,
    msgtype: "textcard",
    textcard: {
      title: cut(title, 40),
      description: escaped(text),
      url,
      btntxt: cut(button ?? "详情", 4),
    },
  };
}

/** A card's text is a little HTML. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}
