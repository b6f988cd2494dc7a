import type { DraftPhoto } from "../../../app/ports/drafts.ts";
import { isProblem, type Problem } from "../../../app/problems/problem.ts";
import { addMessage, askForData, takeBack, urge } from "../../../app/residents/acts.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import type { Language, WireProblemCode } from "../../../contracts/problems.ts";
import { told } from "../../../contracts/residents/bodies.ts";
import type { ResidentAct } from "../../../contracts/tracking/bodies.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { type PersonDataKind, personDataKinds } from "../../../domain/person-data/request.ts";
import { defined } from "../../../domain/present.ts";
import { button, choices, errorSummary, type FormError, field } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import { detailOf } from "../core/refusal.ts";
import { found } from "../core/reply.ts";
import type { SentForm } from "../core/request.ts";
import { checkedField } from "./checked-field.ts";
import { photoScript } from "./photo-script.ts";
import { type Kept, keepPhotos, photosField } from "./sent-photos.ts";
import { endedPage } from "./track-ended.ts";
import { requestsOf } from "./track-requests.ts";
import { type Tracked, trackAddress, trackedPage } from "./tracked.ts";

type Bilingual = Readonly<Record<Language, string>>;

interface Act {
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly label: Bilingual;
  readonly send: Bilingual;
  /** What to say where nothing was written; absent: it may be left out. */
  readonly missing?: Bilingual;
  readonly photos?: true;
}

/** Which of the two is asked for (个人信息保护法 45, 47). */
const dataKinds: Readonly<Record<PersonDataKind, Bilingual>> = {
  export: { zh: "索取副本", en: "A copy" },
  erasure: { zh: "删除", en: "Erasure" },
};
const dataKind = { zh: "您要求", en: "You ask for" };
const noDataKind = { zh: "请选择索取副本或删除", en: "Choose a copy or erasure" };

const back = { zh: "返回进度", en: "Back to the progress" };
const pick = { zh: "照片（可不选）", en: "Photos (optional)" };

const acts: Readonly<Record<ResidentAct, Act>> = {
  message: {
    title: { zh: "补充内容或照片", en: "Add a message or a photo" },
    about: { zh: "处理人会马上看到。", en: "Whoever handles it is told at once." },
    label: { zh: "补充内容", en: "Your message" },
    send: { zh: "提交", en: "Send" },
    missing: { zh: "请写下要补充的内容", en: "Write what you want to add" },
    photos: true,
  },
  urge: {
    title: { zh: "催办", en: "Urge" },
    about: {
      zh: "每个工作日可以催一次，会转给处理人。催办不会另立投诉。",
      en: "Once a working day; it reaches whoever handles it, and makes no second complaint.",
    },
    label: { zh: "想说的话（可不填）", en: "A word to it (optional)" },
    send: { zh: "催办", en: "Urge" },
  },
  withdraw: {
    title: { zh: "撤诉", en: "Withdraw the complaint" },
    about: {
      zh: "撤诉后不再处理，也不能恢复；需要时可以重新投诉。涉及安全或重大的事情，会由负责人与您确认后再撤。",
      en: "It is then not handled any more. Where safety or a grave matter is concerned, somebody confirms it with you first.",
    },
    label: { zh: "原因", en: "Reason" },
    send: { zh: "确认撤诉", en: "Withdraw" },
    missing: {
      zh: "请写下撤诉的原因，例如：已经解决",
      en: "Give a reason, for example: it has been settled",
    },
  },
  privacy: {
    title: { zh: "索取副本或删除个人信息", en: "A copy, or erasure of your data" },
    about: {
      zh: "您的要求会转给负责个人信息的人员，由他们联系您核实身份，十五个工作日内办理，结果在本页。",
      en: "Your request goes to those who may do it; they contact you to check who you are, and do it within fifteen working days; this page says what became of it.",
    },
    label: { zh: "您的要求", en: "Your request" },
    send: { zh: "提交要求", en: "Send the request" },
    missing: {
      zh: "请写明要哪些信息的副本，或删除哪些信息",
      en: "Say of which information you want a copy, or which is to be erased",
    },
  },
};

/** GET: the form of one act; beside the one about personal data, what has been asked and what became of it. */
export async function askedPage(tracked: Tracked, act: ResidentAct): Promise<PageGiven> {
  return act === "privacy"
    ? actPage(tracked, act, [], { before: await requestsOf(tracked) })
    : actPage(tracked, act);
}

