import type { Channel } from "../classification/sources.ts";
import type { Consent, NotifiedBy } from "../complaint/consent.ts";
import type { Instant } from "../time/instant.ts";
import type { Words } from "../words/words.ts";
import { privacyNoticeVersion } from "./privacy.ts";

/** How a complainant of each way in learns what is done with personal data (个人信息保护法 17); the form's own tick says so itself. */
const byChannel: Readonly<Record<Channel, NotifiedBy>> = {
  phone: "announced",
  web: "sender",
  email: "linked",
  mailbox: "posted",
  visit: "told",
  oral: "told",
  letter: "linked",
  wechat: "linked",
  sms: "linked",
  forum: "others",
  press: "others",
  relay: "others",
  government: "others",
};

/** The notice in force, and how it reaches whoever complains by this way. */
export function notifiedBy(channel: Channel, at: Instant): Consent {
  return { notice: privacyNoticeVersion, at, how: byChannel[channel] };
}

/** In words; absent: agreed to with a tick, as the public form asks. */
export const notifiedWords: Readonly<Record<NotifiedBy | "ticked", Words>> = {
  ticked: { zh: "本人勾选同意", en: "agreed with a tick" },
  announced: { zh: "接通电话时播报", en: "announced when the call begins" },
  told: { zh: "接待人当面告知，前台公示", en: "told by whoever received it, and posted at the desk" },
  posted: { zh: "张贴在投诉箱上", en: "posted on the complaint box" },
  linked: { zh: "受理回执与公示中附链接", en: "linked in the acknowledgement and on the public notice" },
  sender: { zh: "由提交它的网站或系统告知", en: "shown by the site or system that sent it" },
  others: {
    zh: "由来源方转来，依法处理（个人信息保护法 13），联系本人时告知",
    en: "passed on by others and handled by law (PIPL 13); told when the person is contacted",
  },
};
