import type { PageGiven } from "../../../contracts/core/route.ts";
import { emergencyNumbers, soundsDangerous } from "../../../domain/residents/emergency.ts";
import { nextPage } from "../../../domain/residents/report-steps.ts";
import { html, type Markup } from "../core/html.ts";
import { addressOf, type PageNeeds, type Report, reportPage } from "./report.ts";

const words = {
  title: { zh: "有人有危险吗？请先打电话", en: "Is somebody in danger? Call first" },
  why: {
    zh: "您写的内容可能涉及人身安全。网上提交不会立刻有人赶到，请马上拨打：",
    en: "What you wrote may be about somebody's safety. A form brings nobody at once; call now:",
  },
  keep: {
    zh: "您写的内容已经保存，打完电话可以继续填写。",
    en: "What you wrote is kept; you can go on after the call.",
  },
  next: { zh: "没有危险，或已打过电话，继续", en: "No danger, or I have called: continue" },
} as const;

/** D6 立即: words of danger show whom to call at once, before anything is sent. */
export function dangerPage({ report, draft }: PageNeeds): PageGiven {
  const { language } = report;
  const content = html`<div class="box danger" role="alert">${calls(report)}</div><p>${words.keep[language]}</p><p><a class="b s" href="${addressOf(report, nextPage(draft.done))}">${words.next[language]}</a></p>`;
  return reportPage(report, { title: words.title[language], content });
}

/** Whom to call, on a page that asks something else; nothing where the words tell of no danger. */
export function dangerBox(report: Report, matter: string): Markup {
  if (!soundsDangerous(matter)) return html``;
  return html`<div class="box danger">${calls(report)}</div>`;
}

/** The same, shown by our script as soon as the words tell of danger. */
export function dangerBoxAhead(report: Report): Markup {
  return html`<div id="call" class="box danger" role="alert" hidden>${calls(report)}</div>`;
}

function calls({ language, project }: Report): Markup {
  const numbers = emergencyNumbers(project).map(
    ({ number, words: { zh, en } }) =>
      html`<a class="b call" href="tel:${number}">${language === "zh" ? zh : en} ${number}</a>`,
  );
  return html`<p>${words.why[language]}</p>${numbers}`;
}
