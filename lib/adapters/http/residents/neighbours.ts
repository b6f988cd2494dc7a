import type { DraftAnswers } from "../../../app/ports/drafts.ts";
import { findNeighbours } from "../../../app/residents/neighbours.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import { complaintClasses } from "../../../domain/classification/classes.ts";
import { defined, omit } from "../../../domain/present.ts";
import type { Neighbours } from "../../../domain/residents/neighbours.ts";
import { sharedPointOf } from "../../../domain/residents/neighbours.ts";
import { statusWords } from "../../../domain/words/complaint.ts";
import { button } from "../core/form-parts.ts";
import { html } from "../core/html.ts";
import { formTo, type PageNeeds, type Report, reportPage } from "./report.ts";
import { localDay } from "./times.ts";

const words = {
  title: { zh: "邻居也反映了吗？", en: "Have neighbours reported it too?" },
  none: { zh: "本楼栋目前没有类似的投诉。", en: "There is no such complaint from this building at present." },
  join: { zh: "我也遇到，一起登记", en: "I have it too: register mine with theirs" },
  joinHint: {
    zh: "“我也遇到”会为您登记自己的编号，单独答复、单独计数；不会显示您和邻居是谁。",
    en: "You get a number and an answer of your own; neither you nor your neighbours are shown to each other.",
  },
  other: { zh: "不是同一件事", en: "It is something else" },
  next: { zh: "下一步", en: "Continue" },
} as const;

/** What others of the building have reported: a count, no person, no flat, no words. */
export async function neighboursPage({ report, draft }: PageNeeds): Promise<PageGiven> {
  const { ports, project, language } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const seen = await findNeighbours(ports, project.id, draft.answers);
  const content =
    seen === undefined
      ? html`<p>${say("none")}</p>${formTo(report, "neighbours", button(say("next"), { name: "same", value: "no" }))}`
      : html`<div class="box"><p>${sentence(report, seen)}</p></div><p class="hint">${say("joinHint")}</p>${formTo(
          report,
          "neighbours",
          html`${button(say("join"), { name: "same", value: "yes" })}${button(say("other"), { name: "same", value: "no", second: true })}`,
        )}`;
  return reportPage(report, { title: say("title"), content });
}

/** 5 户已反映“电梯故障”，正在处理，预计 3 月 4 日前答复。 */
function sentence(
  { language, project }: Report,
  { code, households, handling, answerBy }: Neighbours,
): string {
  const point = complaintClasses[code][language];
  const state = statusWords[handling ? "handling" : "registered"][language];
  const day = answerBy === undefined ? undefined : localDay(answerBy, project.timeZone, language);
  if (language === "zh")
    return `本楼栋 ${households} 户已反映“${point}”，${state}${day === undefined ? "" : `，预计 ${day}前答复`}。`;
  const homes = households === 1 ? "1 household" : `${households} households`;
  return `${homes} of this building reported “${point}”; ${state}${day === undefined ? "" : `, an answer is promised by ${day}`}.`;
}

/** 我也遇到: the neighbours' problem point, so that the rules of D11 for groups and repeats see it. */
export function readNeighbours(
  answers: DraftAnswers,
  fields: Readonly<Record<string, string>>,
): DraftAnswers {
  const { matter } = answers;
  const joins = fields["same"] === "yes" ? sharedPointOf(matter) : undefined;
  return { ...omit(answers, "joins"), ...defined({ joins }) };
}
