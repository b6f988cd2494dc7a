import type { Draft, DraftPhoto } from "../../../app/ports/drafts.ts";
import type { Problem } from "../../../app/problems/problem.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { answered, changeDraft, pageAfter } from "../../../app/residents/draft.ts";
import { keepPhoto, MAX_PHOTOS } from "../../../app/residents/photos.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { type Language, problems } from "../../../contracts/problems.ts";
import { button, errorSummary, type FormError, fileField } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import { found } from "../core/reply.ts";
import type { SentFile } from "../core/request.ts";
import { photoScript } from "./photo-script.ts";
import { addressOf, formTo, type PageNeeds, type Report, reportPage } from "./report.ts";
import { frozenOnward, goneOrBusy, tooOftenPage } from "./trouble.ts";

export const pictures = "image/*,application/pdf";

const words = {
  title: { zh: "有照片吗？", en: "Do you have photos?" },
  pick: { zh: "选择照片（可不选）", en: "Choose photos (you need not)" },
  hint: {
    zh: `最多 ${MAX_PHOTOS} 张，每张不超过 4 MB。照片太大传不上去时，请一次只传一张。`,
    en: `Up to ${MAX_PHOTOS}, 4 MB each. If large ones fail, send them one at a time.`,
  },
  add: { zh: "上传", en: "Upload" },
  next: { zh: "下一步", en: "Continue" },
  have: { zh: "已上传", en: "Uploaded" },
  remove: { zh: "删除", en: "Remove" },
  tooMany: {
    zh: `最多 ${MAX_PHOTOS} 张，多出的没有保存`,
    en: `At most ${MAX_PHOTOS}; the rest was not kept`,
  },
} as const;

/** What is wrong with one file, by its name: the reader knows which one to choose anew. */
const faults: Partial<Record<Problem["problem"], Readonly<Record<Language, string>>>> = {
  "file-too-large": {
    zh: "太大，最多 4 MB。请在手机上选“中等大小”，或截屏后再传",
    en: "is too large (4 MB at most). Choose a smaller size, or take a screenshot of it",
  },
  "file-type-refused": {
    zh: "不是照片（文件名说的不算，看的是内容）。请选 JPG、PNG、HEIC 照片或 PDF",
    en: "is no photo, whatever its name says. Choose a JPG, PNG or HEIC photo, or a PDF",
  },
};

export function photosPage({ report, draft, errors }: PageNeeds): PageGiven {
  const { language } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const picker = fileField({ id: "photos", label: say("pick"), hint: say("hint"), errors }, pictures);
  const content = html`${errorSummary(errors, language)}${list(report, draft)}${formTo(
    report,
    "photos",
    html`${picker}${button(say("add"), { name: "add", second: true })}${button(say("next"), { name: "next" })}`,
    true,
  )}`;
  return reportPage(report, { title: say("title"), content, errors, script: photoScript });
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
  const sent = await http.anyForm();
  const fields = sent?.fields ?? {};
  const files = (sent?.files ?? []).filter(({ field }) => field === "photos");
  if (files.length > 0 && (await tooOften(ports, "photo", { address: http.sourceIp, projectId: project.id })))
    return tooOftenPage(report, html`<p>${draft.answers.matter}</p>`);
  const { kept, errors } = await keep(report, draft, files);
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

async function keep(report: Report, { photos }: Draft, files: readonly SentFile[]) {
  const { ports, language } = report;
  const kept: DraftPhoto[] = [];
  const errors: FormError[] = [];
  const wrong = (message: string) => void errors.push({ field: "photos", message });
  for (const { name: given, content } of files) {
    const name = shownName(given);
    if (photos.length + kept.length >= MAX_PHOTOS) {
      wrong(`${name}: ${words.tooMany[language]}`);
      continue;
    }
    const result = await keepPhoto(ports, { name, content });
    if (typeof result === "string") kept.push({ uploadId: result, name, size: content.byteLength });
    else wrong(`${name} ${photoFault(result, language)}`);
  }
  return { kept, errors };
}

/** A file's name as a label: no folders, no control characters, not too long. */
export function shownName(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/s, "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .toWellFormed()
    .slice(-100);
  return plain.trim() === "" ? "photo" : plain;
}

/** What is wrong with a file, to be read behind its name. */
export function photoFault({ problem }: Problem, language: Language): string {
  return (faults[problem] ?? problems[problem].detail)[language];
}
