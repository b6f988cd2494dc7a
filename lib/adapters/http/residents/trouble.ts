import type { Draft } from "../../../app/ports/drafts.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { type Language, problems, type WireProblemCode } from "../../../contracts/problems.ts";
import { omit } from "../../../domain/present.ts";
import { html, type Markup } from "../core/html.ts";
import { type Look, lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import { found } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { addressOf, type Report, reportPage } from "./report.ts";

const words = {
  again: { zh: "重新填写", en: "Start again" },
  later: {
    zh: "您写的内容在这里，可以复制保存，稍后再试：",
    en: "This is what you wrote; copy it and try again later:",
  },
  call: { zh: "也可以打电话：", en: "You can also call: " },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** A refusal as a page: what it is, and what to do. */
export function troublePage(look: Look, code: WireProblemCode, more: Markup = html``): PageGiven {
  const { status, title, detail } = problems[code];
  const { language } = look;
  return renderPage({
    status,
    look,
    title: title[language],
    content: html`<p>${detail[language]}</p>${more}`,
  });
}

/** A report that cannot go on as it stands; what was typed is shown, so that it is not lost. */
export function goneOrBusy(
  report: Report,
  code: WireProblemCode,
  typed: Readonly<Record<string, string>> = {},
): PageGiven {
  const { status, title, detail } = problems[code];
  const { language } = report;
  const first = addressOf(code === "draft-gone" ? omit(report, "token") : report);
  const content = html`<p>${detail[language]}</p><p><a class="b" href="${first}">${words.again[language]}</a></p>${phoneLine(report)}${typedBox(typed, language)}`;
  return reportPage(report, { status, title: title[language], content });
}

/** Fields that nobody types. */
const notTyped: readonly string[] =
  "who same next add remove consent uploads once projectId sourceId anonymous".split(" ");

/** What was typed, to be copied; nothing where nothing was. */
export function typedBox(fields: Readonly<Record<string, string>>, language: Language): Markup {
  const typed = Object.entries(fields).filter(([name]) => !notTyped.includes(name));
  if (typed.length === 0) return html``;
  return html`<p>${words.later[language]}</p><div class="box">${typed.map(([, value]) => html`<p>${value}</p>`)}</div>`;
}

/** Held back for an hour; what was typed is shown, so that it is not lost. */
export function tooOftenPage(report: Report, typed: Markup): PageGiven {
  const { status, title, detail } = problems["too-often"];
  const { language } = report;
  const content = html`<p>${detail[language]}</p>${phoneLine(report)}<p>${words.later[language]}</p><div class="box">${typed}</div>`;
  return reportPage(report, { status, title: title[language], content });
}

/** Being registered, or registered: nothing can be changed any more, only seen. */
export function frozenOnward(report: Report, { complaintId }: Draft): LinkGiven {
  return found(addressOf(report, complaintId === undefined ? "check" : "sent"));
}

export function phoneLine({ project, language }: Pick<Report, "project" | "language">): Markup {
  const phone = project.hotline ?? project.emergencyPhone;
  return phone === undefined
    ? html``
    : html`<p>${words.call[language]}<a href="tel:${phone}">${phone}</a></p>`;
}

/** For a sign of a project that we do not have. */
export function unknownSign(http: ApiRequest): PageGiven {
  return troublePage(lookOf(http), "unknown-sign");
}
