import type { DraftAnswers } from "../../../app/ports/drafts.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { beginDraft, changeDraft, findDraft, pageAfter, withMatter } from "../../../app/residents/draft.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import { visitorBehind } from "../../../app/residents/visitor.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { told } from "../../../contracts/residents/bodies.ts";
import { defined } from "../../../domain/present.ts";
import { homeHint, soundsDangerous } from "../../../domain/residents/emergency.ts";
import { button, errorSummary, type FormError, field } from "../core/form-parts.ts";
import { html } from "../core/html.ts";
import { linkTo } from "../core/look.ts";
import { found } from "../core/reply.ts";
import { checkedField } from "./checked-field.ts";
import { dangerBoxAhead } from "./danger.ts";
import { dangerScript } from "./danger-script.ts";
import { addressOf, formTo, NO_PLACE, type Report, reportPage } from "./report.ts";
import { frozenOnward, goneOrBusy, tooOftenPage } from "./trouble.ts";

const words = {
  title: { zh: "发生了什么？", en: "What happened?" },
  hint: {
    zh: "请写清事情、时间和地点。可以用手机键盘上的话筒说话输入。",
    en: "Say what happened, when and where. You can speak into the microphone of your phone's keyboard.",
  },
  matter: { zh: "投诉内容", en: "Your complaint" },
  place: { zh: "地点", en: "Place" },
  placeHint: {
    zh: "例如：8栋1单元电梯（不清楚可不填）",
    en: "For example: lift of building 8, unit 1 (leave empty if unsure)",
  },
  next: { zh: "下一步", en: "Continue" },
  empty: { zh: "请写下发生了什么", en: "Write what happened" },
  privacy: { zh: "个人信息如何使用", en: "How we use your data" },
  find: { zh: "查询已提交的投诉", en: "Look up a complaint you have sent" },
  danger: {
    zh: "有人受困、触电、着火、燃气泄漏时，请先打电话：",
    en: "Somebody trapped, electric shock, fire or a gas leak: call first. ",
  },
} as const;

interface StartForm {
  readonly matter?: string;
  readonly place?: string;
}

/** GET: the first question, with what was answered before. */
export async function showStart(report: Report): Promise<PageGiven | LinkGiven> {
  const { ports, project, token, place } = report;
  if (token === undefined) return startPage(report, place === NO_PLACE ? {} : { place }, []);
  const draft = await findDraft(ports, project.id, token);
  if (draft === undefined) return goneOrBusy(report, "draft-gone");
  if (draft.frozen !== undefined) return frozenOnward(report, draft);
  return startPage(report, defined({ matter: draft.answers.matter, place: draft.answers.place }), []);
}

/** POST: begins the draft, or changes its words. Danger is answered at once, before anything is sent. */
export async function takeMatter(report: Report): Promise<PageGiven | LinkGiven> {
  const { http, language } = report;
  const fields = (await http.anyForm())?.fields ?? {};
  const errors: FormError[] = [];
  const matter = checkedField(
    told.matter,
    fields["matter"],
    "matter",
    language,
    errors,
    words.empty[language],
  );
  const place = checkedField(told.place, fields["place"], "place", language, errors);
  if (matter === undefined || errors.length > 0) return startPage(report, fields, errors);
  return (await changed(report, matter, place)) ?? begun(report, matter, place);
}

/** What was typed into a draft that is gone begins another one: it is not lost. */
async function changed(report: Report, matter: string, place: string | undefined) {
  const { ports, project, token } = report;
  if (token === undefined) return undefined;
  const draft = await changeDraft(ports, project.id, token, (before) => {
    const { place: _, ...answers } = withMatter(before, matter).answers;
    return { ...withMatter(before, matter), answers: { ...answers, ...defined({ place }) } };
  });
  if (!isProblem(draft)) return found(onward(report, matter, pageAfter(draft), token));
  if (draft.problem === "draft-gone") return undefined;
  const frozen = await findDraft(ports, project.id, token);
  return frozen?.frozen === undefined ? goneOrBusy(report, draft.problem) : frozenOnward(report, frozen);
}

async function begun(report: Report, matter: string, place: string | undefined) {
  const { ports, project, http, language } = report;
  if (await tooOften(ports, "begin", { address: http.sourceIp, projectId: project.id }))
    return tooOftenPage(report, html`<p>${matter}</p>`);
  const { building, unit } = homeHint(place ?? "");
  const follower = report.visitor === undefined ? undefined : await visitorBehind(ports, report.visitor);
  const answers: DraftAnswers = {
    matter,
    ...defined({ place, building, unit, follower }),
    ...(language === "en" ? { language } : {}),
  };
  const { token, draft } = await beginDraft(ports, project.id, answers);
  return found(onward(report, matter, pageAfter(draft), token));
}

function onward(report: Report, matter: string, next: ReturnType<typeof pageAfter>, token: string): string {
  return addressOf(report, soundsDangerous(matter) ? "danger" : next, token);
}

function startPage(report: Report, given: StartForm, errors: readonly FormError[]): PageGiven {
  const { language, project } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const { matter, place } = given;
  const phone = project.emergencyPhone ?? project.hotline ?? "119";
  const content = html`${errorSummary(errors, language)}<p>${say("danger")}<a href="tel:${phone}">${phone}</a></p>${formTo(
    report,
    undefined,
    html`${field({ id: "matter", label: say("matter"), hint: say("hint"), errors, rows: 7, ...defined({ value: matter }) })}${dangerBoxAhead(report)}${field({ id: "place", label: say("place"), hint: say("placeHint"), errors, ...defined({ value: place }) })}${button(say("next"))}`,
  )}<p class="l"><a href="${addressOf(report, "privacy")}">${say("privacy")}</a></p><p class="l"><a href="${linkTo(report.look, "/t")}">${say("find")}</a></p>`;
  return reportPage(report, { title: say("title"), content, errors, script: dangerScript });
}
