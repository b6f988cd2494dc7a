import { rate } from "../../../app/complaints/rating.ts";
import { track } from "../../../app/complaints/tracking.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { grades } from "../../../contracts/core/grades.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import { type Language, problems } from "../../../contracts/problems.ts";
import { ratingBody, ratingQuery } from "../../../contracts/ratings/bodies.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { defined } from "../../../domain/present.ts";
import { gradeWords } from "../../../domain/words/complaint.ts";
import { labelOf } from "../../../domain/words/words.ts";
import { button, choices, errorSummary, type FormError, field } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import { linkTo, lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import { detailOf, RefusedRequest, refusalOf } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { validated } from "../core/validate.ts";
import { unknownTracked } from "../residents/tracked.ts";

export type RatingPorts = Parameters<typeof rate>[0];

const words = {
  title: { zh: "评价本次处理", en: "How did we handle your complaint?" },
  grade: { zh: "您满意吗？", en: "Are you content?" },
  missing: { zh: "请选择一个评价", en: "Choose a grade" },
  back: { zh: "返回进度", en: "Back to the progress" },
  reason: {
    zh: "意见或原因（不满意时必填）",
    en: "Your opinion or reason (needed if you are not satisfied)",
  },
  button: { zh: "提交评价", en: "Send" },
  noReason: {
    zh: "请写下不满意的原因，我们好改进",
    en: "Tell us why you are not satisfied, so that we can do better",
  },
  done: { zh: "已收到您的评价，谢谢。", en: "Thank you, your grade is recorded." },
  notNow: {
    zh: "现在不能评价：投诉尚未处理完成，或已经结案。如有意见，请在进度页面补充。",
    en: "It cannot be graded now: it is not resolved yet, or closed already. Add a message on the page of its progress.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** GET: the form, with the grade that was tapped; changes nothing, because mail scanners open links. */
export async function showRating(load: () => Promise<RatingPorts>, request: ApiRequest): Promise<PageGiven> {
  const { data: query } = ratingQuery.safeParse(request.query);
  const number = request.parameters["number"] ?? "";
  const complaint = query === undefined ? undefined : await track(await load(), number, query.secret);
  if (complaint === undefined) return unknownTracked(request);
  return ratingPage(200, complaint, request, defined({ tapped: query?.grade }));
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
  const { traceId } = request;
  const look = lookOf(request);
  try {
    const { grade = "" } = fields;
    const result = await rate(
      ports,
      number,
      secret,
      validated(ratingBody, { ...fields, grade: Number(grade) }),
    );
    if (isProblem(result)) throw refusalOf(result);
    return ratingPage(200, result, request, {});
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    const complaint = await track(ports, number, secret);
    if (complaint === undefined) return unknownTracked(request);
    const why =
      fields["grade"] === undefined
        ? words.missing[look.language]
        : error.code === "reason-required"
          ? words.noReason[look.language]
          : detailOf(error.code, error.more, look.language, traceId);
    const at = fields["grade"] === undefined ? "grade" : "text";
    const { status } = problems[error.code];
    return ratingPage(status, complaint, request, {
      ...defined({ tapped: fields["grade"], typed: fields["text"] }),
      errors: [{ field: at, message: why }],
    });
  }
}

interface RatingForm {
  readonly tapped?: string;
  readonly typed?: string;
  readonly errors?: readonly FormError[];
}

function ratingPage(status: number, complaint: Complaint, http: ApiRequest, given: RatingForm): PageGiven {
  const look = lookOf(http);
  const { language } = look;
  const { errors = [] } = given;
  const say = (key: "done" | "notNow") => html`<p>${words[key][language]}</p>`;
  const { number } = complaint.registration;
  const { secret } = http.query;
  const content =
    complaint.opinion !== undefined
      ? say("done")
      : complaint.status === "resolved"
        ? form(http, given)
        : html`${errorSummary(errors, language)}${say("notNow")}`;
  const back = html`<p class="l"><a href="${linkTo(look, `/t/${encodeURIComponent(number)}`, { secret })}">${words.back[language]}</a></p>`;
  return renderPage({
    status,
    look,
    title: words.title[language],
    content: html`${content}${back}`,
    owner: number,
    self: { path: http.path, query: http.query },
    hasErrors: errors.length > 0,
  });
}

/** Posts to the address of the page itself, which holds the secret. */
function form(http: ApiRequest, { tapped, typed, errors = [] }: RatingForm): Markup {
  const { language } = lookOf(http);
  const options = grades
    .toReversed()
    .map((grade) => ({ value: String(grade), label: `${grade} ${labelOf(gradeWords[grade])[language]}` }));
  const grade = choices(
    { id: "grade", label: words.grade[language], errors, ...defined({ value: tapped }) },
    options,
  );
  const reason = field({
    id: "text",
    label: words.reason[language],
    errors,
    rows: 4,
    ...defined({ value: typed }),
  });
  return html`${errorSummary(errors, language)}<form method="post" novalidate>${grade}${reason}${button(words.button[language])}</form>`;
}
