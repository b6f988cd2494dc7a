import type { Vocabulary } from "./words.ts";

/** How a history contradicts itself or its document. */
export const auditFaultWords = {
  hash: { zh: "事件与链不符", en: "event does not match the chain" },
  sequence: { zh: "事件序号不连续", en: "event out of sequence" },
  personal: { zh: "个人信息与事件不符", en: "personal value does not match its event" },
  hole: { zh: "个人信息缺失而无删除记录", en: "personal value gone without a record of its erasure" },
  due: { zh: "时限与重新计算不符", en: "due instants differ from a second count" },
  rung: { zh: "督办时刻与重新计算不符", en: "a rung rang otherwise than a second count gives" },
  state: { zh: "历史重放与单据不符", en: "history does not give the document" },
} as const satisfies Vocabulary;

/** What a history and a second count say otherwise of a rung. */
export const rungFaultWords = {
  place: { zh: "时刻不是规则所定", en: "not at the instant that the rules give" },
  early: { zh: "记录早于应督办时刻", en: "recorded before its instant" },
  lateness: { zh: "迟到时长与记录不符", en: "otherwise late than it says" },
  missed: { zh: "到点而没有督办记录", en: "its instant has passed and nothing is recorded" },
} as const satisfies Vocabulary;
