import type { DraftAnswers } from "../../../app/ports/drafts.ts";
import { findNeighbours } from "../../../app/residents/neighbours.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import { told } from "../../../contracts/residents/bodies.ts";
import { defined, omit } from "../../../domain/present.ts";
import { button, errorSummary, type FormError, field } from "../core/form-parts.ts";
import { html } from "../core/html.ts";
import { checkedField } from "./checked-field.ts";
import { formTo, type PageNeeds, type Report, reportPage } from "./report.ts";

const words = {
  title: { zh: "您住在哪里？", en: "Where do you live?" },
  hint: {
    zh: "方便上门处理。不是住户或不想说，可以不填。",
    en: "So that somebody can come by. Leave it empty if you do not live here or would rather not say.",
  },
  building: { zh: "楼栋", en: "Building" },
  unit: { zh: "单元", en: "Unit" },
  room: { zh: "房号", en: "Flat" },
  next: { zh: "下一步", en: "Continue" },
} as const;

const parts = ["building", "unit", "room"] as const;

export function homePage({ report, draft, errors, typed }: PageNeeds): PageGiven {
  const { language } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const values: Readonly<Record<string, string | undefined>> = typed ?? {
    ...draft.answers,
    anonymous: undefined,
    follower: undefined,
  };
  const fields = parts.map((part) =>
    field({ id: part, label: say(part), errors, ...defined({ value: values[part] }) }),
  );
  const content = html`${errorSummary(errors, language)}<p>${say("hint")}</p>${formTo(report, "home", html`${fields}${button(say("next"))}`)}`;
  return reportPage(report, { title: say("title"), content, errors });
}

/** The home as it was typed: other words, other answers. */
export function readHome(
  { language }: Report,
  answers: DraftAnswers,
  fields: Readonly<Record<string, string>>,
  errors: FormError[],
): DraftAnswers {
  const read = (part: (typeof parts)[number]) =>
    checkedField(told.part, fields[part], part, language, errors);
  return {
    ...omit(answers, "building", "unit", "room"),
    ...defined({ building: read("building"), unit: read("unit"), room: read("room") }),
  };
}

/** True where there is something to say of neighbours. */
export async function hasNeighbours({ ports, project }: Report, answers: DraftAnswers): Promise<boolean> {
  return (await findNeighbours(ports, project.id, answers)) !== undefined;
}
