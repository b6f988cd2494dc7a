import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import type { ResidentAct } from "../../../contracts/tracking/bodies.ts";
import { isOpen } from "../../../domain/complaint/document.ts";
import { statusWords } from "../../../domain/words/complaint.ts";
import { html } from "../core/html.ts";
import { linkTo } from "../core/look.ts";
import { NO_PLACE } from "./report.ts";
import { type Tracked, trackAddress, trackedPage } from "./tracked.ts";
import { typedBox } from "./trouble.ts";

const words = {
  title: { zh: "这件投诉已经结束", en: "This complaint is over" },
  state: { zh: "现在的状态：", en: "It is now: " },
  add: { zh: "有新情况，补充内容或照片", en: "There is something new: add a message or a photo" },
  anew: { zh: "重新投诉", en: "Make a new complaint" },
  back: { zh: "返回进度", en: "Back to the progress" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** True for what can be done no more: 催办 and 撤诉 of what is closed, everything but personal data of what was taken back or referred. */
export function isOver({ complaint }: Tracked, act: ResidentAct): boolean {
  switch (act) {
    case "urge":
    case "withdraw":
      return !isOpen(complaint);
    case "message":
      return isEnded(complaint);
    case "privacy":
      return false;
  }
}

/** True once it was taken back or referred: nobody handles it any more. */
export function isEnded({ status }: Tracked["complaint"]): boolean {
  return status === "withdrawn" || status === "referred";
}

/** Says that it is over and what can be done instead, with what was typed. */
export function endedPage(tracked: Tracked, typed: Readonly<Record<string, string>> = {}): PageGiven {
  const { complaint, language, look } = tracked;
  const { status, registration } = complaint;
  const link = (address: string, label: Readonly<Record<Language, string>>) =>
    html`<p class="l"><a href="${address}">${label[language]}</a></p>`;
  const onward = isEnded(complaint)
    ? link(linkTo(look, `/r/${encodeURIComponent(registration.projectId)}/${NO_PLACE}`), words.anew)
    : link(trackAddress(tracked, "message"), words.add);
  const content = html`<p>${words.state[language]}<strong>${statusWords[status][language]}</strong></p>${onward}${link(trackAddress(tracked), words.back)}${typedBox(typed, language)}`;
  return trackedPage(tracked, { title: words.title[language], content, status: 409 });
}
