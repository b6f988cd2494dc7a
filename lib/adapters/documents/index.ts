import type { PaperFacts } from "../../app/ports/paper-facts.ts";
import { type PaperForm, paperForms } from "../../domain/papers/forms.ts";
import { wordDocument } from "./document.ts";
import { caseHistory } from "./forms/case-history.ts";
import { channelsNotice } from "./forms/channels-notice.ts";
import { complaintRecord } from "./forms/complaint-record.ts";
import { followUpRecord } from "./forms/follow-up-record.ts";
import { handlingPlan } from "./forms/handling-plan.ts";
import { handlingRecord } from "./forms/handling-record.ts";
import { jointSignatures } from "./forms/joint-signatures.ts";
import { postedReply, replyLetter } from "./forms/letters.ts";
import { ticketReply } from "./forms/ticket-reply.ts";
import type { SheetBlock } from "./sheet.ts";

const layouts: Readonly<Record<PaperForm, (facts: PaperFacts) => SheetBlock[]>> = {
  "complaint-record": complaintRecord,
  "handling-record": handlingRecord,
  "handling-plan": handlingPlan,
  "follow-up-record": followUpRecord,
  "joint-signatures": jointSignatures,
  "reply-letter": replyLetter,
  "posted-reply": postedReply,
  "ticket-reply": ticketReply,
  "case-history": caseHistory,
  "channels-notice": channelsNotice,
};

/** Prints a form as a Word document: filled from a complaint, or one sheet of a blank pad. */
export function printPaper(form: PaperForm, facts: PaperFacts): Promise<Uint8Array> {
  const { company, project, code } = facts;
  const complaint = paperForms[form].about === "complaint" ? facts.complaint : undefined;
  return wordDocument({
    title: paperForms[form].zh,
    subtitle: [company.name, project?.name].filter((part) => part !== undefined).join("　"),
    code: { text: code, caption: complaint?.registration.number ?? "扫码投诉" },
    blocks: layouts[form](facts),
  });
}
