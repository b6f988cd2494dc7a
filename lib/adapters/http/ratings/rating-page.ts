import { rate } from "../../../app/complaints/rating.ts";
import { track } from "../../../app/complaints/tracking.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { grades } from "../../../contracts/core/grades.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import { type Language, problems } from "../../../contracts/problems.ts";
import { ratingBody, ratingQuery } from "../../../contracts/ratings/bodies.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { gradeWords } from "../../../domain/words/complaint.ts";
import { labelOf } from "../../../domain/words/words.ts";
import { html, type Markup } from "../core/html.ts";
import { page } from "../core/page.ts";
import { detailOf, Refusal, refusalOf } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { validated } from "../core/validate.ts";
import { notFoundPage } from "../public/tracking-page.ts";

export type RatingPorts = Parameters<typeof rate>[0];

const words = {
  title: { zh: "评价本次处理", en: "How did we handle your complaint?" },
  reason: {
    zh: "意见或原因（不满意时必填）",
    en: "Your opinion or reason (needed if you are not satisfied)",
  },
  button: { zh: "提交评价", en: "Send" },
  done: { zh: "已收到您的评价，谢谢。", en: "Thank you, your grade is recorded." },
  notNow: {
    zh: "现在不能评价：投诉尚未处理完成，或已经结案。如有意见，请直接回复我们的邮件。",
    en: "It cannot be graded now: it is not resolved yet, or closed already. Please answer our mail instead.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** GET: the form, with the grade that was tapped; changes nothing, because mail scanners open links. */
export async function showRating(load: () => Promise<RatingPorts>, request: ApiRequest): Promise<PageGiven> {
  const { data: query } = ratingQuery.safeParse(request.query);
  const number = request.parameters["number"] ?? "";
  const complaint = query === undefined ? undefined : await track(await load(), number, query.secret);
  if (complaint === undefined) return notFoundPage(request.language);
  return ratingPage(200, complaint, request.language, { tapped: query?.grade });
}

/** POST: the form's button, answered with a page; or JSON `{grade, text?}`, answered with JSON. */
export async function rateComplaint(load: () => Promise<RatingPorts>, request: ApiRequest) {
  const { data: query } = ratingQuery.safeParse(request.query);
  const number = request.parameters["number"] ?? "";
  const secret = query?.secret ?? "";
  const fields = request.form();
  if (fields !== undefined) return rateByForm(await load(), { number, secret, fields }, request);
  const rating = validated(ratingBody, request.json());
  const result = await rate(await load(), number, secret, rating);
  if (isProblem(result)) return result;
  return json(200, { number: result.registration.number, grade: rating.grade });
}

interface SentForm {
  readonly number: string;
  readonly secret: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What is wrong with a form is said above the form. */
async function rateByForm(
  ports: RatingPorts,
  { number, secret, fields }: SentForm,
  request: ApiRequest,
): Promise<PageGiven> {
  const { language, traceId } = request;
  try {
    const { grade = "" } = fields;
    const result = await rate(
      ports,
      number,
      secret,
      validated(ratingBody, { ...fields, grade: Number(grade) }),
    );
    if (isProblem(result)) throw refusalOf(result);
    return ratingPage(200, result, language, {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const complaint = await track(ports, number, secret);
    if (complaint === undefined) return notFoundPage(language);
    const why = detailOf(error.code, error.more, language, traceId);
    const { status } = problems[error.code];
    return ratingPage(status, complaint, language, { tapped: fields["grade"], why });
  }
}

function ratingPage(
  status: number,
  complaint: Complaint,
  language: Language,
  { tapped, why }: { readonly tapped?: string | undefined; readonly why?: string },
): PageGiven {
  const say = (key: keyof typeof words) => html`<p>${words[key][language]}</p>`;
  const about = html`<p>${complaint.registration.number}</p>`;
  const refused = why === undefined ? [] : [html`<p><strong>${why}</strong></p>`];
  const content =
    complaint.opinion !== undefined
      ? say("done")
      : complaint.status === "resolved"
        ? form(language, tapped)
        : say("notNow");
  return page(status, language, words.title[language], html`${about}${refused}${content}`);
}

/** Posts to the address of the page itself, which holds the secret. */
function form(language: Language, tapped: string | undefined): Markup {
  const options = grades.toReversed().map((grade) => {
    const label = `${grade} ${labelOf(gradeWords[grade])[language]}`;
    const checked = String(grade) === tapped ? html` checked` : html``;
    return html`<p><label><input type="radio" name="grade" value="${String(grade)}" required${checked}> ${label}</label></p>`;
  });
  return html`<form method="post">${options}<p><label>${words.reason[language]}<br><textarea name="text" rows="4" cols="30" maxlength="2000"></textarea></label></p><button type="submit">${words.button[language]}</button></form>`;
}
