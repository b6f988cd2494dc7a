import type { DraftPhoto } from "../../../app/ports/drafts.ts";
import type { Problem } from "../../../app/problems/problem.ts";
import { keepPhoto, MAX_PHOTOS, type PhotoPorts, uploadedPhoto } from "../../../app/residents/photos.ts";
import { type Language, problems } from "../../../contracts/problems.ts";
import { type FormError, fileField } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import type { SentForm } from "../core/request.ts";

type Bilingual = Readonly<Record<Language, string>>;

const pictures = "image/*,application/pdf";

const words = {
  hint: {
    zh: `最多 ${MAX_PHOTOS} 张，每张不超过 4 MB。照片太大传不上去时，请一次只传一张。`,
    en: `Up to ${MAX_PHOTOS}, 4 MB each. If large ones fail, send them one at a time.`,
  },
  tooMany: {
    zh: `最多 ${MAX_PHOTOS} 张，多出的没有保存`,
    en: `At most ${MAX_PHOTOS}; the rest was not kept`,
  },
  sending: { zh: "照片正在上传…", en: "Photos are being sent…" },
  sent: { zh: "照片已上传，请点按钮继续。", en: "Photos are sent; go on with the button." },
  have: { zh: "已上传：", en: "Uploaded: " },
} as const satisfies Record<string, Bilingual>;

/** What is wrong with one file, by its name: the reader knows which one to choose anew. */
const faults: Partial<Record<Problem["problem"], Bilingual>> = {
  "file-too-large": {
    zh: "太大，最多 4 MB。请在手机上选“中等大小”，或截屏后再传",
    en: "is too large (4 MB at most). Choose a smaller size, or take a screenshot of it",
  },
  "file-type-refused": {
    zh: "不是照片（文件名说的不算，看的是内容）。请选 JPG、PNG、HEIC 照片或 PDF",
    en: "is no photo, whatever its name says. Choose a JPG, PNG or HEIC photo, or a PDF",
  },
  "unknown-upload": { zh: "没有上传成功，请重新选择", en: "did not arrive; choose it again" },
  "upload-missing": { zh: "没有传完整，请重新选择", en: "did not arrive whole; choose it again" },
};

/**
 * The field for photos, with what our script puts there directly. `have`: what came with this form before and was good, so
 * that nobody chooses it again.
 */
export function photosField(
  language: Language,
  label: string,
  errors: readonly FormError[],
  have: readonly DraftPhoto[] = [],
): Markup {
  const ids = have.map(({ uploadId }) => uploadId).join(",");
  const names = have.map(({ name }) => name).join("，");
  const known = have.length === 0 ? html`` : html`<p>${words.have[language]}${names}</p>`;
  return html`${fileField({ id: "photos", label, hint: words.hint[language], errors }, pictures)}${known}<input type="hidden" id="uploads" name="uploads" value="${ids}"><p id="sending" role="status" data-sending="${words.sending[language]}" data-sent="${words.sent[language]}"></p>`;
}

export interface Kept {
  readonly kept: readonly DraftPhoto[];
  /** What is wrong with the others, each by its name. */
  readonly errors: readonly FormError[];
}

/** Keeps the photos of a form, `already` so many being there: each is looked at by itself, and the good ones stay. */
export async function keepPhotos(
  ports: PhotoPorts,
  { fields, files }: SentForm,
  already: number,
  language: Language,
): Promise<Kept> {
  const kept: DraftPhoto[] = [];
  const errors: FormError[] = [];
  const wrong = (message: string) => void errors.push({ field: "photos", message });
  const take = async (name: string, look: () => Promise<DraftPhoto | Problem>) => {
    if (already + kept.length >= MAX_PHOTOS) return wrong(`${name}: ${words.tooMany[language]}`);
    const result = await look();
    if ("problem" in result) return wrong(`${name} ${faultOf(result, language)}`);
    kept.push(result);
  };
  const named = { zh: "照片", en: "A photo" }[language];
  for (const id of uploadsIn(fields)) await take(named, () => uploadedPhoto(ports, id));
  for (const { field, name: given, content } of files) {
    if (field !== "photos") continue;
    const name = shownName(given);
    await take(name, async () => {
      const result = await keepPhoto(ports, { name, content });
      return typeof result === "string" ? { uploadId: result, name, size: content.byteLength } : result;
    });
  }
  return { kept, errors };
}

/** True for a form that brings photos, in it or directly. */
export function bringsPhotos({ fields, files }: SentForm): boolean {
  return files.some(({ field }) => field === "photos") || uploadsIn(fields).length > 0;
}

/** More names than photos may be there are of no use. */
function uploadsIn(fields: SentForm["fields"]): readonly string[] {
  const ids = (fields["uploads"] ?? "").split(",").map((id) => id.trim().slice(0, 100));
  return [...new Set(ids)].filter((id) => id !== "").slice(0, 2 * MAX_PHOTOS);
}

/** A file's name as a label: no folders, no control characters, not too long. */
function shownName(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/s, "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .toWellFormed()
    .slice(-100);
  return plain.trim() === "" ? "photo" : plain;
}

function faultOf({ problem }: Problem, language: Language): string {
  return (faults[problem] ?? problems[problem].detail)[language];
}