/** The form of one act. */
function actPage(
  tracked: Tracked,
  act: ResidentAct,
  errors: readonly FormError[] = [],
  given: {
    readonly typed?: string;
    readonly once?: string;
    readonly kind?: PersonDataKind;
    readonly have?: readonly DraftPhoto[];
    /** What has been asked before, and how it stands. */
    readonly before?: Markup;
  } = {},
): PageGiven {
  const { language, ports } = tracked;
  const { title, about, label, send, photos } = acts[act];
  const once = given.once ?? ports.crypto.salt();
  const text = field({
    id: "text",
    label: label[language],
    errors,
    rows: 5,
    ...defined({ value: given.typed }),
  });
  const files = photos === undefined ? html`` : photosField(language, pick[language], errors, given.have);
  const kind = photos === undefined ? html`` : html` enctype="multipart/form-data"`;
  const content = html`${errorSummary(errors, language)}<p>${about[language]}</p>${given.before ?? html``}<form method="post" action="${trackAddress(tracked, act)}"${kind} novalidate><input type="hidden" name="once" value="${once}">${act === "privacy" ? kindField(tracked, errors, given.kind) : html``}${text}${files}${button(send[language])}</form>${backLink(tracked)}`;
  return trackedPage(tracked, {
    title: title[language],
    content,
    errors,
    ...(photos === undefined ? {} : { script: photoScript, sendsFiles: true as const }),
  });
}

function kindField(
  { language }: Tracked,
  errors: readonly FormError[],
  value: PersonDataKind | undefined,
): Markup {
  const options = personDataKinds.map((kind) => ({ value: kind, label: dataKinds[kind][language] }));
  return choices({ id: "kind", label: dataKind[language], errors, ...defined({ value }) }, options);
}

/** What was chosen; undefined for nothing, which is wrong, and for acts that do not ask. */
function kindIn(
  { fields }: SentForm,
  act: ResidentAct,
  language: Language,
  errors: FormError[],
): PersonDataKind | undefined {
  if (act !== "privacy") return undefined;
  const kind = personDataKinds.find((one) => one === fields["kind"]);
  if (kind === undefined) errors.push({ field: "kind", message: noDataKind[language] });
  return kind;
}

function backLink(tracked: Tracked): Markup {
  return html`<p class="l"><a href="${trackAddress(tracked)}">${back[tracked.language]}</a></p>`;
}

/** POST: does it once, and leads back to the progress; what was typed stays where it cannot be done. */
export async function takeAct(tracked: Tracked, act: ResidentAct): Promise<PageGiven | LinkGiven> {
  const { ports, http, language, complaint } = tracked;
  const sent: SentForm = (await http.anyForm()) ?? { fields: {}, files: [] };
  const errors: FormError[] = [];
  const kind = kindIn(sent, act, language, errors);
  const text = checkedField(
    told.message,
    sent.fields["text"],
    "text",
    language,
    errors,
    acts[act].missing?.[language],
  );
  const once = (sent.fields["once"] ?? `${act}:${text ?? ""}`).slice(0, 200);
  // Photos first: what is good of them need not be chosen again, whatever else is wrong.
  const { projectId } = complaint.registration;
  const often = await tooOften(ports, "write", { address: http.sourceIp, projectId });
  const photos: Kept = often ? noPhotos : await photosOf(tracked, act, sent);
  const again = (more: readonly FormError[]) =>
    actPage(tracked, act, more, {
      ...defined({ typed: sent.fields["text"], kind }),
      once,
      have: photos.kept,
    });
  if (often) return again([{ field: "text", message: sentence(tracked, "too-often") }]);
  errors.push(...photos.errors);
  if (errors.length > 0) return again(errors);
  const ids = photos.kept.map(({ uploadId }) => uploadId);
  const result = await done(tracked, act, { text, once, photos: ids, kind });
  if (isProblem(result) && result.problem === "not-allowed-now") return endedPage(tracked, sent.fields);
  if (isProblem(result))
    return again([{ field: "text", message: sentence(tracked, result.problem, result) }]);
  return found(trackAddress(tracked));
}

interface ActForm {
  readonly text: string | undefined;
  readonly once: string;
  readonly photos: readonly string[];
  readonly kind: PersonDataKind | undefined;
}

function done(
  { ports, complaint }: Tracked,
  act: ResidentAct,
  { text = "", once, photos, kind }: ActForm,
): Promise<Complaint | Problem> {
  switch (act) {
    case "message":
      return addMessage(ports, complaint, { text, once, photos });
    case "urge":
      return urge(ports, complaint, text === "" ? undefined : text);
    case "withdraw":
      return takeBack(ports, complaint, text);
    case "privacy":
      return kind === undefined
        ? addMessage(ports, complaint, { text, once })
        : askForData(ports, complaint, { text, once, kind });
  }
}

const noPhotos: Kept = { kept: [], errors: [] };

async function photosOf({ ports, language }: Tracked, act: ResidentAct, sent: SentForm): Promise<Kept> {
  return act === "message" ? keepPhotos(ports, sent, 0, language) : noPhotos;
}

function sentence({ language, http }: Tracked, code: WireProblemCode, more: object = {}): string {
  return detailOf(code, more, language, http.traceId);
}
