import type { NoticeFacts } from "../../app/ports/notices.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import { cut } from "../../domain/cut.ts";
import { maskedPhone } from "../../domain/organisation/masking.ts";
import { placeWords } from "../../domain/words/place.ts";
import { ERASED } from "./customer.ts";
import { personName } from "./holders.ts";
import type { FactLine, MessagePart, Said, Words } from "./message.ts";
import { postNamed } from "./names.ts";

const MATTER_LIMIT = 300;

/** What is said to one of our people, addressed by name and post; a stand-in is told for whom. */
export function addressed({ notice: { recipient }, people }: NoticeFacts, text: Words): Words {
  if (recipient.kind !== "person") throw new TypeError("this message goes to people of the company");
  const name = personName(people, recipient.id);
  const post = postNamed(recipient.post);
  const { insteadOf } = recipient;
  const absent = insteadOf === undefined ? undefined : postNamed(insteadOf);
  const instead =
    absent === undefined
      ? { zh: "", en: "" }
      : {
          zh: `（「${absent.zh}」当前无人在岗，由您代为接收）`,
          en: ` (Nobody holds the post "${absent.en}" now, so it goes to you.)`,
        };
  return {
    zh: `${name}（${post.zh}），您好！${text.zh}${instead.zh}`,
    en: `${name} (${post.en}): ${text.en}${instead.en}`,
  };
}

/** Name, room and a masked phone: enough to know whom it is about, no more. */
export function complainantLine(complaint: Complaint): Said {
  if (complaint.registration.anonymous) return { zh: "匿名", en: "anonymous" };
  const phone = registeredValue(complaint, "phone");
  const parts = [
    registeredValue(complaint, "name"),
    placeWords(complaint.registration.location),
    phone === undefined ? undefined : maskedPhone(phone),
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? { zh: "未留姓名", en: "no name given" } : parts.join("　");
}

/** The government ticket it came with; nothing for what is none. */
export function ticketLine({ registration: { external } }: Complaint): FactLine[] {
  if (external === undefined) return [];
  const { system, ticketNo, unit } = external;
  return [{ label: { zh: "转办工单", en: "Ticket" }, value: `${system} ${ticketNo}　${unit}` }];
}

/** The matter as told, at most 300 UTF-16 units, never half a character. */
export function matterQuote(complaint: Complaint): MessagePart {
  const matter = registeredValue(complaint, "matter") ?? ERASED;
  const short = cut(matter, MATTER_LIMIT);
  return {
    kind: "quote",
    title: { zh: "投诉内容", en: "Matter" },
    text: matter.length <= MATTER_LIMIT ? matter : `${short}……`,
  };
}

/** One tap, then a page with a button: a mail scanner that opens the link acknowledges nothing. */
export function acknowledging({ acknowledgeUrl }: NoticeFacts): MessagePart[] {
  if (acknowledgeUrl === undefined) return [];
  return [{ kind: "link", words: { zh: "知晓，我来跟进", en: "Acknowledge" }, url: acknowledgeUrl }];
}

/**
 * Where a complaint is acted on. A handler's phone opens the job, which works without signal: a card leads there at one tap.
 * Everybody else acknowledges first, or opens it at the desk.
 */
export function actingOn(facts: NoticeFacts, complaintId: string): MessagePart[] {
  const { recipient } = facts.notice;
  if (recipient.kind === "person" && recipient.post === "handler") {
    return [openPage(facts, `/m/c/${complaintId}`), ...acknowledging(facts)];
  }
  return [...acknowledging(facts), openPage(facts, `/c/${complaintId}`)];
}

/** The page of what the message is about: it opens on a phone, and signing in on the way leads back to it. */
export function openPage({ publicUrl }: Pick<NoticeFacts, "publicUrl">, path: string): MessagePart {
  return { kind: "link", words: { zh: "打开处理页面", en: "Open and act" }, url: `${publicUrl}${path}` };
}

/** Plain text, not a button: the address wants a staff token, which a browser does not have without a staff page. */
export function whereToAct({ publicUrl }: NoticeFacts, path: string): MessagePart {
  const url = `${publicUrl}${path}`;
  return {
    kind: "paragraph",
    words: { zh: `处理接口（需员工令牌）：${url}`, en: `Act on it (staff token needed): ${url}` },
  };
}
