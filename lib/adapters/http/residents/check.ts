import { isProblem } from "../../../app/problems/problem.ts";
import { sendDraft } from "../../../app/residents/send-draft.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { problems } from "../../../contracts/problems.ts";
import { complaintClasses } from "../../../domain/classification/classes.ts";
import { privacyNoticeVersion } from "../../../domain/residents/privacy.ts";
import type { ReportPage } from "../../../domain/residents/report-steps.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import { button, errorSummary, type FormError, HONEYPOT, honeypot, tick } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import { found } from "../core/reply.ts";
import { dangerBox } from "./danger.ts";
import { addressOf, formTo, type PageNeeds, type Report, reportPage } from "./report.ts";
import { goneOrBusy } from "./trouble.ts";

const words = {
  title: { zh: "请核对后提交", en: "Check your answers, then send" },
  matter: { zh: "投诉内容", en: "Your complaint" },
  place: { zh: "地点", en: "Place" },
  photos: { zh: "照片", en: "Photos" },
  home: { zh: "住址", en: "Home" },
  neighbours: { zh: "邻居", en: "Neighbours" },
  contact: { zh: "联系方式", en: "Contact" },
  joins: { zh: "我也遇到：", en: "I have it too: " },
  nothing: { zh: "未填", en: "not given" },
  anonymous: { zh: "匿名", en: "anonymous" },
  change: { zh: "修改", en: "Change" },
  pieces: { zh: "张", en: "" },
  consent: { zh: "我已阅读并同意", en: "I have read and agree to " },
  notice: { zh: "个人信息使用说明", en: "how my data is used" },
  edition: { zh: "版本", en: "edition" },
  consentMissing: {
    zh: "请勾选同意个人信息使用说明，才能提交",
    en: "Tick that you agree to how your data is used",
  },
  trap: { zh: "请不要填写这一栏", en: "Leave this field empty" },
  trapped: { zh: "这一栏要留空：请清空后再提交", en: "This field must stay empty: clear it and send again" },
  send: { zh: "提交投诉", en: "Send the complaint" },
} as const;

export function checkPage({ report, draft, errors }: PageNeeds): PageGiven {
  const { language } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const { matter, place, building, unit, room, name, phone, anonymous, joins } = draft.answers;
  const home = [building, unit, room].filter((part) => part !== undefined).join(" · ");
  const contact =
    anonymous === true ? say("anonymous") : [name, phone].filter((one) => one !== undefined).join(" ");
  const photos =
    draft.photos.length === 0 ? say("nothing") : `${draft.photos.length} ${say("pieces")}`.trim();
  const row = (label: string, value: string, page: ReportPage | undefined) =>
    rowOf(report, { label, value, page });
  const rows = [
    row(say("matter"), matter, undefined),
    row(say("place"), place ?? say("nothing"), undefined),
    row(say("photos"), photos, "photos"),
    row(say("home"), home === "" ? say("nothing") : home, "home"),
    ...(joins === undefined
      ? []
      : [row(say("neighbours"), `${say("joins")}${complaintClasses[joins][language]}`, "neighbours")]),
    row(say("contact"), contact, "contact"),
  ];
  const content = html`${errorSummary(errors, language)}${dangerBox(report, matter)}<dl>${rows}</dl>${formTo(
    report,
    "check",
    html`${honeypot(say("trap"), errors)}<p class="l"><a href="${addressOf(report, "privacy")}">${say("notice")} (${say("edition")} ${privacyNoticeVersion})</a></p>${tick({ id: "consent", label: `${say("consent")}${say("notice")}`, errors })}${button(say("send"))}`,
  )}`;
  return reportPage(report, { title: say("title"), content, errors });
}

function rowOf(
  report: Report,
  {
    label,
    value,
    page,
  }: { readonly label: string; readonly value: string; readonly page: ReportPage | undefined },
): Markup {
  const change = words.change[report.language];
  return html`<dt>${label}</dt><dd>${value}\n<a href="${addressOf(report, page)}" aria-label="${change} ${label}">${change}</a></dd>`;
}

/** POST: registers it, once; with the receipt's address as the answer. */
export async function takeCheck(asked: PageNeeds): Promise<PageGiven | LinkGiven> {
  const { report } = asked;
  const { ports, http, project, token = "", language } = report;
  const fields = (await http.anyForm())?.fields ?? {};
  const errors: FormError[] = [];
  if (fields[HONEYPOT] !== undefined) errors.push({ field: HONEYPOT, message: words.trapped[language] });
  if (fields["consent"] !== "yes") errors.push({ field: "consent", message: words.consentMissing[language] });
  if (errors.length > 0) return checkPage({ ...asked, errors });
  const consent = { notice: privacyNoticeVersion, at: toInstant(ports.clock.now()) };
  const result = await sendDraft(ports, project.id, token, consent);
  if (!isProblem(result)) return found(addressOf(report, "sent"));
  if (result.problem === "draft-gone" || result.problem === "busy") return goneOrBusy(report, result.problem);
  const message = problems[result.problem].detail[language];
  return checkPage({ ...asked, errors: [{ field: "consent", message }] });
}
