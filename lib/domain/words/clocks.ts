import { defined } from "../present.ts";
import type { Vocabulary, Words } from "./words.ts";

/** The clocks (时间节点) of a complaint. */
export const clockWords = {
  record: { zh: "登记", en: "record" },
  accept: { zh: "接单", en: "accept" },
  firstReply: { zh: "首次回复", en: "first reply" },
  result: { zh: "处理结果", en: "result" },
  department: { zh: "部门限期", en: "department's limit" },
  plan: { zh: "处理方案", en: "plan" },
  node: { zh: "时间节点", en: "time node" },
  invalidExplain: { zh: "无效解释", en: "explanation" },
  dailyReport: { zh: "日报", en: "daily report" },
  followUp: { zh: "回访", en: "follow-up" },
  external: { zh: "转办时限", en: "external ticket" },
  corrective: { zh: "整改", en: "corrective action" },
} as const satisfies Vocabulary;

/** 签收: the clock `external` whose key says so waits for the signature, not for the reply document. */
const signingWords: Words = { zh: "转办签收", en: "signing for the ticket" };

/** True for the clock of a ticket's signature, a group's that follows one too. */
export function isSigningKey({ key }: { readonly key?: string }): boolean {
  return key?.split("/").at(-1) === "sign";
}

/** What a clock is called. */
export function clockNamed({
  name,
  key,
}: {
  readonly name: keyof typeof clockWords;
  readonly key?: string;
}): Words {
  return name === "external" && isSigningKey(defined({ key })) ? signingWords : clockWords[name];
}

/** Why a complaint waits for others. */
export const pauseReasonWords = {
  "owner-appointment": { zh: "待业主约时", en: "waiting for the owner's appointment" },
  "developer-warranty": { zh: "待地产维保", en: "waiting for the developer's warranty" },
  "repair-fund": { zh: "待维修资金", en: "waiting for the repair fund" },
  "third-party": { zh: "待第三方", en: "waiting for a third party" },
} as const satisfies Vocabulary;
