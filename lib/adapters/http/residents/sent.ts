import { shortTrackingUrl } from "../../../app/complaints/tracking.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { html } from "../core/html.ts";
import { linkTo } from "../core/look.ts";
import { notesInWords, promisesInWords } from "./notes.ts";
import { type Report, reportPage } from "./report.ts";
import { phoneLine } from "./trouble.ts";

const words = {
  title: { zh: "已收到您的投诉", en: "We have your complaint" },
  number: { zh: "编号", en: "Number" },
  keep: {
    zh: "请截屏，或把下面的编号和链接存下来。",
    en: "Take a screenshot, or save the number and the link below.",
  },
  track: { zh: "查看进度", en: "See the progress" },
  next: { zh: "接下来", en: "What happens next" },
  notes: { zh: "存到备忘录", en: "For your notes" },
  notesHint: {
    zh: "长按下面的文字，全选、复制，再粘贴到备忘录或微信收藏。",
    en: "Press and hold the text below, select all, copy, and paste it into your notes.",
  },
  calendar: { zh: "加到手机日历", en: "Add the times to your calendar" },
  anonymous: {
    zh: "您选择了匿名：我们无法打电话给您，请用上面的链接查看答复。",
    en: "You stay anonymous: we cannot call you, so look here for the answer.",
  },
  secret: {
    zh: "知道这个链接的人可以看到进度，请不要转发。",
    en: "Whoever has this link can see the progress: do not pass it on.",
  },
} as const;

/** The receipt: the number, the secret link, and the promised times in words. */
export function sentPage(report: Report, complaint: Complaint): PageGiven {
  const { language, ports, look } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const { number, anonymous } = complaint.registration;
  const url = shortTrackingUrl(ports, complaint);
  const own = new URL(url);
  const here = linkTo(look, own.pathname, Object.fromEntries(own.searchParams));
  const promises = promisesInWords(complaint, language).map(({ sentence }) => html`<li>${sentence}</li>`);
  const notes = html`<div class="f"><label for="notes">${say("notes")}</label><p class="hint" id="notes-h">${say("notesHint")}</p><textarea id="notes" rows="9" readonly aria-describedby="notes-h">\n${notesInWords(ports, complaint, language)}</textarea></div><p class="l"><a href="${linkTo(look, `${own.pathname}/notes.ics`, Object.fromEntries(own.searchParams))}">${say("calendar")}</a></p>`;
  const content = html`<div class="box"><p>${say("number")}</p><p class="no">${number}</p></div><h2>${say("next")}</h2><ul>${promises}</ul><p>${say("keep")}</p><p><a class="b" href="${here}">${say("track")}</a></p>${notes}<p class="hint">${say("secret")}</p>${anonymous ? html`<p>${say("anonymous")}</p>` : []}${phoneLine(report)}`;
  return reportPage(report, { title: say("title"), content });
}
