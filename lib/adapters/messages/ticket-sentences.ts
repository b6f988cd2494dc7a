import type { FactOf } from "../../domain/complaint/commands/definition.ts";
import type { TicketFact } from "../../domain/complaint/tickets.ts";
import { exemptionWords, notOursWords, ticketAnswerWords } from "../../domain/words/tickets.ts";
import type { Words } from "./message.ts";
import type { Dates } from "./when.ts";

type Sentences = {
  readonly [T in TicketFact["type"]]: (fact: FactOf<T>, telling: { readonly dates: Dates }) => Words;
};

/** What happened between us and the platform of a government ticket. */
export const ticketSentences: Sentences = {
  ticketSigned: () => words("工单已签收", "Ticket signed for"),
  ticketSentBack: ({ reason }) =>
    reason === undefined
      ? words("退单（异议已获支持）", "Ticket returned to the platform (objection upheld)")
      : words(
          `退单（${notOursWords[reason].zh}）`,
          `Ticket returned to the platform (${notOursWords[reason].en})`,
        ),
  dispatchObjected: ({ reason }) =>
    words(
      `提出派单异议（${notOursWords[reason].zh}）`,
      `Objected to the dispatch (${notOursWords[reason].en})`,
    ),
  objectionRuled: ({ upheld }) =>
    upheld
      ? words("平台裁定：异议成立，可以退单", "Platform ruled: objection upheld, the ticket may go back")
      : words("平台裁定：异议不成立，继续办理", "Platform ruled: objection rejected, go on with it"),
  ticketMerged: ({ number }) =>
    words(`并单，与 ${number} 一并办理`, `Merged, handled together with ${number}`),
  ticketExtensionAsked: ({ dueAt }, { dates }) =>
    words(
      `向平台申请延期至 ${dates.at(dueAt)}`,
      `Asked the platform for more time, until ${dates.en(dueAt)}`,
    ),
  ticketExtensionRuled: ({ granted, dueAt }, { dates }) =>
    granted && dueAt !== undefined
      ? words(`平台批准延期至 ${dates.at(dueAt)}`, `The platform granted more time, until ${dates.en(dueAt)}`)
      : words("平台不批准延期", "The platform refused more time"),
  replyDocumentSent: () => words("回复件已报送平台", "Reply document sent to the platform"),
  ticketReturned: ({ dueAt }, { dates }) =>
    words(
      `平台退回重办，${dates.at(dueAt)} 前回复`,
      `Returned by the platform, to be answered by ${dates.en(dueAt)}`,
    ),
  ticketRated: ({ contacted, solved, satisfied, exempt }) => {
    const zh = `平台评价：响应${said(contacted).zh}、解决${said(solved).zh}、满意${said(satisfied).zh}`;
    const en = `Platform's rating: contacted ${said(contacted).en}, solved ${said(solved).en}, satisfied ${said(satisfied).en}`;
    if (exempt === undefined) return words(zh, en);
    return words(
      `${zh}；剔除（${exemptionWords[exempt].zh}）`,
      `${en}; left out (${exemptionWords[exempt].en})`,
    );
  },
};

function said(answer: keyof typeof ticketAnswerWords): Words {
  return ticketAnswerWords[answer];
}

function words(zh: string, en: string): Words {
  return { zh, en };
}
