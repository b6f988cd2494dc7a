import { findDraft } from "../../../app/residents/draft.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import { privacyNotice, privacyNoticeVersion } from "../../../domain/residents/privacy.ts";
import { nextPage } from "../../../domain/residents/report-steps.ts";
import { html } from "../core/html.ts";
import { addressOf, type Report, reportPage } from "./report.ts";
import { phoneLine } from "./trouble.ts";

const words = {
  title: { zh: "个人信息使用说明", en: "How your data is used" },
  edition: { zh: "版本", en: "Edition" },
  whom: { zh: "谁负责：", en: "Who answers for it: " },
  back: { zh: "返回", en: "Back" },
} as const;

/** The notice in force, with its edition: what is kept, how long, and whom to ask. */
export async function privacyPage(report: Report): Promise<PageGiven> {
  const { language, project, ports, token } = report;
  const company = await ports.organisation.company();
  const draft = token === undefined ? undefined : await findDraft(ports, project.id, token);
  const paragraphs = privacyNotice.map((one) => html`<p>${one[language]}</p>`);
  const back = addressOf(report, draft === undefined ? undefined : nextPage(draft.done));
  const whom = [company?.name, project.name, project.mailbox].filter((one) => one !== undefined).join("，");
  const content = html`<p class="hint">${words.edition[language]} ${privacyNoticeVersion}</p>${paragraphs}<p>${words.whom[language]}${whom}</p>${phoneLine(report)}<p><a class="b s" href="${back}">${words.back[language]}</a></p>`;
  return reportPage(report, { title: words.title[language], content });
}
