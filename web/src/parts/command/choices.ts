import { causeFactorParts, dutyCauseWords } from "../../../../lib/domain/words/causes.ts";
import { followUpViaWords, replyViaWords } from "../../../../lib/domain/words/channels.ts";
import { clockWords, pauseReasonWords } from "../../../../lib/domain/words/clocks.ts";
import {
  complainantKindWords,
  difficultyWords,
  followUpOutcomeWords,
  levelLabels,
  mannerWords,
  recordKindWords,
  urgencyWords,
  validityWords,
} from "../../../../lib/domain/words/complaint.ts";
import {
  emergencyCategoryWords,
  emergencyOutcomeWords,
  reportStageWords,
} from "../../../../lib/domain/words/emergencies.ts";
import { exemptionWords, notOursWords, ticketAnswerWords } from "../../../../lib/domain/words/tickets.ts";
import type { Vocabulary } from "../../../../lib/domain/words/words.ts";

const causeFactorWords: Vocabulary = Object.fromEntries(
  Object.entries(causeFactorParts).map(([code, { factor, detail }]) => [
    code,
    { zh: `${factor.zh}·${detail.zh}`, en: `${factor.en}: ${detail.en}` },
  ]),
);

const actWords = {
  write: { zh: "写方案", en: "write" },
  approve: { zh: "批准", en: "approve" },
  agree: { zh: "客户已同意", en: "agreed with the customer" },
} as const satisfies Vocabulary;

const objectionActWords = {
  raise: { zh: "提出异议", en: "object" },
  rule: { zh: "登记平台裁定", en: "record the ruling" },
} as const satisfies Vocabulary;

const languageWords = { zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" } } as const;

const byField: Readonly<Record<string, Vocabulary>> = {
  category: emergencyCategoryWords,
  stage: reportStageWords,
  "event:register.outcome": emergencyOutcomeWords,
  level: levelLabels,
  urgency: urgencyWords,
  validity: validityWords,
  difficulty: difficultyWords,
  dutyCause: dutyCauseWords,
  causeFactor: causeFactorWords,
  recordKind: recordKindWords,
  outcome: followUpOutcomeWords,
  manner: mannerWords,
  kind: complainantKindWords,
  clock: clockWords,
  act: actWords,
  language: languageWords,
  via: replyViaWords,
  "follow-up.via": followUpViaWords,
  "pause.reason": pauseReasonWords,
  "return-ticket.reason": notOursWords,
  "object-to-dispatch.act": objectionActWords,
  "object-to-dispatch.reason": notOursWords,
  contacted: ticketAnswerWords,
  solved: ticketAnswerWords,
  satisfied: ticketAnswerWords,
  exempt: exemptionWords,
};

/** What the choices of a field are called. */
export function choiceWords(field: string, command: string): Vocabulary {
  return byField[`${command}.${field}`] ?? byField[field] ?? {};
}
