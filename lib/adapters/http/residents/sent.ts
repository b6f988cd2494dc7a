import { shortTrackingUrl } from "../../../app/complaints/tracking.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import { dueAt } from "../../../domain/clocks/clock.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { html } from "../core/html.ts";
import { linkTo } from "../core/look.ts";
import { type Report, reportPage } from "./report.ts";
import { localTime } from "./times.ts";
import { phoneLine } from "./trouble.ts";

const words = {
  title: { zh: "已收到您的投诉", en: "We have your complaint" },
  number: { zh: "编号", en: "Number" },
  keep: {
    zh: "请截屏，或把编号和下面的链接存到备忘录、微信收藏：",
    en: "Take a screenshot, or save the number and this link in your notes:",
  },
  track: { zh: "查看进度", en: "See the progress" },
  next: { zh: "接下来", en: "What happens next" },
  firstReply: { zh: "前告诉您下一步怎么处理", en: ": you are told the next steps" },
  result: { zh: "前告诉您处理结果", en: ": you are told the result" },
  provisional: { zh: "（节假日安排公布后可能调整）", en: " (may change when the holidays are announced)" },
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
  const { number, timeZone, anonymous } = complaint.registration;
  const url = shortTrackingUrl(ports, complaint);
  const own = new URL(url);
  const here = linkTo(look, own.pathname, Object.fromEntries(own.searchParams));
  const promises = (["firstReply", "result"] as const).flatMap((name) => {
    const clock = complaint.clocks.find((one) => one.name === name);
    if (clock === undefined) return [];
    const provisional = clock.limits[0]?.provisional === true ? say("provisional") : "";
    const time = localTime(dueAt(clock), timeZone, language);
    return [html`<li>${language === "zh" ? `${time} ` : time}${say(name)}${provisional}</li>`];
  });
  const content = html`<div class="box"><p>${say("number")}</p><p class="no">${number}</p></div><p>${say("keep")}</p><p>${url}</p><p class="hint">${say("secret")}</p><p><a class="b" href="${here}">${say("track")}</a></p><h2>${say("next")}</h2><ul>${promises}</ul>${anonymous ? html`<p>${say("anonymous")}</p>` : []}${phoneLine(report)}`;
  return reportPage(report, { title: say("title"), content });
}
