import type { Words } from "../words/words.ts";

/** The paper forms of the regulations: their titles and where each comes from. */
export const paperForms = {
  /** D11 2.1: filled in by the desk before anything else. */
  "complaint-record": { zh: "客户投诉记录表", en: "Complaint record", about: "complaint" },
  /** D4: the result, with the signature of the solving department's head. */
  "handling-record": {
    zh: "客户报修/投诉/求助记录",
    en: "Repair, complaint and help record",
    about: "complaint",
  },
  /** D9: the written solution; D2: with its time nodes. */
  "handling-plan": { zh: "投诉处理方案", en: "Handling plan", about: "complaint" },
  /** D4, D8. */
  "follow-up-record": { zh: "投诉回访记录", en: "Follow-up record", about: "complaint" },
  /** D11 B and D: every household signs for itself. */
  "joint-signatures": { zh: "群体投诉签名页", en: "Signatures of a joint complaint", about: "complaint" },
  /** D6: apology, result, next measure, time node. */
  "reply-letter": { zh: "投诉处理回复函", en: "Letter of reply", about: "complaint" },
  /** Where there is no contact. Hangs in public: nothing personal stands on it. */
  "posted-reply": { zh: "投诉处理公示回复", en: "Posted reply", about: "complaint" },
  /** The answer to the platform of a government ticket (回复件). */
  "ticket-reply": { zh: "转办工单办理情况回复", en: "Reply to a government ticket", about: "complaint" },
  /** D10: what was done when and by whom, for whoever inspects: limits, course, files, and that nothing was changed since. */
  "case-history": { zh: "投诉处理经过", en: "Course of a complaint", about: "complaint" },
  /** D2: the channels are publicised (公示). */
  "channels-notice": { zh: "投诉渠道公示牌", en: "Notice of complaint channels", about: "project" },
} as const satisfies Record<string, Words & { readonly about: "complaint" | "project" }>;

export type PaperForm = keyof typeof paperForms;
export const paperFormNames: readonly PaperForm[] = Object.keys(paperForms).filter(isPaperForm);

/** True for the name of a form we print. */
export function isPaperForm(name: string): name is PaperForm {
  return Object.hasOwn(paperForms, name);
}
