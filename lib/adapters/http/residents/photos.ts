import type { Draft } from "../../../app/ports/drafts.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { answered, changeDraft, pageAfter } from "../../../app/residents/draft.ts";
import { MAX_PHOTOS } from "../../../app/residents/photos.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { button, errorSummary } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import { found } from "../core/reply.ts";
import type { SentForm } from "../core/request.ts";
import { photoScript } from "./photo-script.ts";
import { addressOf, formTo, type PageNeeds, type Report, reportPage } from "./report.ts";
import { bringsPhotos, keepPhotos, photosField } from "./sent-photos.ts";
import { frozenOnward, goneOrBusy, tooOftenPage } from "./trouble.ts";

const words = {
  title: { zh: "有照片吗？", en: "Do you have photos?" },
  pick: { zh: "选择照片（可不选）", en: "Choose photos (you need not)" },
  add: { zh: "上传", en: "Upload" },
  next: { zh: "下一步", en: "Continue" },
  have: { zh: "已上传", en: "Uploaded" },
  remove: { zh: "删除", en: "Remove" },
} as const;

export function photosPage({ report, draft, errors }: PageNeeds): PageGiven {
  const { language } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const content = html`${errorSummary(errors, language)}${list(report, draft)}${formTo(
    report,
    "photos",
    html`${photosField(language, say("pick"), errors)}${button(say("add"), { name: "add", second: true })}${button(say("next"), { name: "next" })}`,
    true,
  )}`;
  return reportPage(report, { title: say("title"), content, errors, script: photoScript, sendsFiles: true });
}

function list(report: Report, { photos }: Draft): Markup {
  const { language } = report;
  if (photos.length === 0) return html``;
  const lines = photos.map(
    ({ name, size, uploadId }) =>
      html`<li>${name} (${kilobytes(size)} KB)${formTo(report, "photos", button(`${words.remove[language]} ${name}`, { name: "remove", value: uploadId, second: true }), true)}</li>`,
  );
  return html`<h2>${words.have[language]}</h2><ul>${lines}</ul>`;
}

function kilobytes(size: number): string {
  return String(Math.max(1, Math.round(size / 1000)));
}

/** POST: keeps what came, says of each file what is wrong with it, removes one, or goes on. */
export async function takePhotos({ report, draft }: PageNeeds): Promise<PageGiven | LinkGiven> {
  const { ports, project, http, token = "" } = report;
  const sent = (await http.anyForm()) ?? { fields: {}, files: [] };
  const { fields } = sent;
  if (
    bringsPhotos(sent) &&
    (await tooOften(ports, "photo", { address: http.sourceIp, projectId: project.id }))
  )
    return tooOftenPage(report, html`<p>${draft.answers.matter}</p>`);
  const news = omitKnown(sent, draft);
  const { kept, errors } = await keepPhotos(ports, news, draft.photos.length, report.language);
  const changed = await changeDraft(ports, project.id, token, (before) => {
    const photos = [...before.photos, ...kept].filter(({ uploadId }) => uploadId !== fields["remove"]);
    const next = { ...before, photos: photos.slice(0, MAX_PHOTOS) };
    return fields["next"] === undefined || errors.length > 0 ? next : answered(next, "photos", next.answers);
  });
  if (isProblem(changed))
    return draft.frozen === undefined ? goneOrBusy(report, changed.problem) : frozenOnward(report, draft);
  if (errors.length > 0) return photosPage({ report, draft: changed, errors });
  return found(addressOf(report, fields["next"] === undefined ? "photos" : pageAfter(changed)));
}

/** A form that is sent again names what the draft has already. */
function omitKnown({ fields, files }: SentForm, { photos }: Draft): SentForm {
  const known = photos.map(({ uploadId }) => uploadId);
  const uploads = (fields["uploads"] ?? "").split(",").filter((id) => !known.includes(id));
  return { fields: { ...fields, uploads: uploads.join(",") }, files };
}
